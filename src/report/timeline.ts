import { flatResults } from './body.ts'
import { type EraToken, fiscalYearOf, parseFiscalYear } from '../text/era.ts'
import { foldWidth } from '../text/fold.ts'
import { perReport } from './per-report.ts'
import type { Initiative, Report, Viewpoint } from './report.ts'
import { timesOf } from './times.ts'

/**
 * 年表: what happened and what is announced, by fiscal year, from the text alone. An entry is one result at one time
 * that the result names.
 */
export interface TimelineEntry {
  fiscalYear: number
  /** 1 to 12 where the text names the month. */
  month: number | null
  /** The time itself, with its day or as a calendar year where the text names one. */
  time: EraToken
  /** As written: `R8～`, `R13年度中`. */
  when: string
  kind: 'done' | 'announced'
  initiative: Initiative
  resultId: string
  /** The result's text, verbatim. */
  text: string
}

/** The entries of a report: earlier years first, months after the year's unnamed ones, then report order. */
export const timelineOf = perReport((report: Report): TimelineEntry[] => {
  const reportYear = parseFiscalYear(report.year) ?? 0
  const entries = report.initiatives.flatMap((initiative) =>
    flatResults(initiative.results).flatMap(({ id, text }) =>
      timesOf(text, reportYear).map((token) => {
        const fiscalYear = fiscalYearOf(token)
        return {
          fiscalYear,
          month: token.month,
          time: token,
          when: text.slice(token.start, token.end + (SUFFIX.exec(foldWidth(text.slice(token.end)))?.[0].length ?? 0)),
          kind: fiscalYear > reportYear ? ('announced' as const) : ('done' as const),
          initiative,
          resultId: id,
          text,
        }
      }),
    ),
  )
  return entries.sort(
    (a, b) => a.fiscalYear - b.fiscalYear || fiscalMonth(a.month) - fiscalMonth(b.month) || dayOf(a) - dayOf(b),
  )
})

/** The same by viewpoint, without viewpoints that name no time. */
export const viewpointTimelinesOf = perReport((report): { viewpoint: Viewpoint; entries: TimelineEntry[] }[] => {
  const entries = Map.groupBy(timelineOf(report), ({ initiative }) => initiative.viewpoint.number)
  return report.viewpoints.flatMap((viewpoint) => {
    const own = entries.get(viewpoint.number)
    return own ? [{ viewpoint, entries: own }] : []
  })
})

/** What follows a time and belongs to it. */
const SUFFIX = /^(?:～|以降|年度中|中(?=[のにま）)]|$))/

/** April is the first month of a fiscal year; an entry without a month comes before it. */
function fiscalMonth(month: number | null): number {
  return month === null ? 0 : ((month + 8) % 12) + 1
}

function dayOf({ time }: TimelineEntry): number {
  return time.day ?? 0
}
