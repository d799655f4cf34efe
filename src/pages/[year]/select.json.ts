import type { APIRoute } from 'astro'
import { reportPaths } from '../../content.ts'
import { figuresTable, resultsTable } from '../../publish/csv.ts'
import { openData } from '../../publish/open-data.ts'
import type { Report } from '../../report/report.ts'
import { absoluteUrl, dataUrl } from '../../url.ts'

export const getStaticPaths = reportPaths

/** What the tables of a choice are joined from, `/r7/select.json`. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) => {
  const data = openData(report, (number) => {
    const path = dataUrl(report.id, number)
    return absoluteUrl(path) ?? path
  })
  return Response.json({ results: resultsTable(data), figures: figuresTable(data) })
}
