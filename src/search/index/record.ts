import { eraWords } from '../language/era-words.ts'
import { formsOf, textOf } from '../language/forms.ts'
import { loosenForm } from '../language/spelling.ts'
import { indexWords } from '../language/tokens.ts'
import type { Line, LineKind } from './lines.ts'

/** Where the kinds of lines end in a record's words. */
export interface RecordEnds {
  /** The first position after the title's words. */
  titleEnd: number
  /** The same for the words of group headings. */
  groupEnd: number
  /** The first position after all words that exact matches look at. */
  exactEnd: number
}

/** Ends of each row's title, group headings and exact lines, each counted from the one before. */
export type Ends = Record<keyof RecordEnds, number[]>

export function endsOf(records: readonly RecordEnds[]): Ends {
  return {
    titleEnd: records.map(({ titleEnd }) => titleEnd),
    groupEnd: records.map(({ titleEnd, groupEnd }) => groupEnd - titleEnd),
    exactEnd: records.map(({ groupEnd, exactEnd }) => exactEnd - groupEnd),
  }
}

/** The reverse of `endsOf`. */
export function sumEnds({ titleEnd, groupEnd, exactEnd }: Ends): RecordEnds[] {
  return titleEnd.map((title, row) => {
    const group = title + (groupEnd[row] ?? 0)
    return { titleEnd: title, groupEnd: group, exactEnd: group + (exactEnd[row] ?? 0) }
  })
}

/** Where a form first stands in an initiative; `loose` is only in its loose forms. */
export type MatchPlace = 'title' | 'group' | 'text' | 'loose'

/** What stands at a position of a record. */
export function placeAt(position: number, ends: RecordEnds | undefined): MatchPlace {
  if (!ends || position >= ends.exactEnd) return 'loose'
  if (position < ends.titleEnd) return 'title'
  return position < ends.groupEnd ? 'group' : 'text'
}

/** One initiative as the index holds it. */
export interface IndexRecord extends RecordEnds {
  /** In the order of their positions. */
  words: string[]
  /** Every character of its forms, by where it first stands. */
  characters: Map<string, MatchPlace>
  /** The length of its longest form. */
  longest: number
}

/** The kinds of lines in the order in which a record has them. */
const PLACES: readonly [MatchPlace, LineKind[]][] = [
  ['title', ['title']],
  ['group', ['group']],
  ['text', ['result', 'note']],
]

/**
 * One initiative as the index holds it: words at positions. First the title, then the headings above its results, then
 * its other lines, then what only forgiven matches look at: loose forms where they differ, the summary
 * in plain Japanese, and the years and months that its text names. Where the first match stands thus tells what it is.
 */
export function recordOf(lines: readonly Line[]): IndexRecord {
  const words: string[] = []
  const characters = new Map<string, MatchPlace>()
  let longest = 0
  const add = (form: string) => {
    for (const indexWord of indexWords(form)) words.push(indexWord)
  }
  const read = lines.map(({ kind, text }) => {
    const forms = formsOf(text)
    return { kind, forms: forms.map(textOf), loose: textOf(loosenForm(forms[0] ?? [])) }
  })
  const [titleEnd = 0, groupEnd = 0, exactEnd = 0] = PLACES.map(([place, kinds]) => {
    for (const { kind, forms } of read) {
      if (!kinds.includes(kind)) continue
      for (const form of forms) {
        add(form)
        for (const character of form) if (!characters.has(character)) characters.set(character, place)
      }
    }
    return words.length
  })
  for (const { kind, forms, loose } of read) {
    const known = kind === 'plain' ? [] : forms
    for (const form of new Set([...forms, loose])) if (!known.includes(form)) add(form)
    longest = Math.max(longest, ...forms.map((form) => form.length))
  }
  for (const eraWord of new Set(lines.flatMap(({ text }) => eraWords(text)))) words.push(eraWord)
  return { words, characters, longest, titleEnd, groupEnd, exactEnd }
}
