import { flatResults } from '../report/body.ts'
import { fiscalYearOf, parseFiscalYear } from '../text/era.ts'
import { perReport } from '../report/per-report.ts'
import type { Initiative, Report } from '../report/report.ts'
import type { TimelineEntry } from '../report/timeline.ts'
import { timesOf } from '../report/times.ts'

/** A report's initiatives as the year before may know them: by the number that they continue, else by title and section. */
const successorsOf = perReport(({ initiatives }) => {
  const byContinued = new Map<string, Initiative>()
  const byTitle = new Map<string, Initiative>()
  for (const initiative of initiatives) {
    const [known, key] =
      initiative.continues === null ? [byTitle, titleOf(initiative)] : [byContinued, initiative.continues]
    if (!known.has(key)) known.set(key, initiative)
  }
  return { byContinued, byTitle }
})

/** Neither title holds a line break. */
const titleOf = ({ title, section }: Initiative) => `${section.title}\n${title}`

/**
 * The same initiative in the next year's report: the one that names this number in `continues`, else the one of the
 * same title in a section of the same title; `null` where it is gone.
 */
function continuationOf(initiative: Initiative, later: Report): Initiative | null {
  const { byContinued, byTitle } = successorsOf(later)
  return byContinued.get(initiative.number) ?? byTitle.get(titleOf(initiative)) ?? null
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
    timesOf(text, reached).some((time) => fiscalYearOf(time) === fiscalYear),
  )
}
