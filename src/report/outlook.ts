import { fiscalYearOf } from '../text/era.ts'
import { timesOf } from './times.ts'

/**
 * 見込み・予定: whether a text of the report of `fiscalYear` (2025 for R7) speaks of what is still to come: `R9～`, `予定`, `検討`.
 * The budget of the coming year is made in this one: `R8当初予算` is a name and no time.
 */
export function isOutlook(text: string, fiscalYear: number): boolean {
  return /予定|検討/.test(text) || timesOf(text, fiscalYear).some((time) => fiscalYearOf(time) > fiscalYear)
}
