import type { APIRoute } from 'astro'
import { reportPaths } from '../../content.ts'
import { openData } from '../../publish/open-data.ts'
import type { Report } from '../../report/report.ts'
import { dataUrl } from '../../url.ts'

export const getStaticPaths = reportPaths

/** The report as open data, `/r7/initiatives.json`. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) =>
  Response.json(openData(report, (number) => dataUrl(report.id, number)))
