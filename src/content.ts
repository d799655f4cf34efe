import { getCollection, getEntry } from 'astro:content'
import { type Handed, handed } from './handed.ts'
import { partingOf } from './parting.ts'
import type { Fragment } from './render/fragment.ts'
import type { Term } from './report/glossary.ts'
import { type Report, type Viewpoint, assembleReport } from './report/report.ts'
import { inReadingOrder } from './report/terms.ts'
import { compareNaturally } from './text/order.ts'
import { pageUrl } from './url.ts'

/** What was assembled of the content that was handed over last; while pages are edited it is replaced. */
interface Assembled {
  from: Handed | undefined
  reports: Promise<Report[]>
  terms: Promise<Term[]>
}

let assembled: Assembled | undefined

/** Never what an edit has overtaken meanwhile: Astro keeps the paths that it is told until the next edit. */
async function assemble<Part extends 'reports' | 'terms'>(part: Part): Promise<Awaited<Assembled[Part]>> {
  for (;;) {
    const from = handed()
    await from?.settled
    if (assembled?.from !== from) assembled = undefined
    assembled ??= { from, reports: readReports(), terms: readTerms() }
    const answer = await assembled[part]
    if (from === handed()) return answer
  }
}

/** Every year's report, the newest first. The only reader of the content collections; pages get finished trees. */
export function getReports(): Promise<Report[]> {
  return assemble('reports')
}

/** The report that the site opens with: the newest published one, or while there are only drafts, the newest of them. */
export async function newestReport(): Promise<Report | undefined> {
  const reports = await getReports()
  return reports.find(({ published }) => published !== undefined) ?? reports[0]
}

/** The published reports of later years than this one, the earliest first: what has become of it. */
export async function laterReports(report: Report): Promise<Report[]> {
  const reports = (await getReports()).toReversed()
  return reports.slice(placeOf(report, reports) + 1).filter(({ published }) => published !== undefined)
}

/** The report of the year before; `null` for the first that there is. */
export async function reportBefore(report: Report): Promise<Report | null> {
  const reports = await getReports()
  return reports[placeOf(report, reports) + 1] ?? null
}

/** By its name: while pages are edited, a page may hold the report of a moment ago. */
function placeOf({ id }: Report, reports: readonly Report[]): number {
  return reports.findIndex((other) => other.id === id)
}

/** Reports in preparation, the newest first; none in a build that leaves them out. */
export async function getDrafts(): Promise<Report[]> {
  return (await getReports()).filter(({ published }) => published === undefined)
}

/** The glossary in the order of the readings; empty where there is none. */
export function getTerms(): Promise<Term[]> {
  return assemble('terms')
}

/** The paths of a page that every year has, `/r7/all/`, each with its report: a page's `getStaticPaths`. */
export async function reportPaths() {
  return (await getReports()).map((report) => ({ params: { year: report.id }, props: { report } }))
}

/** A page that is parted by viewpoint where it would be too heavy. */
type PartedPage = 'figures' | 'timeline' | 'select'

/**
 * The paths of such a page: `/r7/figures/`, and where it is parted `/r7/figures/2/` for each viewpoint that has something
 * to show there.
 */
export async function partedPaths(page: PartedPage, viewpointsOf: (report: Report) => readonly Viewpoint[]) {
  return (await getReports()).flatMap((report) => [
    { params: { year: report.id, viewpoint: undefined }, props: { report, viewpoint: undefined } },
    ...(partingOf(report)[page] ? viewpointsOf(report) : []).map((viewpoint) => ({
      params: { year: report.id, viewpoint: viewpoint.number },
      props: { report, viewpoint },
    })),
  ])
}

/** An initiative's body as HTML, to be placed: `('r7', '2-1-3-1')`. */
export function bodyHtml(year: string, number: string): Fragment {
  return bodyOf(`${year}/${number}`).html
}

/** On which day an initiative's file was last changed, `2026-05-20`; `null` where no whole history tells. */
export function lastChangeOf(year: string, number: string): string | null {
  return handed()?.lastChanges?.get(`${year}/initiatives/${number}.md`) ?? null
}

function bodyOf(id: string) {
  const found = handed()?.bodies.get(id)
  if (!found) throw new Error(`the body of ${id} was not handed over`)
  return found
}

async function readReports(): Promise<Report[]> {
  const initiatives = Map.groupBy(await getCollection('initiatives'), ({ id }) => id.split('/')[0])
  const covers = await getCollection('reports')
  const reports = await Promise.all(
    covers.map(async ({ id, data, body = '' }) => {
      const outline = await getEntry('outlines', id)
      if (!outline) throw new Error(`${id}/outline.yml is missing`)
      const errata = await getEntry('errata', id)
      return assembleReport({
        cover: { ...data, body },
        outline: outline.data,
        errata: errata?.data.list ?? [],
        summaries: handed()?.reports.find(({ cover }) => cover.year.toLowerCase() === id)?.summaries ?? [],
        initiatives: (initiatives.get(id) ?? []).map((entry) => ({ ...entry.data, body: bodyOf(entry.id).body })),
      })
    }),
  )
  return reports.sort((a, b) => compareNaturally(b.id, a.id))
}

async function readTerms(): Promise<Term[]> {
  const [glossary] = await getCollection('glossaries')
  return inReadingOrder(glossary?.data.terms ?? [])
}

/** The newest report's whole text, for a reader whom the search does not help. */
export async function wholeReportUrl(): Promise<string> {
  const report = await newestReport()
  return report ? pageUrl(report.id, 'all') : pageUrl()
}
