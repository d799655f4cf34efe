import { eraWords } from '../language/era-words.ts'
import type { Line, LineKind } from './lines.ts'
import { loosen } from '../language/spelling.ts'
import { normalise } from '../language/text.ts'
import { indexWords, word } from '../language/tokens.ts'

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

/** A record's words, in the order of their positions. */
export interface IndexRecord extends RecordEnds {
  words: string[]
}

/**
 * One initiative as the index holds it: words at positions. First the title, then the headings above its results, then
 * its other lines, then what only forgiven matches look at: loose forms where they differ, and the years and months that
 * its text names. Where the first match stands thus tells what it is.
 */
export function recordOf(lines: readonly Line[]): IndexRecord {
  const words: string[] = []
  const add = (forms: string[]) => words.push(...forms.flatMap(indexWords))
  const titleEnd = add(formsOfKinds(lines, ['title']))
  const groupEnd = add(formsOfKinds(lines, ['group']))
  const exactEnd = add(formsOfKinds(lines, ['result', 'note']))
  add(lines.map(({ text }) => loosen(text)).filter((loose, i) => !normalise(lines[i]?.text ?? '').includes(loose)))
  words.push(...new Set(lines.flatMap(({ text }) => eraWords(text))))
  return { words, titleEnd, groupEnd, exactEnd }
}

/** The same for queries of one character: each character once, where it first stands. */
export function characterRecordOf(lines: readonly Line[]): IndexRecord {
  const words = new Set<string>()
  const add = (forms: string[]) => {
    for (const character of forms.join('')) words.add(word(character))
    return words.size
  }
  const titleEnd = add(formsOfKinds(lines, ['title']))
  const groupEnd = add(formsOfKinds(lines, ['group']))
  const exactEnd = add(formsOfKinds(lines, ['result', 'note']))
  return { words: [...words], titleEnd, groupEnd, exactEnd }
}

function formsOfKinds(lines: readonly Line[], kinds: readonly LineKind[]): string[] {
  return lines.filter(({ kind }) => kinds.includes(kind)).flatMap(({ text }) => normalise(text))
}
