import { location } from 'vfile-location'
import { compareNaturally } from './order.ts'

/** 指摘: one finding of the checker, and the order in which findings are shown. */

/** A place in a file of the content folder. Lines and columns count from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  file: string
  line: number
  column: number
}

/** One edit: what stands from `start` up to `end` gives way to `text`. Lines and columns count as those of a `Place`. */
export interface Fix {
  start: Pick<Place, 'line' | 'column'>
  end: Pick<Place, 'line' | 'column'>
  text: string
}

export type Severity = 'error' | 'warning'

/** One finding. `message` says what stands there and how to mend it; both it and `expected` are Japanese. */
export interface Finding extends Place {
  rule: string
  severity: Severity
  message: string
  /** What should stand there instead. */
  expected?: string
  /** The other place that the finding is about, such as the file that already has the number. */
  related?: Place
  /** The one edit that mends it without judgement. */
  fix?: Fix
}

/** By file, then line, then column; errors before warnings at one place. Numbers in file names count as numbers. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareNaturally(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    a.severity.localeCompare(b.severity) ||
    a.rule.localeCompare(b.rule)
  )
}

/** The place of an offset in a text that begins at `firstLine` of its file. */
export function placeAt(file: string, text: string, offset: number, firstLine = 1): Place {
  // One text is asked about many times in a row: its lines are looked for once.
  if (last.text !== text) last = { text, lines: location(text) }
  const { line, column } = last.lines.toPoint(Math.min(offset, text.length)) ?? { line: 1, column: 1 }
  return { file, line: firstLine + line - 1, column }
}

let last = { text: '', lines: location('') }
