import { type EraToken, ERAS, formatEra, formatFiscalYear, isPossible } from '../../text/era.ts'
import { wordsOfEra } from './era-words.ts'
import { TYPED, readEra } from './typed-era.ts'

/** A time that a query asks for: where it stands, and the words of the index for it. */
export interface AskedTime {
  start: number
  end: number
  /** `R8`; what `来年度` is, as the reader is told. */
  label: string
  eraWords: string[]
}

/** Years counted from the report's: fiscal years from its own, calendar years from the one in which it ends. */
const RELATIVE: Record<string, number> = {
  一昨年: -2,
  昨年: -1,
  去年: -1,
  前年: -1,
  今年: 0,
  本年: 0,
  来年: 1,
  再来年: 2,
}

const RELATIVE_TIME = /(一昨年|昨年|去年|前年|今年|本年|再来年|来年)(度)?(?:の?(\d{1,2})月)?/g
const MONTH = /(?<![\d年.])(\d{1,2})月/g

/**
 * The years and months in a query in normal form, asked of reports of these fiscal years, the newest first: `昨年11月` is
 * R7.11 in the report of R7, which ends in 2026; `2月` is R8.2.
 */
export function askedTimes(text: string, reportYears: readonly number[]): AskedTime[] {
  const newest = reportYears[0] ?? 0
  const found: AskedTime[] = []
  const add = (part: string, start: number, label: string, eraWords: string[]) => {
    const end = start + part.length
    if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end, label, eraWords })
  }
  for (const { 0: part, index } of text.matchAll(TYPED)) {
    const token = readEra(part)
    if (token) add(part, index, formatEra(token), wordsOfEra(token, part))
  }
  for (const { 0: part, 1: word = '', 2: fiscal, 3: month, index } of text.matchAll(RELATIVE_TIME)) {
    const steps = RELATIVE[word] ?? 0
    if (month !== undefined) {
      const token = monthOf(newest + 1 + steps, Number(month))
      if (token) add(part, index, formatEra(token), wordsOfEra(token, part))
    } else if (fiscal !== undefined) {
      const label = formatFiscalYear(newest + steps)
      add(part, index, label, [`ey${newest + steps}`, `ef${newest + steps}`])
    } else {
      const year = newest + 1 + steps
      add(part, index, `${year}年`, [`ey${year}`, `ec${year}`])
    }
  }
  for (const { 0: part, 1: month, index } of text.matchAll(MONTH)) {
    const tokens = reportYears.flatMap((year) => monthOf(Number(month) < 4 ? year + 1 : year, Number(month)) ?? [])
    const [first] = tokens
    if (first) add(part, index, formatEra(first), tokens.flatMap((token) => wordsOfEra(token, part)))
  }
  return found
}

/** A month of the common calendar; `null` for one that is none. */
function monthOf(year: number, month: number): EraToken | null {
  const token: EraToken = {
    text: '',
    start: 0,
    end: 0,
    letter: 'R',
    year: year - ERAS.R.first + 1,
    month,
    ongoing: false,
  }
  return isPossible(token) ? token : null
}
