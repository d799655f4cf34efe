import { type EraToken, calendarYearOf, fiscalYearOf, isPossible } from '../../text/era.ts'
import { findEras } from '../../text/written-eras.ts'

/**
 * Years and months of a text, in the report of a fiscal year, as words of the index, alike in whatever way a text or a query writes them.
 * A year that stands alone, the calendar year and the fiscal year of a month, and a month are words of different kinds:
 * 2026年度 asks for R8 and for months of that fiscal year, 2026年 for R8 and for months of that calendar year.
 */
export function eraWords(text: string, reportYear: number): string[] {
  return findEras(text, reportYear).filter(isPossible).flatMap(wordsOfToken)
}

/** The words of one year or month of a text. */
export function wordsOfToken(token: EraToken): string[] {
  const year = calendarYearOf(token)
  if (token.month === null) return [`ey${year}`]
  return [`em${year}${twoDigits(token.month)}`, `ec${year}`, `ef${fiscalYearOf(token)}`]
}

/** The words that a query asks for, one after the other: `令和9年度` → `['ey2027', 'ef2027']`, `R7.4` → `['em202504']`. */
export function wordsOfEra(token: EraToken, text: string): string[] {
  const year = calendarYearOf(token)
  if (token.month !== null) return [`em${year}${twoDigits(token.month)}`]
  const fiscal = text.includes('年度')
  const calendar = !fiscal && text.includes('年')
  return [`ey${year}`, ...(fiscal ? [] : [`ec${year}`]), ...(calendar ? [] : [`ef${year}`])]
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
