import { formatEra } from '../../text/era.ts'
import { readEra, writeErasShort } from '../language/typed-era.ts'
import { indexOfWord } from '../../report/terms.ts'
import { parseNumber } from '../../report/number.ts'
import { wordsOfEra } from '../language/era-words.ts'
import type { GlossaryWord } from '../language/glossary-words.ts'
import { KANA_SPELLINGS, allFormsOf, loosen } from '../language/spelling.ts'
import { normalise } from '../language/forms.ts'
import { otherNumbers } from '../language/number-words.ts'

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

/** More variants than help only cost time; the parts themselves are all asked for. */
const MOST_VARIED_TERMS = 12
const MOST_VARIANTS = 12

/** What a query asks for: `'取り組み　R7.4'` → two terms, the first with the variant `取組`. */
export function readQuery(query: string, words: readonly GlossaryWord[]): QueryTerm[] {
  const whole = query.toWellFormed().trim()
  const quoted = quotedIn(whole)
  if (quoted !== null) {
    // Where the marks stand in the text, that comes first; the phrase without them is another way to write it.
    const variants = [{ label: quoted, forms: normalise(quoted), eraWords: [] }]
    return [{ text: whole, forms: normalise(whole), variants, number: null }]
  }
  // `2 (1) ③` is one number.
  const parts = readNumber(whole) === null ? whole.split(/\s+/u) : [whole]
  const texts = [...new Set(parts)].filter((text) => normalise(text).length > 0)
  return texts.map((text, i) => ({
    text,
    forms: normalise(text),
    variants: i < MOST_VARIED_TERMS ? expandTerm(text, words).slice(0, MOST_VARIANTS) : [],
    number: readNumber(text),
  }))
}

/** The phrase of a query that is one in quotation marks, `'“電子契約”'` → `'電子契約'`; `null` for any other. */
export function quotedIn(query: string): string | null {
  const phrase = QUOTED.exec(query.trim())?.slice(1).find((inner) => inner !== undefined)
  return phrase !== undefined && normalise(phrase).length > 0 ? phrase : null
}

const QUOTED = /^(?:["＂]([^"＂]+)["＂]|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』)$/

/** The other ways to write a term: okurigana, the glossary's spellings and readings, years and months. */
function expandTerm(text: string, words: readonly GlossaryWord[]): Variant[] {
  const [form = ''] = normalise(text)
  const variants: Variant[] = []
  const add = (variant: Variant) => {
    const known = variants.some(({ forms }) => forms.join() === variant.forms.join() && variant.eraWords.length === 0)
    if (!known) variants.push(variant)
  }
  const era = readEra(text)
  if (era) add({ label: formatEra(era), forms: [], eraWords: wordsOfEra(era, text) })
  if (!era) for (const { label, form: other } of otherNumbers(form)) add({ label, forms: [other], eraWords: [] })
  const short = writeErasShort(form)
  for (const replaced of [...(era || normalise(short)[0] === form ? [] : [short]), ...replacements(form, words)]) {
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
    const whole = [reading, ...typed].some((way) => inHiragana(form) === inHiragana(normalise(way)[0] ?? ''))
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

/**
 * An initiative's or a heading's number as the report or a reader writes it: `2-1-3-1`, `２－１－３－１`, `2-(1)-③`, `2(1)③`,
 * `2.1.3.1`, `2の(1)の③`, `視点2`, `視点2の(1)`. Of two parts only with a dash or brackets: 2.1 may be any figure. Without its viewpoint, as the
 * report prints it beside a heading, it begins with a dash: `(1)③` → `-1-3`, which is that of every viewpoint that has one.
 */
export function readNumber(text: string): string | null {
  // NFKC makes ③ a 3. A long vowel is what a Japanese keyboard types for a dash.
  const plain = text.normalize('NFKC').toLowerCase().trim()
  const named = /^視点 ?(\d)$/.exec(plain)?.[1]
  if (named) return named
  const number = plain
    .replace(/^(?:no\.?|取組|番号|視点(?=.*[-(の])) ?|番$/g, '')
    .replace(/(?<=[\d)]) ?の ?(?=\()|(?<=\)) ?の ?(?=\d)/g, '-')
    .replace(/ ?[()] ?|[‐‑‒–—―−ー]/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/-$/, '')
  const dashed = /^\d+(?:([./の])\d+)(?:\1\d+)+$/.test(number) ? number.replace(/[./の]/g, '-') : number
  const below = WITHOUT_VIEWPOINT.test(plain) ? dashed.slice(1) : null
  const parts = parseNumber(below ?? dashed)
  return parts && parts.length > 1 ? dashed : null
}

/** `(1)③`, `(1)-③`, `(1)の③-2`: the brackets say that it is no figure. */
const WITHOUT_VIEWPOINT = /^\(\d{1,2}\)/

/** Whether a number is the one that is asked for, which may leave its viewpoint out: `2-1-3` is `-1-3`. */
export function isNumberAsked(number: string, asked: string | null): boolean {
  return number === asked || (asked?.startsWith('-') === true && number.replace(/^\d+/, '') === asked)
}
