import type { APIRoute } from 'astro'
import { getReports } from '../../content.ts'
import { openData } from '../../report/open-data.ts'
import type { Report } from '../../report/report.ts'

export async function getStaticPaths() {
  return (await getReports()).map((report) => ({ params: { year: report.id }, props: { report } }))
}

/** The report as open data, `/r7/initiatives.json`. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) => {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  return Response.json(openData(report, (number) => [base, report.id, ...(number ? [number] : []), ''].join('/')))
}
