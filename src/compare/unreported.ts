import { flatResults } from '../report/body.ts'
import { fiscalYearOf, parseFiscalYear } from '../text/era.ts'
import type { Initiative, Report } from '../report/report.ts'
import type { TimelineEntry } from '../report/timeline.ts'
import { timesOf } from '../report/times.ts'
import { continuationBetween } from './continuation.ts'

/**
 * 未報告: whether an announcement's year has come, by the year of the last of the `later` reports (earliest first, of
 * which the first comes after `report`), and no result of the same initiative in any of them speaks of that year. Where
 * only staff can tell whether an initiative goes on, nothing is said.
 */
export function isUnreported(
  { kind, fiscalYear, initiative }: TimelineEntry,
  report: Report,
  later: readonly Report[],
): boolean {
  const reached = parseFiscalYear(later.at(-1)?.year ?? '') ?? 0
  if (kind !== 'announced' || fiscalYear > reached) return false
  let before = report
  let current: Initiative = initiative
  for (const after of later) {
    const { later: next, doubtful } = continuationBetween(before, after)
    const continuation = next.get(current.number)
    if (!continuation) return ![...doubtful.values()].includes(current)
    if (speaksOf(continuation, fiscalYear, after)) return false
    before = after
    current = continuation
  }
  return true
}

function speaksOf({ results }: Initiative, fiscalYear: number, { year }: Report): boolean {
  const own = parseFiscalYear(year) ?? 0
  return flatResults(results).some(({ text }) => timesOf(text, own).some((time) => fiscalYearOf(time) === fiscalYear))
}
