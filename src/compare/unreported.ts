import { flatResults } from '../report/body.ts'
import { fiscalYearOf, parseFiscalYear } from '../text/era.ts'
import type { Initiative, Report } from '../report/report.ts'
import type { TimelineEntry } from '../report/timeline.ts'
import { timesOf } from '../report/times.ts'

/**
 * The same initiative in the next year's report: the one that names this number in `continues`, else the one of the
 * same title in a section of the same title; `null` where it is gone.
 */
function continuationOf(initiative: Initiative, later: Report): Initiative | null {
  return (
    later.initiatives.find(({ continues }) => continues === initiative.number) ??
    later.initiatives.find(
      ({ title, section, continues }) =>
        continues === null && title === initiative.title && section.title === initiative.section.title,
    ) ??
    null
  )
}

/**
 * 未報告: whether an announcement's year has come, by the later report's own year, and no result of the same
 * initiative there speaks of that year.
 */
export function isUnreported({ kind, fiscalYear, initiative }: TimelineEntry, later: Report): boolean {
  const reached = parseFiscalYear(later.year) ?? 0
  if (kind !== 'announced' || fiscalYear > reached) return false
  const continuation = continuationOf(initiative, later)
  if (!continuation) return true
  return !flatResults(continuation.results).some(({ text }) =>
    timesOf(text).some((time) => fiscalYearOf(time) === fiscalYear),
  )
}
