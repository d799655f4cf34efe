import type { APIRoute } from 'astro'
import { getReports } from '../../../content.ts'
import { type FigureFile, figureFilesOf, figureSvg } from '../../../figure-files.ts'
import type { Report } from '../../../report/report.ts'

/** `/r7/figures/2-1-3-1_1.svg`: a chart to take along. */
export async function getStaticPaths() {
  return (await getReports()).flatMap((report) =>
    figureFilesOf(report).map((file) => ({ params: { year: report.id, figure: file.name }, props: { report, file } })),
  )
}

export const GET: APIRoute<{ report: Report; file: FigureFile }> = ({ props: { report, file } }) =>
  new Response(figureSvg(report, file), { headers: { 'content-type': 'image/svg+xml' } })
