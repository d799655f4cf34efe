import type { APIRoute } from 'astro'
import { reportPaths } from '../../content.ts'
import { calendarOf } from '../../publish/calendar.ts'
import type { Report } from '../../report/report.ts'
import { timelineOf } from '../../report/timeline.ts'
import { absoluteUrl, initiativeUrl } from '../../url.ts'

export const getStaticPaths = reportPaths

/** What is announced, for calendars. */
export const GET: APIRoute<{ report: Report }> = ({ props: { report } }) =>
  new Response(
    calendarOf(report, timelineOf(report), ({ initiative, resultId }) =>
      absoluteUrl(initiativeUrl(report.id, initiative.number, resultId)),
    ),
    { headers: { 'content-type': 'text/calendar; charset=utf-8' } },
  )
