import type { OpenData } from '../../publish/open-data.ts'
import type { SummaryLanguage } from '../../report/summary.ts'

/** A summary of a whole report as the search reads it. */
export interface IndexedSummary {
  lang: SummaryLanguage
  /** The report's title. */
  title: string
  /** Where it stands. */
  url: string
  lines: string[]
}

/** The summaries of reports, the newest first; `anchor` is the id of one on the report's page. */
export function summariesOf(
  reports: readonly Pick<OpenData, 'report'>[],
  anchor: (lang: SummaryLanguage) => string,
): IndexedSummary[] {
  return reports.flatMap(({ report: { title, url, summaries = [] } }) =>
    summaries.map(({ lang, lines }) => ({ lang, title, url: `${url}#${anchor(lang)}`, lines })),
  )
}
