import { getCollection, getEntry } from 'astro:content'
import type { Term } from './report/glossary.ts'
import { type Report, assembleReport } from './report/report.ts'
import { inReadingOrder } from './report/terms.ts'
import { compareNaturally } from './text/order.ts'
import { pageUrl } from './url.ts'

let reports: Promise<Report[]> | undefined

/** Every year's report, the newest first. The only reader of the content collections; pages get finished trees. */
export function getReports(): Promise<Report[]> {
  return (reports ??= readReports())
}

/** The paths of a page that every year has, `/r7/all/`, each with its report: a page's `getStaticPaths`. */
export async function reportPaths() {
  return (await getReports()).map((report) => ({ params: { year: report.id }, props: { report } }))
}

async function readReports(): Promise<Report[]> {
  const entries = await getCollection('initiatives')
  const covers = await getCollection('reports')
  const assembled = await Promise.all(
    covers.map(async (cover) => {
      const outline = await getEntry('outlines', cover.id)
      if (!outline) throw new Error(`${cover.id}/outline.yml is missing`)
      return assembleReport({
        cover: { ...cover.data, body: cover.body ?? '' },
        outline: outline.data,
        initiatives: entries
          .filter((entry) => entry.id.startsWith(`${cover.id}/`))
          .map((entry) => ({ ...entry.data, body: entry.body ?? '' })),
      })
    }),
  )
  return assembled.sort((a, b) => compareNaturally(b.id, a.id))
}

/** The glossary in the order of the readings; empty where there is none. */
export async function getTerms(): Promise<Term[]> {
  const [glossary] = await getCollection('glossaries')
  return inReadingOrder(glossary?.data.terms ?? [])
}

/** The newest report in one page, for a reader whom the search does not help. */
export async function wholeReportUrl(): Promise<string> {
  const [report] = await getReports()
  return report ? pageUrl(report.id, 'all') : pageUrl()
}
