import type { EverydayWord } from '../../report/everyday-words.ts'
import type { GlossaryWord } from '../language/glossary-words.ts'
import { normalise } from '../language/forms.ts'
import type { OtherWords } from '../language/other-words.ts'

/** Words that mean the same, from a dictionary. */
export type SynonymGroup = readonly string[]

/** Other people's words for these texts: those of the glossary, those of everyday life, then those of a dictionary. */
export function otherWordsOf(
  glossary: readonly GlossaryWord[],
  everyday: readonly EverydayWord[],
  synonyms: readonly SynonymGroup[],
  texts: Iterable<string>,
): OtherWords[] {
  return [
    ...glossaryOtherWords(glossary),
    ...everyday.map(({ typed, leadsTo }) => ({ typed: formsOfAll(typed), written: leadsTo })),
    ...synonymsOf(synonyms, texts),
  ]
}

/** What readers type for a term, readings too, leads to what the report writes. */
function glossaryOtherWords(words: readonly GlossaryWord[]): OtherWords[] {
  return words.map(({ term, reading, spellings, written }) => ({
    typed: formsOfAll([term, reading, ...spellings]),
    written: [term, ...written],
  }))
}

/**
 * The groups of a dictionary that touch the report: each with its words that the texts have, and all of them as typed.
 * A word in letters, katakana or hiragana alone is a whole word there: ずれ is none in いずれ.
 */
function synonymsOf(groups: readonly SynonymGroup[], texts: Iterable<string>): OtherWords[] {
  const starts = new Map<string, { form: string; groups: number[] }[]>()
  const places = new Map<string, { form: string; groups: number[] }>()
  groups.forEach((group, g) => {
    for (const form of formsOfAll(group)) {
      if ([...form].length < 2) continue
      const known = places.get(form)
      if (known) known.groups.push(g)
      else {
        const place = { form, groups: [g] }
        places.set(form, place)
        const start = form.slice(0, 2)
        const same = starts.get(start)
        if (same) same.push(place)
        else starts.set(start, [place])
      }
    }
  })
  const written = new Map<number, Set<string>>()
  const read = new Set<string>()
  for (const text of texts) {
    const [form = ''] = normalise(text)
    if (read.has(form)) continue
    read.add(form)
    for (let i = 0; i + 1 < form.length; i++) {
      for (const place of starts.get(form.slice(i, i + 2)) ?? []) {
        if (!form.startsWith(place.form, i) || !isWhole(form, i, i + place.form.length)) continue
        for (const group of place.groups) {
          const known = written.get(group)
          if (known) known.add(place.form)
          else written.set(group, new Set([place.form]))
        }
      }
    }
  }
  return (
    [...written]
      .sort(([a], [b]) => a - b)
      .map(([group, written]) => ({ typed: formsOfAll(groups[group] ?? []), written: [...written] }))
      // What has the report's word in it finds that by itself.
      .map(({ typed, written }) => ({ typed: typed.filter((word) => !holdsAnother(word, written)), written }))
      .filter(({ typed }) => typed.length > 1)
  )
}

const holdsAnother = (word: string, written: readonly string[]) =>
  written.some((other) => other !== word && word.includes(other))

const formsOfAll = (words: readonly string[]) => [...new Set(words.flatMap((word) => normalise(word)[0] ?? []))]

const JOINED = [/[a-z]/, /[ァ-ヺー]/, /\d/]
const HIRAGANA = /^[ぁ-ゖー]+$/

function isWhole(text: string, start: number, end: number): boolean {
  const scripts = HIRAGANA.test(text.slice(start, end)) ? [/[ぁ-ゖー]/] : JOINED
  const goesOn = (a: number, b: number) =>
    scripts.some((script) => script.test(text.charAt(a)) && script.test(text.charAt(b)))
  return !goesOn(start - 1, start) && !goesOn(end - 1, end)
}
