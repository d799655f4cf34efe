import { type EraToken, fiscalYearOf, isPossible } from './era.ts'
import type { WrittenNumber } from './number.ts'
import { findEras, isRange } from './written-eras.ts'
import { isTooFar } from './year-or-name.ts'

/** Fiscal years by first calendar year, both included: `R6～` in the report of R7 is 2024 to 2025. */
export interface Span {
  from: number
  to: number
}

/** What says the years of a text's numbers. */
export interface Years {
  /** Its width folded, its years blanked out. */
  text: string
  eras: readonly EraToken[]
  /** The report's own fiscal year. */
  year: number
  /** What holds where the text names no year before a number. */
  before: Span | null
}

/** The years of one number. */
export interface YearsOfNumber {
  years: Span
  /** Whether the text itself names the year, and names just that one. */
  dated: boolean
  /** Whether the year that the text names can't be: `R7.13 5件`. */
  doubtful: boolean
}

/** Numbers in a row, `10件→12件`, and years in a row, `R6→R7`. */
const BETWEEN_NUMBERS = /^[^\d()。\n]{0,12}?[→・、,/] ?$/
const BETWEEN_YEARS = /^ ?[→・、,/] ?$/
/** With what a number is compared; it is not the number's own year: `R6比`, `R6より5件増`. */
const COMPARED = /^(?:年度?)?(?:との?比|比|より|に?比べ|と比べ|から(?=[^→、。]{0,12}[増減]))/

/**
 * The years of the number at a place among those of a text: a year in brackets right behind it (`127件（R5実績）`), else
 * the nearest year before it, else what surrounds the text, else the report's own. Where as many years stand in a row as
 * numbers do (`R6→R7：10件→12件`), each number has its own; where they are not as many, all have all of them.
 */
export function yearsOf(numbers: readonly WrittenNumber[], at: number, context: Years): YearsOfNumber {
  const { text, eras, year, before } = context
  const [first, last] = rowOf(numbers, at, text)
  const row =
    behind(text, numbers[last]?.end ?? 0, eras, first === last || at === last) ?? ahead(numbers[first], context)
  const own = row.length === last - first + 1 ? row[at - first] : row.length === 1 ? row[0] : undefined
  const surrounding = before ?? { from: year, to: year }
  if (row.length === 0) return { years: surrounding, dated: false, doubtful: false }
  if (row.some((token) => !isPossible(token) || isTooFar(token, year)))
    return { years: surrounding, dated: false, doubtful: true }
  if (!own) {
    const spans = row.map((token) => spanOf(token, eras, text, year))
    const years = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
    return { years, dated: false, doubtful: false }
  }
  const years = spanOf(own, eras, text, year)
  return { years, dated: !own.ongoing && !isEndOfRange(own, eras, text), doubtful: false }
}

/** The first and last of the numbers that stand in a row with this one. */
function rowOf(numbers: readonly WrittenNumber[], at: number, text: string): [first: number, last: number] {
  const joined = (i: number) =>
    BETWEEN_NUMBERS.test(text.slice(numbers[i]?.end ?? 0, numbers[i + 1]?.start ?? Infinity)) && i + 1 < numbers.length
  let [first, last] = [at, at]
  while (first > 0 && joined(first - 1)) first--
  while (joined(last)) last++
  return [first, last]
}

/** The years in brackets right behind a number and its unit, where no other number stands there. */
function behind(text: string, end: number, eras: readonly EraToken[], isLast: boolean): EraToken[] | null {
  const bracket = /^[^\d(、。→\n]{0,30}\(([^\d()]*)\)/.exec(text.slice(end, end + 120))
  if (!bracket) return null
  const close = end + bracket[0].length
  const inside = eras.filter((token) => token.start > end && token.end < close)
  return inside.length > 1 || (inside.length === 1 && isLast) ? inside : null
}

/** The nearest year before a number, with those that stand in a row with it. */
function ahead(number: WrittenNumber | undefined, { text, eras }: Years): EraToken[] {
  const start = number?.start ?? 0
  let at = eras.findLastIndex((token) => token.start < start && !COMPARED.test(text.slice(token.end)))
  const row: EraToken[] = []
  for (let token = eras[at]; token; token = eras[--at]) {
    const next = row[0]
    if (next && !BETWEEN_YEARS.test(text.slice(token.end, next.start))) break
    row.unshift(token)
  }
  return row
}

/** The years that hold at the end of a text, for what stands below it: those of its last year, if it names any. */
export function lastSpan(text: string, year: number): Span | null {
  const eras = findEras(text, year).filter(isPossible)
  const last = eras.at(-1)
  return last ? spanOf(last, eras, text, year) : null
}

/** `R6～` runs up to the report's year, `R6～R8` up to R8. */
function spanOf(token: EraToken, eras: readonly EraToken[], text: string, year: number): Span {
  const own = fiscalYearOf(token)
  const at = eras.indexOf(token)
  const [opening, closing] = [eras[at - 1], eras[at + 1]]
  if (closing && isRange(text, token, closing)) return { from: own, to: Math.max(own, fiscalYearOf(closing)) }
  if (opening && isRange(text, opening, token)) return { from: Math.min(fiscalYearOf(opening), own), to: own }
  return { from: own, to: token.ongoing ? Math.max(own, year) : own }
}

function isEndOfRange(token: EraToken, eras: readonly EraToken[], text: string): boolean {
  const opening = eras[eras.indexOf(token) - 1]
  return opening !== undefined && isRange(text, opening, token)
}
