import { handed } from './handed.ts'
import {
  ALTERNATES_BYTES,
  FRAME_BYTES,
  boxesBytes,
  bytesOf,
  contentsBytes,
  dataBytes,
  figuresBytes,
  notesBytes,
  textBytes,
  timelineBytes,
} from './page-bytes.ts'
import { contentsOf } from './report/contents.ts'
import { figuresOf } from './report/figures.ts'
import type { Term } from './report/glossary.ts'
import { perReport } from './report/per-report.ts'
import type { Report } from './report/report.ts'
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
  /** The data that it makes files of: `/r7/initiatives.json`, or `/r7/select/2.json` of a viewpoint. */
  data: boolean
}

/** About how many bytes each page of a report would take as one; the text's by viewpoint. */
export interface PageBytes extends Record<Exclude<keyof Parting, 'viewpoints'>, number> {
  viewpoints: ReadonlyMap<string, number>
}

/** Told from what the pages will show; `bodyBytes` are those of an initiative's body as HTML. */
export function pageBytes(
  report: Report,
  bodyBytes: (number: string) => number,
  terms: readonly Term[] = [],
): PageBytes {
  const notes = notesBytes(terms)
  const parts = report.viewpoints.map((viewpoint) => {
    const contents = contentsOf(viewpoint)
    return {
      number: viewpoint.number,
      lines: contentsBytes(contents),
      pagedLines: contentsBytes(contents, true),
      text: textBytes(viewpoint.initiatives, bodyBytes),
      boxes: boxesBytes(contents),
    }
  })
  const total = (bytes: number[]) => bytes.reduce((sum, each) => sum + each, FRAME_BYTES)
  return {
    contents: ALTERNATES_BYTES + total(parts.map(({ lines }) => lines)),
    all: notes + total(parts.map(({ lines, pagedLines, text }) => lines + pagedLines + text)),
    viewpoints: new Map(parts.map(({ number, lines, text }) => [number, notes + total([lines, text])])),
    figures: total(figuresOf(report).map(figuresBytes)),
    timeline: total([timelineBytes(timelineOf(report))]),
    select: total(parts.map(({ boxes }) => boxes)),
    data: dataBytes(report.initiatives),
  }
}

/** Parts what would pass the limit. */
export function decideParting({ viewpoints, ...pages }: PageBytes, limit: number = MOST_BYTES): Parting {
  return {
    contents: pages.contents > limit,
    all: pages.all > limit,
    viewpoints: new Set([...viewpoints].flatMap(([number, bytes]) => (bytes > limit ? [number] : []))),
    figures: pages.figures > limit,
    timeline: pages.timeline > limit,
    select: pages.select > limit,
    data: pages.data > limit,
  }
}

/** How a report is parted on this site. `all` tells, too, that there is no page to print the whole report from. */
export const partingOf = perReport((report): Parting => {
  const bodyBytes = (number: string) => bytesOf(handed()?.bodies.get(`${report.id}/${number}`)?.html ?? '')
  return decideParting(pageBytes(report, bodyBytes, handed()?.terms))
})
