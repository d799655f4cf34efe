import { type Form, formsOf, normalise, textOf } from '../language/forms.ts'
import { allFormsOf, loosenForm } from '../language/spelling.ts'
import { type Content, contentOf } from '../language/content.ts'
import { type OtherWords, findOtherWords } from '../language/other-words.ts'

/** A part of a query that is weighed and looked for by itself: offsets into the query's normal form. */
export interface Unit {
  start: number
  end: number
  forms: string[]
  /** How much it tells beside a pair of kanji. */
  weight: number
}

/** Another way to say a part of a query. */
export interface Substitute {
  start: number
  end: number
  /** What to tell the reader: 「除雪」でも検索しました. */
  label: string
  forms: string[]
}

/** A query as the ranked list reads it. */
export interface ContentQuery {
  /** Its content, word by word. */
  words: string[]
  units: Unit[]
  substitutes: Substitute[]
}

/** More units and substitutes than help only cost time. */
const MOST_UNITS = 24
const MOST_SUBSTITUTES = 16

/** Reads a query for its content: `'若者の定着'` → units 若者 and 定着. */
export function readContent(query: string, others: readonly OtherWords[]): ContentQuery {
  const text = (normalise(query.toWellFormed().trim())[0] ?? '').slice(0, 80)
  const loose = loosenForm(formsOf(text)[0] ?? [])
  const runs = contentOf(textOf(loose))
  const units = runs.flatMap((content) => unitsOf(content, loose))
  const substitutes = findOtherWords(text, others).flatMap(({ start, end, written }) =>
    written.map((label): Substitute => ({ start, end, label, forms: allFormsOf(label) })),
  )
  return {
    words: runs.map(({ start, end }) => textOf(loose.slice(start, end))),
    units: units.slice(0, MOST_UNITS),
    substitutes: substitutes.slice(0, MOST_SUBSTITUTES),
  }
}

/** Whether a query has no more content than one run of one script. */
export function isOneWord(query: string): boolean {
  return contentOf(normalise(query)[0] ?? '').length < 2
}

/** A run in units: neighbouring pairs of kanji, three kana, a whole word in letters or digits. */
function unitsOf({ start, end, script }: Content, loose: Form): Unit[] {
  const length = script === 'han' ? 2 : script === 'katakana' || script === 'hiragana' ? 3 : end - start
  if (end - start <= length) return [unitAt(start, end, loose, script === 'han' && end - start === 1 ? 0.5 : 1)]
  return Array.from({ length: end - start - length + 1 }, (_, i) => unitAt(start + i, start + i + length, loose, 1))
}

function unitAt(start: number, end: number, loose: Form, weight: number): Unit {
  return {
    start: loose[start]?.start ?? 0,
    end: loose[end - 1]?.end ?? 0,
    forms: [textOf(loose.slice(start, end))],
    weight,
  }
}
