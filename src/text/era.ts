/**
 * 元号: the years and months of the text, `R7`, `R7.4`, `R8～`, `令和8年2月`.
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

/** A year or month as written at one place of a text. */
export interface EraToken {
  /** Verbatim, without a following `～`. */
  text: string
  start: number
  end: number
  letter: EraLetter
  year: number
  /** 1 to 12 where the text names a month; may be out of range, see `isPossible`. */
  month: number | null
  /** `R6～`: from then on. */
  ongoing: boolean
}

/** A year or month as the report writes it. */
export const ERA_PATTERN =
  /(?<![A-Za-z0-9])([RHS])(\d{1,3})(?:\.(\d{1,2}))?(?!\d|[A-Za-z])(～?)|(令和|平成|昭和)(\d{1,3}|元)年(?:度|(\d{1,2})月)?(～?)/g

/** What a token begins with. Most lines have none of it, and to look for that alone is quick. */
const BEGINNING = /[RHS令平昭]/

/** Every era year or month of a text, in order: `'R5.8～開催'` → one token, year 5, month 8, ongoing. */
export function findEras(text: string): EraToken[] {
  if (!BEGINNING.test(text)) return []
  return Array.from(text.matchAll(ERA_PATTERN), (match) => {
    const [whole, latin, latinYear, latinMonth, latinFrom, kanji, kanjiYear, kanjiMonth, kanjiFrom] = match
    const ongoing = Boolean(latinFrom || kanjiFrom)
    const start = match.index
    const end = start + whole.length - (ongoing ? 1 : 0)
    const year = latinYear ?? kanjiYear ?? ''
    const month = latinMonth ?? kanjiMonth
    return {
      text: text.slice(start, end),
      start,
      end,
      letter: latin ? (latin as EraLetter) : kanji === '令和' ? 'R' : kanji === '平成' ? 'H' : 'S',
      year: year === '元' ? 1 : Number(year),
      month: month === undefined ? null : Number(month),
      ongoing,
    }
  })
}

/** Whether such a year and month can exist: not `R0`, not `R7.13`, not `H32`. */
export function isPossible(token: EraToken): boolean {
  const { last } = ERAS[token.letter]
  return token.year >= 1 && token.year <= last && (token.month === null || (token.month >= 1 && token.month <= 12))
}

/** The fiscal year that a token lies in, by its first calendar year: `R7` → 2025, `R8.2` → 2025. */
export function fiscalYearOf(token: EraToken): number {
  const calendarYear = calendarYearOf(token)
  return token.month !== null && token.month <= 3 ? calendarYear - 1 : calendarYear
}

/** A fiscal year as front matter writes it: `'R7'` → 2025; `null` for anything else. */
export function parseFiscalYear(text: string): number | null {
  const [token, ...others] = findEras(text)
  if (!token || others.length > 0 || token.text !== text || token.month !== null || !isPossible(token)) return null
  return /^[RHS]/.test(text) ? fiscalYearOf(token) : null
}

/** 2025 → `'R7'`; 2018 → `'H30'`. */
export function formatFiscalYear(year: number): string {
  const letter = year >= ERAS.R.first ? 'R' : year >= ERAS.H.first ? 'H' : 'S'
  return `${letter}${year - ERAS[letter].first + 1}`
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

/** The reverse of `monthName`: `'令和8年2月'` → `'2026-02'`; `null` where the text is not a possible month. */
export function parseMonthName(text: string): string | null {
  const [token] = findEras(text)
  if (!token || token.text !== text || token.month === null || !isPossible(token)) return null
  return `${calendarYearOf(token)}-${String(token.month).padStart(2, '0')}`
}

/** A token in full, in both calendars: `R7.4` → `令和7年4月（2025年4月）`, `R8～` → `令和8年度（2026年度）から`. */
export function eraReading(token: EraToken): string {
  const name = `${ERAS[token.letter].name}${token.year}年`
  const calendarYear = calendarYearOf(token)
  const reading =
    token.month === null
      ? `${name}度（${calendarYear}年度）`
      : `${name}${token.month}月（${calendarYear}年${token.month}月）`
  return token.ongoing ? `${reading}から` : reading
}

/** A token for `<time datetime>`: `R7.4` → `2025-04`, `R7` → `2025`. */
export function eraDateTime(token: EraToken): string {
  const year = String(calendarYearOf(token))
  return token.month === null ? year : `${year}-${String(token.month).padStart(2, '0')}`
}

/** The year of the common calendar that a token names: `R8.2` → 2026. */
export function calendarYearOf(token: EraToken): number {
  return ERAS[token.letter].first + token.year - 1
}

/** The report's own short form: `R7.4`, `R9`. */
export function formatEra({ letter, year, month }: EraToken): string {
  return `${letter}${year}${month === null ? '' : `.${month}`}`
}
