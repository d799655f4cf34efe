import { z } from 'astro/zod'

/** 用語集: what stands in glossary.yml. */
export const termSchema = z.strictObject({
  term: z.string().trim().min(1).meta({ description: '用語。報告書の本文にある書き方で書きます' }),
  reading: z
    .string()
    .regex(/^[ぁ-んー]+$/)
    .meta({ description: '読み（ひらがな）' }),
  meaning: z
    .string()
    .trim()
    .min(1)
    .regex(/^[^\n]+$/)
    .meta({ description: '意味。1行で、言い切りの文で書きます' }),
  spellings: z
    .array(z.string().trim().min(1))
    .default([])
    .meta({ description: 'ほかの書き方。検索でこの言葉を入れても、用語が見つかります' }),
  reviewed: z.boolean().meta({ description: '職員が意味を確かめたら true にします' }),
})

export const glossarySchema = z.strictObject({ terms: z.array(termSchema) })

/** 用語: an entry of the glossary. */
export type Term = z.infer<typeof termSchema>

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

/**
 * Where terms stand in a text, the longest at each place. A term in letters or katakana is a whole word there:
 * `RPA` is not in `RPAX`, nor `ライン` in `オンライン`.
 */
export function findTerms(text: string, terms: readonly Term[]): TermPlace[] {
  const longestFirst = [...terms].sort((a, b) => b.term.length - a.term.length)
  const places: TermPlace[] = []
  for (let i = 0; i < text.length; i++) {
    const term = longestFirst.find(({ term }) => text.startsWith(term, i) && isWholeWord(text, i, i + term.length))
    if (!term) continue
    places.push({ term, start: i, end: i + term.term.length })
    i += term.term.length - 1
  }
  return places
}

const SCRIPTS = [/[A-Za-zＡ-Ｚａ-ｚ]/, /[\p{Script=Katakana}ー]/u, /[0-9０-９]/]

/** Whether the part does not go on in its own script on either side. Kanji and hiragana words go on freely. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  const goesOn = (a: string | undefined, b: string | undefined) =>
    SCRIPTS.some((script) => a !== undefined && b !== undefined && script.test(a) && script.test(b))
  return !goesOn(text[start - 1], text[start]) && !goesOn(text[end - 1], text[end])
}
