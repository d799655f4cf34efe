/**
 * 元号: years and months, `R7`, `R7.4`, `令和8年2月`, and what they are in both calendars. `written-eras.ts` finds them in a text.
 *
 * A Japanese fiscal year runs from April to March and is named by the calendar year in which it begins,
 * so `R8.2` (February 2026) lies in the fiscal year `R7` (地方自治法 第208条).
 */

/** First calendar year and last year number of each era that a report can speak of (改元: 1926, 1989, 2019). */
export const ERAS = {
  R: { name: '令和', first: 2019, last: 99 },
  H: { name: '平成', first: 1989, last: 31 },
  S: { name: '昭和', first: 1926, last: 64 },
} as const

export type EraLetter = keyof typeof ERAS

/** A year, month or day as written at one place of a text. */
export interface EraToken {
  /** Verbatim, without a following `～`. */
  text: string
  start: number
  end: number
  letter: EraLetter
  year: number
  /** 1 to 12 where the text names a month; may be out of range, see `isPossible`. */
  month: number | null
  /** The day of the month, where the text names one. */
  day?: number
  /** `令和7年`: the calendar year, January to December; a year alone is a fiscal year otherwise (`R7`, `令和7年度`). */
  calendar?: true
  /** `R6～`: from then on. */
  ongoing: boolean
}

/** Whether such a date can exist: not `R0`, not `R7.13`, not `H32`, not `R7.2.29`. */
export function isPossible(token: EraToken): boolean {
  const { last } = ERAS[token.letter]
  if (token.year < 1 || token.year > last) return false
  if (token.month === null) return true
  return token.month >= 1 && token.month <= 12 && isDay(calendarYearOf(token), token.month, token.day ?? 1)
}

/** Whether a month of a year has this day; without a year, whether it ever has: 2月29日. */
export function isDay(year: number | null, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

/** The fiscal year that a token lies in, by its first calendar year: `R7` → 2025, `R8.2` → 2025, 令和7年 → 2025. */
export function fiscalYearOf(token: EraToken): number {
  const calendarYear = calendarYearOf(token)
  return token.month !== null && token.month <= 3 ? calendarYear - 1 : calendarYear
}

/** A fiscal year as front matter writes it: `'R7'` → 2025; `null` for anything else. */
export function parseFiscalYear(text: string): number | null {
  const [, letter, digits] = /^([RHS])(\d{1,2})$/.exec(text) ?? []
  const year = Number(digits)
  const { first, last } = ERAS[(letter ?? 'R') as EraLetter]
  return letter && year >= 1 && year <= last ? first + year - 1 : null
}

/** 2025 → `'R7'`; 2018 → `'H30'`. */
export function formatFiscalYear(year: number): string {
  const named = eraOf(year)
  return `${named.letter}${named.year}`
}

/** A fiscal year in both calendars: 2025 → `'令和7年度（2025年度）'`. */
export function fiscalYearReading(year: number): string {
  return `${fiscalYearName(formatFiscalYear(year))}（${year}年度）`
}

/** `'R7'` → `'令和7年度'`. */
export function fiscalYearName(text: string): string {
  const letter = text.slice(0, 1) as EraLetter
  return `${ERAS[letter].name}${text.slice(1)}年度`
}

/** A month of the common calendar in the era's words: `'2026-02'` → `'令和8年2月'`. Reiwa only: reports begin there. */
export function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `令和${(year ?? 0) - ERAS.R.first + 1}年${number}月`
}

/** `2026-05-20` → `令和8年5月20日`. */
export function dayName(day: string): string {
  return `${monthName(day)}${Number(day.slice(8))}日`
}

/**
 * A token in full, in both calendars: `R7.4` → `令和7年4月（2025年4月）`, `R8～` → `令和8年度（2026年度）から`, 令和7年 →
 * `令和7年（2025年1月～12月）`, which is no fiscal year.
 */
export function eraReading(token: EraToken): string {
  const name = `${ERAS[token.letter].name}${token.year}年`
  const calendarYear = calendarYearOf(token)
  const date = token.month === null ? '' : `${token.month}月${token.day === undefined ? '' : `${token.day}日`}`
  const alone = token.calendar ? `${name}（${calendarYear}年1月～12月）` : `${name}度（${calendarYear}年度）`
  const reading = token.month === null ? alone : `${name}${date}（${calendarYear}年${date}）`
  return token.ongoing ? `${reading}から` : reading
}

/** A token for `<time datetime>`: `R7.4` → `2025-04`, `R7` → `2025`. */
export function eraDateTime(token: EraToken): string {
  const parts = [calendarYearOf(token), ...(token.month === null ? [] : [token.month, token.day ?? []].flat())]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** The year of the common calendar that a token names: `R8.2` → 2026. */
export function calendarYearOf(token: EraToken): number {
  return ERAS[token.letter].first + token.year - 1
}

/** The report's own short form: `R7.4`, `R9`. */
export function formatEra({ letter, year, month }: EraToken): string {
  return `${letter}${year}${month === null ? '' : `.${month}`}`
}

/** The era in which a year of the common calendar is named, and its number there: 2025 → R, 7; 2018 → H, 30. */
export function eraOf(calendarYear: number): { letter: EraLetter; year: number } {
  const letter = calendarYear >= ERAS.R.first ? 'R' : calendarYear >= ERAS.H.first ? 'H' : 'S'
  return { letter, year: calendarYear - ERAS[letter].first + 1 }
}
