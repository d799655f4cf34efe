import type { APIRoute } from 'astro'
import { getReports } from '../../../content.ts'
import { partingOf } from '../../../parting.ts'
import { openData } from '../../../publish/open-data.ts'
import type { Report, Viewpoint } from '../../../report/report.ts'
import { dataUrl } from '../../../url.ts'

export async function getStaticPaths() {
  return (await getReports())
    .filter((report) => partingOf(report).data)
    .flatMap((report) =>
      report.viewpoints.map((viewpoint) => ({
        params: { year: report.id, viewpoint: viewpoint.number },
        props: { report, viewpoint },
      })),
    )
}

interface Props extends Record<string, unknown> {
  report: Report
  viewpoint: Viewpoint
}

/** A viewpoint's part of `/r7/initiatives.json`, `/r7/select/2.json`, where that is too heavy to make a choice of. */
export const GET: APIRoute<Props> = ({ props: { report, viewpoint } }) =>
  Response.json(openData({ ...report, initiatives: viewpoint.initiatives }, (number) => dataUrl(report.id, number)))
