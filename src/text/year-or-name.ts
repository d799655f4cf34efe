import { type EraToken, calendarYearOf, eraOf } from './era.ts'

/**
 * Whether a letter and a number are a year: `R7` and `H30` are, `Amazon S3`, 水素（H2）, 冷媒R32 and 国道R280号 are not.
 * 年, 年度 or a month behind the number make it a year anywhere. A letter and number alone (`R7`) is decided by what
 * stands around it and by how far it is from the report's own year, never by the clock.
 */

/** `year`: it is one. `name`: it is none. `doubtful`: read as none, and only a person can say. */
export type Sense = 'year' | 'name' | 'doubtful'

/** A report speaks of years from so many before its own to so many after without more words than `H30`, `R13`. */
const BACK = 20
const AHEAD = 10
/** No plan looks further ahead; what does is a slip of the pen (`R77`). */
export const FURTHEST = 50

/** Behind the number of a road, a type, a part: `R280号`, `S100形`. */
const OF_A_NAME = /^(?:号|形|型|系|番|級|線|機|[-/]?(?![RHS]\d)[A-Za-z]|[-_]\d{3})/
/** What is named by a letter and a number. */
const NAMED = /冷媒|フロン|ガス|国道|県道|市道|町道|路線|型番|品番|型式|形式|機種|規格|車種|水素|ロケット/
/** A Latin word before it, to which it belongs: `Amazon S3`, `AI-R7`. */
const AFTER_LATIN = /[A-Za-z][A-Za-z\d]*[ -]$/
/** Words by which a number before them is a year. */
const OF_A_YEAR =
  /^(?:年|～|\s*[:→]|\s+[△▲+]?\d|から|まで|以[前降後]|末|頃|ごろ|時点|現在|中[にの]|当初|補正|決算|予算|実績|見込|計画|目標|上[半期]|下[半期]|[春夏秋冬](?![一-龠])|完成|開[始業通設催]|着手|予定|供用|運用|策定|達成|公表|実施|導入|廃止|移行|設置|拡大|改[定正]|施行|登録|回答|採用|比|との?比)/
const AFTER_YEAR = /[RHS]\d{1,2}(?:年度?)? ?[～→・、,-] ?$/

/** What a token means at its place in a folded text, in the report of the fiscal year `reportYear` (`null`: unknown). */
export function senseOf(token: EraToken, text: string, reportYear: number | null): Sense {
  if (!/^[RHS](?:\d+|元)(?:\.\d+)?$/.test(text.slice(token.start, token.end))) return 'year'
  const before = text.slice(0, token.start)
  const after = text.slice(token.end)
  const isNamed = NAMED.test(before.slice(-8)) || NAMED.test(after.slice(0, 6)) || OF_A_NAME.test(after)
  if (isNamed) return 'name'
  const isDate = token.month !== null
  const isOfYear = OF_A_YEAR.test(after) || AFTER_YEAR.test(before)
  if (reportYear === null)
    return isDate || isOfYear || (token.year < 100 && !AFTER_LATIN.test(before)) ? 'year' : 'name'
  const distance = calendarYearOf(token) - reportYear
  const isNear = distance >= -BACK && distance <= AHEAD
  if (AFTER_LATIN.test(before)) return !isNear ? 'name' : isDate || isOfYear ? 'year' : 'doubtful'
  if (isNear || isOfYear || token.year === 0) return 'year'
  if (isDate) return distance < 0 ? 'doubtful' : 'year'
  // A past year without any word beside it is a name oftener than a year; of a future one nobody can say.
  return distance < 0 || token.year >= 100 ? 'name' : 'doubtful'
}

/** Whether a token is a year that no report speaks of: R77 in the report of R7. */
export function isTooFar(token: EraToken, reportYear: number): boolean {
  return calendarYearOf(token) > reportYear + FURTHEST
}

/**
 * The year that was probably meant where a short year before a number lies far back but would be near the report's own
 * with its era's letter (`H7:523件` in the report of R7 → `R7`); else `null`.
 */
export function mistakenEra(token: EraToken, text: string, reportYear: number): string | null {
  const { letter, year } = eraOf(reportYear)
  const isLabel = /^\s*(?:年度)?\s*:?\s*[△▲+-]?\d/.test(text.slice(token.end))
  const isFar = calendarYearOf(token) < reportYear - BACK
  const isSlip = isLabel && isFar && token.letter !== letter && Math.abs(token.year - year) <= 5
  return isSlip && /^[RHS]/.test(token.text) ? `${letter}${token.year}` : null
}
