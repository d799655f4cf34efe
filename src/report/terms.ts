import type { Term } from './glossary.ts'

/** 五十音順, by reading. */
export function inReadingOrder(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => readings.compare(a.reading, b.reading) || readings.compare(a.term, b.term))
}

const readings = new Intl.Collator('ja')

/** The row of the syllabary that a reading belongs to: `'かすたまー'` → `'か'`, `'ばっくやーど'` → `'は'`. */
export function rowOf(reading: string): string {
  const first = reading.normalize('NFD').slice(0, 1)
  return ROWS.findLast((row) => row <= first) ?? 'あ'
}

const ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ']

/** A term at one place of a text. */
export interface TermPlace {
  term: Term
  start: number
  end: number
}

/** All terms as one pattern, and the place of each in the glossary by its name. `null` where there are none. */
export interface TermPattern {
  pattern: RegExp | null
  indexOf: ReadonlyMap<string, number>
}

const patterns = new WeakMap<readonly Term[], TermPattern>()

/**
 * What finds the terms of a glossary in a text, the longest at each place. A term in letters or katakana is a whole word
 * there: `RPA` is not in `RPAX`, nor `ライン` in `オンライン`. Made once for each list of terms.
 */
export function termPattern(terms: readonly Term[]): TermPattern {
  const known = patterns.get(terms)
  if (known) return known
  const longestFirst = [...terms].sort((a, b) => b.term.length - a.term.length)
  const made = {
    pattern: terms.length > 0 ? new RegExp(longestFirst.map(({ term }) => wholeWord(term)).join('|'), 'gu') : null,
    indexOf: new Map(terms.map(({ term }, i) => [term, i])),
  }
  patterns.set(terms, made)
  return made
}

/** Where terms stand in a text. */
export function findTerms(text: string, terms: readonly Term[]): TermPlace[] {
  const { pattern, indexOf } = termPattern(terms)
  return Array.from(pattern ? text.matchAll(pattern) : [], ({ 0: found, index }) => {
    const term = terms[indexOf.get(found) ?? 0] as Term
    return { term, start: index, end: index + found.length }
  })
}

/** The pattern of a word that does not go on in its own script on either side. Kanji and hiragana words go on freely. */
function wholeWord(word: string): string {
  const scriptOf = (character: string) => SCRIPTS.find((script) => script.test(character))?.source
  const [before, behind] = [scriptOf(word.slice(0, 1)), scriptOf(word.slice(-1))]
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return (before ? `(?<!${before})` : '') + plain + (behind ? `(?!${behind})` : '')
}

/** Where a word first stands whole in a text (`isWholeWord`); -1 where it does not. */
export function indexOfWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (isWholeWord(text, at, at + word.length)) return at
  }
  return -1
}

const SCRIPTS = [/[A-Za-zＡ-Ｚａ-ｚ]/, /[\p{Script=Katakana}ー]/u, /[0-9０-９]/]

/** Whether the part does not go on in its own script on either side. Kanji and hiragana words go on freely. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const goesOn = (a: string | undefined, b: string | undefined) =>
    SCRIPTS.some((script) => a !== undefined && b !== undefined && script.test(a) && script.test(b))
  return !goesOn(text[start - 1], text[start]) && !goesOn(text[end - 1], text[end])
}
