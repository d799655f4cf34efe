import { storyOf } from './compare/story.ts'
import type { Report } from './report/report.ts'
import { initiativeUrl, pageUrl } from './url.ts'

/** Which report's page an address is of, and which page it is there. */
export interface ReadingPlace {
  report: Report
  /** What follows the year: `2-1-3-1`, `figures`; `''` is the report's own page. */
  page: string
}

/** `/r7/2-1-3-1/` → the report of R7 and `2-1-3-1`; `null` for a page of no year. */
export function readingPlace(pathname: string, reports: readonly Report[]): ReadingPlace | null {
  const home = reports.find(({ id }) => pathname.startsWith(pageUrl(id)))
  return home ? { report: home, page: pathname.slice(pageUrl(home.id).length).split('/')[0] ?? '' } : null
}

/** Pages that every year has. */
const PAGES = ['all', 'figures', 'timeline', 'select']

/** The same page in another year: the same initiative by its story, else the page of the same name, else that year's own. */
export function sameInYear({ report, page }: ReadingPlace, other: Report, reports: readonly Report[]): string {
  const initiative = report.byNumber.get(page)
  const same = initiative && storyOf(report, initiative, reports).find((year) => year.report === other)?.initiative
  if (same) return initiativeUrl(other.id, same.number)
  const isThere = PAGES.includes(page) || other.viewpoints.some(({ number }) => number === page)
  return isThere ? pageUrl(other.id, page) : pageUrl(other.id)
}
