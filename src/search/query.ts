import { type EraToken, readEra } from '../report/era.ts'
import { indexOfWord } from '../report/terms.ts'
import { parseNumber } from '../report/number.ts'
import { wordsOfEra } from './era-words.ts'
import type { GlossaryWord } from './glossary-words.ts'
import { KANA_SPELLINGS, allFormsOf, loosen } from './spelling.ts'
import { normalise } from './text.ts'

/** Another way to write a term, which is searched too. What it finds is shown as such, never as the term itself. */
export interface Variant {
  /** What to tell the reader: `取組` in 「取組」でも検索しました. */
  label: string
  /** Forms to look for; loose ones where `loose`. */
  forms: string[]
  /** Years and months to look for. */
  eraWords: string[]
}

/** One part of a query between spaces. All parts of a query must be found. */
export interface QueryTerm {
  text: string
  /** Its exact forms. */
  forms: string[]
  variants: Variant[]
  /** The number that it is, `2-(1)-③` → `2-1-3`. */
  number: string | null
}

/** More parts than anyone means, and more variants than help, only cost time. */
const MOST_TERMS = 12
const MOST_VARIANTS = 12

/** What a query asks for: `'取り組み　R7.4'` → two terms, the first with the variant `取組`. */
export function readQuery(query: string, words: readonly GlossaryWord[]): QueryTerm[] {
  const texts = [...new Set(query.toWellFormed().split(/\s+/u))].filter((text) => normalise(text).length > 0)
  return texts.slice(0, MOST_TERMS).map((text) => ({
    text,
    forms: normalise(text),
    variants: expandTerm(text, words).slice(0, MOST_VARIANTS),
    number: readNumber(text),
  }))
}

/** The other ways to write a term: okurigana, the glossary's spellings and readings, years and months. */
function expandTerm(text: string, words: readonly GlossaryWord[]): Variant[] {
  const [form = ''] = normalise(text)
  const variants: Variant[] = []
  const add = (variant: Variant) => {
    const known = variants.some(({ forms }) => forms.join() === variant.forms.join() && variant.eraWords.length === 0)
    if (!known) variants.push(variant)
  }
  const era = readEra(text)
  if (era) add({ label: eraLabel(era), forms: [], eraWords: wordsOfEra(era, text) })
  for (const replaced of replacements(form, words)) {
    // Both as it is and loosened: the text may write the other word with other okurigana again.
    const forms = allFormsOf(replaced).filter((other) => other !== form)
    if (forms.length > 0) add({ label: replaced, forms, eraWords: [] })
  }
  const loose = loosen(text)
  // Of one character there is no other spelling, only other words.
  if (loose !== form && [...loose].length > 1) add({ label: loose, forms: [loose], eraWords: [] })
  return variants
}

/** A query's form with words of the glossary written otherwise: `カスハラ対策` → `カスタマーハラスメント対策`. */
function replacements(form: string, words: readonly GlossaryWord[]): string[] {
  const groups = [
    ...words.map(({ term, reading, spellings, written }) => {
      return { typed: [term, ...spellings], written: [term, ...written], reading }
    }),
    ...KANA_SPELLINGS.map((spellings) => ({ typed: spellings, written: spellings, reading: '' })),
  ]
  const found = new Set<string>()
  for (const { typed, written, reading } of groups) {
    const whole = inHiragana(form) === inHiragana(normalise(reading)[0] ?? '')
    if (whole) written.forEach((spelling) => found.add(spelling))
    for (const spelling of typed) {
      for (const part of allFormsOf(spelling)) {
        const start = indexOfWord(form, part)
        if (start < 0) continue
        // A single kanji or a hiragana word inside another word is mere chance.
        if (part.length < form.length && (part.length < 2 || /^[ぁ-ん]+$/.test(part))) continue
        for (const other of written) {
          if (other !== spelling) found.add(form.slice(0, start) + other + form.slice(start + part.length))
        }
      }
    }
  }
  return [...found].filter((other) => normalise(other)[0] !== form)
}

/** `'カスハラ'` → `'かすはら'`: a reading may be typed in either kana. */
function inHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
}

/** The report's own short form: `R7.4`, `R9`. */
function eraLabel({ letter, year, month }: EraToken): string {
  return `${letter}${year}${month === null ? '' : `.${month}`}`
}

/** A number of two and more parts, as the report or a reader writes it: `２－１－３－１`, `2-(1)-③`, `2-1-3-1`. */
export function readNumber(text: string): string | null {
  // NFKC makes ③ a 3. A long vowel is what a Japanese keyboard types for a dash.
  const number = text
    .normalize('NFKC')
    .replace(/[()]/g, '')
    .replace(/[‐‑‒–—―−ー]/g, '-')
  const parts = parseNumber(number)
  return parts && parts.length > 1 ? number : null
}
