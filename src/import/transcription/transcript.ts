/**
 * 転記の照合: the received document and the content folder told as lists of plain lines under the same headings, and
 * compared. It shares no code with the import's reading of the hierarchy, so that a mistake there can't hide itself here.
 */

/** One line: its words, and where they stand. */
export interface TranscriptLine {
  /** Without Markdown's marks and without the glyphs of bullets. */
  text: string
  /** What stands in the file: the whole line, or the value alone where it comes from YAML. */
  written: string
  file: string
  line: number
  /** The column in which `written` begins. */
  column: number
  /** In the document: what of `written` stands before its words and behind them, `'- ・ '` or `'- **'` and `'**'`. */
  marks?: [before: string, behind: string]
  /** Whether a result, heading or paragraph begins here; else the line goes on with the one before it. */
  begins: boolean
}

/** 視点, 項目, 小項目 or 取組, with the lines of its own: an initiative's body, none of a heading. */
export interface TranscriptEntry {
  kind: 'viewpoint' | 'section' | 'subsection' | 'initiative'
  /** The place that its glyphs or its file give it, `2-1-3-1`. */
  number: string
  /** `null` where it can't be read; the check tells of that elsewhere. */
  title: TranscriptLine | null
  lines: TranscriptLine[] | null
}

/** One side of the comparison, in reading order. */
export interface Transcript {
  /** Everything before the first viewpoint but the list of them, which repeats their headings; `null` where it can't be read. */
  cover: TranscriptLine[] | null
  entries: TranscriptEntry[]
  /** Whether the headings could all be read, so that one that is not there is really missing. */
  hasHeadings: boolean
}

/** What a line says once the marks are gone that Markdown or the check allows in it: links, note marks, `\`. */
export function plainWords(line: string): string {
  return line
    .replace(BLANK_END, '')
    .replace(/\\$/, '')
    .replace(BLANK_END, '')
    .replace(/^\[\^(?:(※[^[\]]*)|[^[\]]+)\]: */, '$1')
    .replace(/\[\^(?:(※[^[\]]*)|[^[\]]+)\]/g, '$1')
    .replace(/\[([^[\]]+)\]\([^()]*\)/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
}

// Begins only where blanks begin: a long run of them is looked at once.
const BLANK_END = /(?<![ \t])[ \t]+$/

/** Whether a block or bullet begins in a line, by its own mark or by the blank line before it. */
export function isBeginning(line: string, before: string | undefined): boolean {
  return /^[ \t]*(?:#|[-*+] |\[\^)/.test(line) || (before ?? '').trim() === ''
}
