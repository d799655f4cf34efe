import { flatResults } from './report/body.ts'
import { type ContentsEntry } from './report/contents.ts'
import { describeFigure, pointsOf } from './report/figure.ts'
import type { ViewpointFigures } from './report/figures.ts'
import type { Term } from './report/glossary.ts'
import type { Initiative } from './report/report.ts'
import type { TermUse } from './report/term-uses.ts'
import type { Figure } from './report/schema.ts'
import type { TimelineEntry } from './report/timeline.ts'
import { pageUrl } from './url.ts'

/**
 * About how many bytes a page's HTML takes, told from what it will show: the text itself, and for each thing the marks
 * around it. Rather too many than too few; a test holds it to built pages.
 */

/** Head, what search engines read of the page, header and footer. */
export const FRAME_BYTES = 8_200

/** In the head of the contents: the links to the report's data. */
export const ALTERNATES_BYTES = 1_500

/** What the path of a report adds to each link. */
const link = () => pageUrl('r7').length

const encoder = new TextEncoder()

/** A text's bytes in UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length
}

/** Initiatives with their whole text; `bodyBytes` are those of a body's HTML. */
export function textBytes(initiatives: readonly Initiative[], bodyBytes: (number: string) => number): number {
  return sum(initiatives, ({ number, title, results }) => {
    const body = bodyBytes(number) + flatResults(results).length * number.length
    return 310 + link() + 3 * number.length + bytesOf(title) + body
  })
}

/** The explanations of terms: each stands once on a page at most. */
export function notesBytes(terms: readonly Term[]): number {
  return sum(terms, ({ term, reading, meaning }) => 270 + 4 * bytesOf(term) + bytesOf(reading + meaning))
}

/** Where terms are used, on the page of the glossary. */
export function termUsesBytes(uses: ReadonlyMap<string, readonly TermUse[]>): number {
  return sum([...uses.values()], (ofTerm) =>
    sum(ofTerm, ({ initiative: { number, title }, resultIds }) => {
      return 60 + bytesOf(title) + 2 * number.length + resultIds.length * (70 + link() + 2 * number.length)
    }),
  )
}

/** Lines of the contents; `paged` with room for page numbers. */
export function contentsBytes(entries: readonly ContentsEntry[], paged = false): number {
  return sum(entries, ({ number, title, children }) => {
    const own = 80 + link() + number.length + bytesOf(title) + (paged ? 55 + number.length : 0)
    return own + (children.length > 0 ? 21 + contentsBytes(children, paged) : 0)
  })
}

/** Lines of the timeline. */
export function timelineBytes(entries: readonly TimelineEntry[]): number {
  return sum(entries, ({ when, text, initiative: { number, title } }) => {
    return 85 + link() + 2 * number.length + bytesOf(when + text + title)
  })
}

/** A viewpoint's figures, drawn and as tables, and what is offered to take along. */
export function figuresBytes({ series, facts }: ViewpointFigures): number {
  return (
    sum(series, ({ initiative, figures }) => 80 + link() + bytesOf(initiative.title) + sum(figures, seriesBytes)) +
    sum(facts, ({ initiative, figure }) => factBytes(initiative, figure))
  )
}

function seriesBytes(figure: Figure): number {
  const marks = pointsOf(figure).length * 310
  return 1_250 + 3 * link() + marks + 8 * bytesOf(figure.label) + bytesOf(describeFigure(figure))
}

/** With the sentence that it stands in: of the results, the longest. */
function factBytes({ title, results, notes }: Initiative, { label }: Figure): number {
  const sentences = [...flatResults(results), ...notes].map(({ text }) => bytesOf(text))
  return 240 + link() + bytesOf(label + title) + Math.max(0, ...sentences)
}

/** The boxes to choose initiatives by. */
export function boxesBytes(entries: readonly ContentsEntry[]): number {
  return sum(entries, ({ kind, number, title, children }) => {
    const own = 130 + 2 * number.length + bytesOf(title) + (kind === 'initiative' ? 0 : 60)
    return own + (children.length > 0 ? 30 + boxesBytes(children) : 0)
  })
}

/** The data of initiatives, as JSON. */
export function dataBytes(initiatives: readonly Initiative[]): number {
  return sum(initiatives, ({ number, title, viewpoint, section, subsection, results, notes, figures }) => {
    const place = bytesOf(viewpoint.title + section.title + (subsection?.title ?? '') + title) + 3 * number.length
    const lines = sum(flatResults(results), ({ text, group = '' }) => 60 + bytesOf(text + group))
    const values = sum(figures, (figure) => 60 + bytesOf(figure.label) + pointsOf(figure).length * 30)
    return 240 + link() + place + lines + sum(notes, ({ text }) => 10 + bytesOf(text)) + values
  })
}

function sum<T>(things: readonly T[], bytes: (thing: T) => number): number {
  return things.reduce((total, thing) => total + bytes(thing), 0)
}
