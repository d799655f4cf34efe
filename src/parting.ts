import { handed } from './handed.ts'
import {
  FRAME_BYTES,
  boxesBytes,
  bytesOf,
  contentsBytes,
  figuresBytes,
  tablesBytes,
  textBytes,
  timelineBytes,
} from './page-bytes.ts'
import { contentsOf } from './report/contents.ts'
import { figuresOf } from './report/figures.ts'
import { perReport } from './report/per-report.ts'
import type { Initiative, Report } from './report/report.ts'
import { timelineOf } from './report/timeline.ts'

/** No page is to weigh more before compression: phones still scroll it, and browsers still find words in it. */
export const MOST_BYTES = 2_000_000

/** Which pages of a report are parted because one page would be too heavy. The parts are the viewpoints'. */
export interface Parting {
  /** `/r7/` names headings alone; the viewpoints' pages name their initiatives. */
  contents: boolean
  /** `/r7/all/` leads to the viewpoints' pages. */
  all: boolean
  /** The numbers of viewpoints whose text stands on pages of their sections, `/r7/2-1/`; these are not parted further. */
  viewpoints: ReadonlySet<string>
  figures: boolean
  timeline: boolean
  /** The boxes of `/r7/select/`. */
  select: boolean
  /** The tables that it joins. */
  tables: boolean
}

/** Decides it from about how many bytes each page would take; `bodyBytes` are those of an initiative's body as HTML. */
export function decideParting(
  report: Report,
  bodyBytes: (number: string) => number,
  limit: number = MOST_BYTES,
): Parting {
  const known = new Map(report.initiatives.map(({ number }) => [number, bodyBytes(number)]))
  const text = (initiatives: readonly Initiative[]) => textBytes(initiatives, (number) => known.get(number) ?? 0)
  const contents = report.viewpoints.map(contentsOf)
  const isTooMuch = (bytes: number) => bytes + FRAME_BYTES > limit
  const total = (parts: number[]) => parts.reduce((sum, bytes) => sum + bytes, 0)
  const lines = total(contents.map((entries) => contentsBytes(entries)))
  const pagedLines = total(contents.map((entries) => contentsBytes(entries, true)))
  return {
    contents: isTooMuch(lines),
    all: isTooMuch(lines + pagedLines + text(report.initiatives)),
    viewpoints: new Set(
      report.viewpoints
        .filter((viewpoint, i) => isTooMuch(contentsBytes(contents[i] ?? []) + text(viewpoint.initiatives)))
        .map(({ number }) => number),
    ),
    figures: isTooMuch(total(figuresOf(report).map(figuresBytes))),
    timeline: isTooMuch(timelineBytes(timelineOf(report))),
    select: isTooMuch(total(contents.map(boxesBytes))),
    tables: isTooMuch(tablesBytes(report.initiatives)),
  }
}

/** How a report is parted on this site. `all` tells, too, that there is no page to print the whole report from. */
export const partingOf = perReport((report): Parting =>
  decideParting(report, (number) => bytesOf(handed()?.bodies.get(`${report.id}/${number}`)?.html ?? '')),
)
