import { markCurrent, renderContents } from '../render/contents.ts'
import { contentsBeside } from '../report/contents.ts'
import { parentOf } from '../report/number.ts'
import type { Initiative, Report } from '../report/report.ts'
import { hrefOf, initiativeUrl } from '../url.ts'

/** Of each report, by the number of the heading that initiatives stand under: they differ only in where the reader is. */
const made = new WeakMap<Report, Map<string, string>>()

/** 目次 beside an initiative as HTML: the sections of its viewpoint, and what stands around it. */
export function contentsBesideHtml(report: Report, { number, viewpoint }: Initiative): string {
  const known = made.get(report) ?? new Map<string, string>()
  made.set(report, known)
  const heading = parentOf(number)
  let html = known.get(heading)
  if (html === undefined) {
    const whole = report.viewpoints.find((other) => other.number === viewpoint.number)
    html = whole ? renderContents(contentsBeside(whole, number), { hrefOf: (other) => hrefOf(report, other) }) : ''
    known.set(heading, html)
  }
  return markCurrent(html, initiativeUrl(report.id, number))
}
