import type { List, ListItem, Nodes, Paragraph } from 'mdast'
import { foldWidth } from '../text/fold.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { plainText } from '../report/body.ts'
import { BRACKETED_GLYPHS, CIRCLED_GLYPHS, INITIATIVE_GLYPH, RESULT_GLYPH, orderOfGlyph } from '../report/number.ts'

/**
 * The received document as a flat sequence of units in reading order. What a unit is follows from its number or glyph
 * (1, (1), ①, ○, ・, ※, 【】), never from the depth of its heading: slides repeat headings and let their depth drift.
 */
export type Unit = { line: number } & (
  | { kind: 'title'; text: string }
  | { kind: 'cover-heading'; text: string }
  | { kind: 'heading'; depth: 1 | 2 | 3; order: number; title: string }
  | { kind: 'initiative'; title: string }
  | { kind: 'group'; text: string }
  | { kind: 'results'; items: DocumentResult[] }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'footnote'; mark: string; lines: string[] }
  | { kind: 'unknown'; text: string }
)

/** A bullet as Markdown lines without its glyph, and the bullets below it. */
export interface DocumentResult {
  line: number
  lines: string[]
  children: DocumentResult[]
}

/** The numbers of headings, in half width: `１　視点` and `（１）` are read as well. */
const HEADINGS: [depth: 1 | 2 | 3, form: RegExp][] = [
  [1, /^(\d+)(?:\s+|\.(?!\d)\s*)(.*)$/],
  [2, /^\((\d+)\)\s*(.*)$/],
  [2, new RegExp(`^([${BRACKETED_GLYPHS}])\\s*(.*)$`, 'u')],
  [3, new RegExp(`^([${CIRCLED_GLYPHS}])\\s*(.*)$`, 'u')],
]

/** Cuts a document into its units. Nothing is left out: what has no known form comes as `unknown`. */
export function readDocument(markdown: string): Unit[] {
  const { children } = parseMarkdown(markdown)
  const units: Unit[] = []
  children.forEach((node, i) => {
    const line = lineOf(node)
    if (node.type === 'heading') {
      units.push(readHeading(plainText(node), line, units.length === 0 && node.depth === 1))
    } else if (node.type === 'list') {
      for (const unit of readList(node, markdown)) units.push(unit)
    } else if (node.type === 'paragraph') {
      units.push(readParagraph(node, markdown, children[i + 1]))
    } else {
      units.push({ kind: 'unknown', text: source(node, markdown), line })
    }
  })
  return units
}

function readHeading(text: string, line: number, first: boolean): Unit {
  for (const [depth, form] of HEADINGS) {
    const match = form.exec(foldWidth(text))
    if (!match) continue
    const [, mark = '', folded = ''] = match
    // The words keep their width.
    const title = text.slice(text.length - folded.length).trim()
    return { kind: 'heading', depth, order: orderOfGlyph(mark) ?? Number(mark), title, line }
  }
  if (text.startsWith(INITIATIVE_GLYPH)) return { kind: 'initiative', title: text.slice(1).trim(), line }
  if (isGroup(text)) return { kind: 'group', text, line }
  return { kind: first ? 'title' : 'cover-heading', text, line }
}

/** Initiatives written as `- **…**` with their results below, or the results of an initiative that is a heading. */
function readList(list: List, markdown: string): Unit[] {
  const units: Unit[] = []
  let results: DocumentResult[] = []
  const flush = () => {
    if (results.length > 0) units.push({ kind: 'results', items: results, line: results[0]?.line ?? 0 })
    results = []
  }
  for (const item of list.children) {
    const title = boldTitle(item)
    if (title === null) {
      results.push(readResult(item, markdown))
      continue
    }
    flush()
    units.push({ kind: 'initiative', title, line: lineOf(item) })
    for (const child of item.children.slice(1)) {
      if (child.type === 'list') for (const inner of child.children) results.push(readResult(inner, markdown))
      else units.push({ kind: 'unknown', text: source(child, markdown), line: lineOf(child) })
    }
    flush()
  }
  flush()
  return units
}

/** `**出先機関の組織体制の見直し**` → its text; `null` where the item is anything else. */
function boldTitle(item: ListItem): string | null {
  const [paragraph] = item.children
  if (paragraph?.type !== 'paragraph') return null
  const [strong, ...others] = paragraph.children
  return strong?.type === 'strong' && others.length === 0 ? plainText(strong).trim() : null
}

function readResult(item: ListItem, markdown: string): DocumentResult {
  const lines: string[] = []
  const children: DocumentResult[] = []
  for (const child of item.children) {
    if (child.type === 'list') for (const inner of child.children) children.push(readResult(inner, markdown))
    else for (const line of sourceLines(child, markdown)) lines.push(line)
  }
  const [first = '', ...rest] = lines
  const glyph = first.startsWith(RESULT_GLYPH)
  return { line: lineOf(item), lines: [glyph ? first.slice(1).trim() : first, ...rest], children }
}

function readParagraph(paragraph: Paragraph, markdown: string, next: Nodes | undefined): Unit {
  const lines = sourceLines(paragraph, markdown)
  const line = lineOf(paragraph)
  const [first = ''] = lines
  const mark = /^※\d*/.exec(first)?.[0]
  if (mark) return { kind: 'footnote', mark, lines: [first.slice(mark.length).trim(), ...lines.slice(1)], line }
  // 【…】 before bullets heads them; 【…】 after the last bullet is a note on the initiative.
  if (lines.length === 1 && isGroup(first) && next?.type === 'list') return { kind: 'group', text: first, line }
  return { kind: 'paragraph', lines, line }
}

function isGroup(text: string): boolean {
  return /^【[^】]*】$/.test(text)
}

function source(node: Nodes, markdown: string): string {
  return markdown.slice(node.position?.start.offset, node.position?.end.offset)
}

/** A block's own Markdown, line by line, without indent and without the marks of hard breaks. */
function sourceLines(node: Nodes, markdown: string): string[] {
  return source(node, markdown)
    .split('\n')
    .map((line) => line.trim().replace(/\\$/, '').trimEnd())
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0
}
