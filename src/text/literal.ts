import type { Definition, Link, Nodes, PhrasingContent, Root, Text } from 'mdast'

/**
 * What Markdown would change in silence, as it is written: a single `*` and any `_` is a character (`3*4m、5*6m`), a line that
 * goes on without `\` begins a new one, an address ends where Japanese begins, `[再掲][a]` is the link that it names.
 */
export function makeLiteral(tree: Root, markdown: string): void {
  const definitions = new Map<string, Definition>()
  const find = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if ('children' in node) node.children.forEach(find)
  }
  find(tree)
  mend(tree, { markdown, definitions })
}

type Point = NonNullable<Text['position']>['start']

interface Context {
  markdown: string
  definitions: ReadonlyMap<string, Definition>
}

/** Blocks whose children are words. */
const PHRASING = new Set(['paragraph', 'heading', 'tableCell', 'strong', 'delete', 'emphasis', 'link', 'linkReference'])

function mend(node: Nodes, context: Context): void {
  if (!('children' in node)) return
  const isInLink = node.type === 'link' || node.type === 'linkReference'
  if (PHRASING.has(node.type)) {
    const parent = node as { children: PhrasingContent[] }
    const plain = joined(parent.children.flatMap((child) => literal(child, context)))
    parent.children = plain.flatMap((child) => linesOf(child, isInLink, context))
  }
  node.children.forEach((child) => mend(child, context))
}

function literal(node: PhrasingContent, context: Context): PhrasingContent[] {
  const { markdown, definitions } = context
  const mark = markOf(node, markdown)
  if (mark && 'children' in node && node.position) {
    const { start, end } = node.position
    const inner = node.children.flatMap((child) => literal(child, context))
    return [textAt(mark, start, after(start, mark.length)), ...inner, textAt(mark, after(end, -mark.length), end)]
  }
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const definition = definitions.get(node.identifier)
    if (!definition) return [node]
    const { url, title } = definition
    const rest = { url, title: title ?? null, ...(node.position && { position: node.position }) }
    return node.type === 'linkReference'
      ? [{ type: 'link', children: node.children, ...rest }]
      : [{ type: 'image', alt: node.alt ?? null, ...rest }]
  }
  return node.type === 'link' && isBare(node, markdown) ? bareAddress(node) : [node]
}

/** The marks that are only characters: `*`, `_`, `__`; not `**`, which makes words strong. */
function markOf(node: PhrasingContent, markdown: string): string | null {
  const mark = markdown.charAt(node.position?.start.offset ?? 0)
  if (node.type === 'emphasis') return mark
  return node.type === 'strong' && mark === '_' ? '__' : null
}

/** `https://example.jp/` without brackets. */
function isBare({ position }: Link, markdown: string): boolean {
  return /^(?:https?:|www\.)/i.test(markdown.slice(position?.start.offset, (position?.start.offset ?? 0) + 6))
}

/** What can't be written in an address: anything but ASCII. */
const OUTSIDE = /[^!-~]/

function bareAddress(node: Link): PhrasingContent[] {
  const [words] = node.children
  const start = node.position?.start
  const cut = words?.type === 'text' ? words.value.search(OUTSIDE) : -1
  if (words?.type !== 'text' || !start || cut < 0) return [node]
  const length = lengthOf(words.value.slice(0, cut))
  const middle = after(start, length)
  return [
    linkTo(words.value.slice(0, length), start),
    textAt(words.value.slice(length), middle, node.position?.end ?? middle),
  ]
}

/** An address in a text, as far as it goes. */
const ADDRESS = /(?<![A-Za-z0-9/:.@_-])(?:https?:\/\/|www\.)[!-~]+/gi

/** The length of an address without the marks of the sentence around it. */
function lengthOf(address: string): number {
  const trimmed = address.replace(/[.,:;!?'"*_~]+$/, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? lengthOf(trimmed.slice(0, -1)) : trimmed.length
}

function linkTo(address: string, start: Point): Link {
  const url = /^www\./i.test(address) ? `http://${address}` : address
  const end = after(start, address.length)
  return { type: 'link', url, title: null, children: [textAt(address, start, end)], position: { start, end } }
}

/** Neighbouring texts as one. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') {
      all.push(node)
      continue
    }
    const position = last.position && node.position && { start: last.position.start, end: node.position.end }
    all[all.length - 1] = { type: 'text', value: last.value + node.value, ...(position && { position }) }
  }
  return all
}

/** A text with its addresses as links and its line ends as breaks, each with its place. */
function linesOf(node: PhrasingContent, isInLink: boolean, { markdown }: Context): PhrasingContent[] {
  if (node.type !== 'text' || !node.position) return [node]
  const { start, end } = node.position
  const parts = [...node.value.matchAll(isInLink ? LINE_END : LINE_END_OR_ADDRESS)]
  if (parts.length === 0) return [node]
  const raw = markdown.slice(start.offset, end.offset)
  const made: PhrasingContent[] = []
  let point: Point = start
  let done = 0
  const addText = (value: string, next: Point) => {
    if (value !== '') made.push(textAt(value, point, next))
    point = next
  }
  for (const { 0: found, index } of parts) {
    const length = found.startsWith('\n') ? found.length : lengthOf(found)
    const at = raw.indexOf(found.slice(0, length), (point.offset ?? 0) - (start.offset ?? 0))
    if (at < 0) continue
    const from = pointAt(start, raw, at)
    addText(node.value.slice(done, index), from)
    if (found === '\n') {
      point = pointAt(start, raw, at + 1 + (/^[ \t]*/.exec(raw.slice(at + 1))?.[0].length ?? 0))
      made.push({ type: 'break', position: { start: from, end: point } })
    } else {
      made.push(linkTo(found.slice(0, length), from))
      point = after(from, length)
    }
    done = index + length
  }
  addText(node.value.slice(done), end)
  return made
}

const LINE_END = /\n/g
const LINE_END_OR_ADDRESS = new RegExp(`\\n|${ADDRESS.source}`, 'gi')

function textAt(value: string, start: Point, end: Point): Text {
  return { type: 'text', value, position: { start, end } }
}

/** A point some characters on, in its line. */
function after({ line, column, offset = 0 }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by }
}

function pointAt(start: Point, raw: string, at: number): Point {
  const before = raw.slice(0, at)
  const lines = before.split('\n')
  const column = lines.length === 1 ? start.column + at : (lines.at(-1)?.length ?? 0) + 1
  return { line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + at }
}
