import { type AskedTime, askedTimes } from '../language/asked-times.ts'
import { type Content, contentOf } from '../language/content.ts'
import { type Form, formsOf, normalise, textOf } from '../language/forms.ts'
import { findOtherWords } from '../language/other-words.ts'
import { respell } from '../language/respelling.ts'
import { allFormsOf, loosenForm } from '../language/spelling.ts'
import type { Lexicon } from './lexicon.ts'

/** A part of a query that is weighed and looked for by itself: offsets into the query as it was read. */
export interface Unit {
  start: number
  end: number
  forms: string[]
  /** Years and months to look for. */
  eraWords: string[]
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
  /** What was read otherwise than it was typed: 電子契約 for でんしけいやく, R8 for 来年度. */
  readAs: string[]
}

/** More units and substitutes than help only cost time. */
const MOST_UNITS = 24
const MOST_SUBSTITUTES = 16
const LONGEST_READ = 80

/** Reads a query for its content: `'若者の定着'` → units 若者 and 定着. `reportYears` are fiscal years, the newest first. */
export function readContent(query: string, lexicon: Lexicon, reportYears: readonly number[]): ContentQuery {
  const parts = query.toWellFormed().trim().split(/\s+/u)
  const typed = parts.map((part) => normalise(part)[0] ?? '').join(' ')
  const { text, labels, homophones } = respell(typed.slice(0, LONGEST_READ), lexicon)
  const times = askedTimes(text, reportYears)
  // A time is one unit; what else its characters say is not asked for.
  const timeless = times.reduce((rest, { start, end }) => blank(rest, start, end), text)
  const loose = loosenForm(formsOfParts(timeless))
  const runs = contentOf(textOf(loose))
  const units = [...times.map(timeUnit), ...runs.flatMap((content) => unitsOf(content, loose))]
  const substitutes = findOtherWords(timeless, [...homophones, ...lexicon.others]).flatMap(({ start, end, written }) =>
    written.map((label): Substitute => ({ start, end, label, forms: allFormsOf(label) })),
  )
  return {
    words: runs.map(({ start, end }) => textOf(loose.slice(start, end))),
    units: units.slice(0, MOST_UNITS),
    substitutes: substitutes.slice(0, MOST_SUBSTITUTES),
    readAs: [...new Set([...labels, ...times.filter((time) => isOtherwise(time, text)).map(({ label }) => label)])],
  }
}

const blank = (text: string, start: number, end: number) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)

/** A year or month that the reader did not write as the report does. */
const isOtherwise = ({ start, end, label }: AskedTime, text: string) =>
  normalise(text.slice(start, end))[0] !== normalise(label)[0]

const timeUnit = ({ start, end, eraWords }: AskedTime): Unit => ({ start, end, forms: [], eraWords, weight: 1 })

/** The normal form of a text, with the spaces that part it. */
function formsOfParts(text: string): Form {
  const form: Form = []
  let done = 0
  for (const part of text.split(' ')) {
    for (const unit of formsOf(part)[0] ?? []) form.push({ ...unit, start: unit.start + done, end: unit.end + done })
    done += part.length + 1
    form.push({ character: ' ', start: done - 1, end: done })
  }
  return form
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
    eraWords: [],
    weight,
  }
}
