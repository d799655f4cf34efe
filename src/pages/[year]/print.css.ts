import type { APIRoute } from 'astro'
import { reportPaths } from '../../content.ts'
import type { Report } from '../../report/report.ts'

export const getStaticPaths = reportPaths

/** The whole report's running head and page numbers on paper; not on the cover. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) =>
  new Response(
    `@page {
  @top-left { content: ${JSON.stringify(report.title)}; font: 8pt var(--font-print, sans-serif); color: #4d4d4d }
  @bottom-center { content: counter(page) ' / ' counter(pages); font: 8pt var(--font-print, sans-serif); color: #4d4d4d }
}
@page :first {
  @top-left { content: none }
  @bottom-center { content: none }
}
`,
    { headers: { 'content-type': 'text/css' } },
  )
