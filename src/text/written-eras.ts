import { type EraLetter, type EraToken, ERAS, calendarYearOf, eraOf, fiscalYearOf, isPossible } from './era.ts'
import { foldWidth } from './fold.ts'
import { KANJI_DIGITS, readKanjiDigits } from './kanji-digits.ts'
import { type Sense, senseOf } from './year-or-name.ts'

/**
 * The one reader of years, months and days as a text writes them: `R7`, `R7.4`, `R8年2月`, `Ｒ８．１０`, `令和七年四月一日`,
 * `令和6（2024）年度`, `2024年度`, `令和6年度10件、7年度12件` (era left out), 昨年度 (counted from the report's year).
 */

const K = `[${KANJI_DIGITS}]`
const monthAndDay = (name: string) => `(?<${name}Month>\\d{1,2}|${K}{1,2})月(?:(?<${name}Day>\\d{1,2}|${K}{1,3})日)?`
const JOIN = '[～・、,→-]'

const PATTERN = new RegExp(
  [
    String.raw`(?<![A-Za-z\d]|[A-Za-z]-)(?<letter>[RHS])(?<short>\d{1,3}|元(?!気))(?:\.(?<dotMonth>\d{1,2})(?:\.(?<dotDay>\d{1,2}))?(?!\d|\.\d)|年(?:度|${monthAndDay('short')})?)?(?![A-Za-z\d])`,
    String.raw`(?<name>令和|平成|昭和)(?<long>\d{1,3}|元|${K}{1,3})(?:\((?:19|20)\d\d年?度?\))?(?:年(?:度|${monthAndDay('long')})?|(?=${JOIN}\d{1,2}(?:${JOIN}\d{1,2})*年))`,
    String.raw`(?<![\d.,])(?<western>(?:19|20)\d\d)(?:\((?:令和|平成|昭和|[RHS])(?:\d{1,2}|元)年?度?\))?年(?!間|問題|来|代|前|後)(?:度|${monthAndDay('western')})?`,
    String.raw`(?<![\d.,A-Za-z])(?<elided>\d{1,2})(?:年(?:度|${monthAndDay('elided')})?|(?=${JOIN}\d{1,2}年))`,
    String.raw`(?<![対日])(?<relative>一昨|再来|昨|今|本|来|前|翌)年度(?!比|並み)`,
  ].join('|'),
  'g',
)

/** What a token begins with or must have. Most lines have none of it, and to look for that alone is quick. */
const BEGINNING = /[RHSＲＨＳ年]/

const RELATIVE: Record<string, number> = { 一昨: -2, 昨: -1, 今: 0, 本: 0, 来: 1, 再来: 2, 前: -1, 翌: 1 }

/**
 * Every year, month and day of a text, in order: `'R5.8～開催'` → one token, year 5, month 8, ongoing. `reportYear` is
 * the fiscal year of the text's report, by which years without era, relative ones and bare letters with a number are
 * read; without it (what a searcher types) a letter and number is a year.
 */
export function findEras(text: string, reportYear: number | null = null): EraToken[] {
  return readEras(text, reportYear).flatMap(({ token, sense }) => (sense === 'year' ? [token] : []))
}

/** The same with what only looks like a year, which no reader of numbers takes for one either. */
export function readEras(text: string, reportYear: number | null): { token: EraToken; sense: Sense }[] {
  if (!BEGINNING.test(text)) return []
  const folded = foldWidth(text)
  const found: { token: EraToken; sense: Sense }[] = []
  for (const match of folded.matchAll(PATTERN)) {
    const previous = found.findLast(({ sense }) => sense === 'year')?.token
    const named = nameOf(match, folded, previous, reportYear)
    if (!named) continue
    const start = match.index
    const end = start + match[0].length
    const token: EraToken = { text: text.slice(start, end), start, end, ...named, ongoing: folded.charAt(end) === '～' }
    found.push({ token, sense: senseOf(token, folded, reportYear) })
  }
  return found
}

type Named = Pick<EraToken, 'letter' | 'year' | 'month' | 'day' | 'calendar'>

function nameOf(
  match: RegExpExecArray,
  text: string,
  previous: EraToken | undefined,
  reportYear: number | null,
): Named | null {
  const part = match.groups ?? {}
  const month = read(
    part['dotMonth'] ?? part['shortMonth'] ?? part['longMonth'] ?? part['westernMonth'] ?? part['elidedMonth'],
  )
  const day = read(part['dotDay'] ?? part['shortDay'] ?? part['longDay'] ?? part['westernDay'] ?? part['elidedDay'])
  const isCalendar = month === null && match[0].endsWith('年')
  const rest = { month, ...(day !== null && { day }), ...(isCalendar && { calendar: true as const }) }
  if (part['letter']) return { letter: part['letter'] as EraLetter, year: read(part['short']) ?? 0, ...rest }
  if (part['name']) return { letter: letterOf(part['name']), year: read(part['long']) ?? 0, ...rest }
  if (part['western']) return { ...eraOf(Number(part['western'])), ...rest }
  if (part['relative']) {
    // 前年度 and 翌年度 are counted from the year that the text named last, the others from the report's own.
    const from = /[前翌]/.test(part['relative']) && previous ? fiscalYearOf(previous) : reportYear
    return from === null ? null : { ...eraOf(from + (RELATIVE[part['relative']] ?? 0)), month: null }
  }
  return elided(Number(part['elided']), match, text, previous, reportYear, rest)
}

/** `7年度` behind 令和6年度: the era that brings it nearest to the year before it, or to the report's own. */
function elided(
  year: number,
  match: RegExpExecArray,
  text: string,
  previous: EraToken | undefined,
  reportYear: number | null,
  rest: Omit<Named, 'letter' | 'year'>,
): Named | null {
  const isNext = previous !== undefined && new RegExp(`^${JOIN}$`).test(text.slice(previous.end, match.index))
  const isYear =
    isNext || (match[0].endsWith('年度') && !/(?:過去|今後|向こう|直近|約|計|第|全)$/.test(text.slice(0, match.index)))
  const near = previous ? calendarYearOf(previous) : reportYear
  if (!isYear || near === null) return null
  const letters = Object.keys(ERAS) as EraLetter[]
  const far = (letter: EraLetter) => Math.abs(ERAS[letter].first + year - 1 - near)
  const [letter = 'R'] = letters.sort((a, b) => far(a) - far(b))
  return far(letter) <= 30 ? { letter, year, ...rest } : null
}

function read(digits: string | undefined): number | null {
  if (digits === undefined) return null
  if (digits === '元') return 1
  return /\d/.test(digits) ? Number(digits) : readKanjiDigits(digits)
}

function letterOf(name: string): EraLetter {
  return (Object.keys(ERAS) as EraLetter[]).find((letter) => ERAS[letter].name === name) ?? 'R'
}

/** A month that a text names and nothing else, as the cover has it: `'令和8年2月'` → `'2026-02'`; `null` for any other text. */
export function parseMonthName(text: string): string | null {
  const [token] = findEras(text)
  if (!token || token.text !== text || token.month === null || token.day || !isPossible(token)) return null
  return `${calendarYearOf(token)}-${String(token.month).padStart(2, '0')}`
}

/** Whether one token runs up to the next: `R6～R8`, `R6-R8`, 令和6年度から8年度. */
export function isRange(text: string, from: EraToken, to: EraToken): boolean {
  return /^ ?(?:[～-]|から) ?$/.test(foldWidth(text.slice(from.end, to.start)))
}
