import { findEras, fiscalYearOf, isPossible } from './era.ts'

/**
 * 見込み・予定: whether a text of the report of `fiscalYear` (2025 for R7) speaks of what is still to come: `R9～`, `予定`, `検討`.
 * The budget of the coming year is made in this one, so `R8当初予算` does not count.
 */
export function isOutlook(text: string, fiscalYear: number): boolean {
  if (/予定|検討/.test(text)) return true
  return findEras(text).some(
    (token) => isPossible(token) && fiscalYearOf(token) > fiscalYear && !text.slice(token.end).startsWith('当初予算'),
  )
}
