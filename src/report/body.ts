import type { FootnoteDefinition, List, ListItem, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** A link of the body, as written. */
export interface Link {
  /** `1-1-2-1.md#r1` */
  url: string
  text: string
  line: number
  column: number
  /** The innermost result that it stands in; `null` in a note. */
  resultId: string | null
}

/** 実績: one bullet. `text` is plain and verbatim, its lines parted by `\n`. */
export interface Result {
  /** `r1`, nested `r1-2`: its anchor on the initiative's page. */
  id: string
  text: string
  /** The group heading above it, 【道路関係】. */
  group?: string
  children: Result[]
  line: number
  column: number
}

/** A footnote, or a paragraph that belongs to the initiative rather than to one result. */
export interface Note {
  /** The footnote's mark, `※` or `1`; `null` for a paragraph. */
  mark: string | null
  text: string
  line: number
  column: number
}

/** What an initiative's Markdown says. Lines are the file's own. */
export interface Body {
  results: Result[]
  notes: Note[]
  links: Link[]
}

/** Reads a parsed body that begins at `firstLine` of its file. */
export function bodyOf(tree: Root, firstLine = 1): Body {
  const results: Result[] = []
  const notes: Note[] = []
  const links: Link[] = []
  const context: Context = { ids: resultIds(tree), links, firstLine }
  let group: string | undefined
  for (const node of tree.children) {
    const place = placeOf(node, firstLine)
    if (node.type === 'heading') group = plainText(node)
    else if (node.type === 'list') for (const result of resultsOf(node, group, context)) results.push(result)
    else if (node.type === 'footnoteDefinition') notes.push({ mark: markOf(node), text: noteText(node), ...place })
    else if (node.type !== 'definition') notes.push({ mark: null, text: plainText(node), ...place })
    if (node.type !== 'list') addLinks(node, null, context)
  }
  return { results, notes, links }
}

/** Every result's id, in the order in which the page counts them: `r1`, `r2`, and `r2-1` below it. */
export function resultIds(tree: Root): Map<ListItem, string> {
  const ids = new Map<ListItem, string>()
  const nameItems = (nodes: readonly Nodes[], prefix: string) => {
    let count = 0
    for (const node of nodes) {
      if (node.type !== 'list') continue
      for (const item of node.children) {
        const id = `${prefix}${++count}`
        ids.set(item, id)
        nameItems(item.children, `${id}-`)
      }
    }
  }
  nameItems(tree.children, 'r')
  return ids
}

function resultsOf(list: List, group: string | undefined, context: Context): Result[] {
  return list.children.map((item) => {
    const id = context.ids.get(item) ?? ''
    const children: Result[] = []
    const own: string[] = []
    for (const child of item.children) {
      if (child.type === 'list') {
        for (const result of resultsOf(child, undefined, context)) children.push(result)
      } else {
        own.push(plainText(child))
        addLinks(child, id, context)
      }
    }
    return { id, text: own.join('\n'), ...(group && { group }), children, ...placeOf(item, context.firstLine) }
  })
}

interface Context {
  ids: Map<ListItem, string>
  links: Link[]
  firstLine: number
}

/** Text as a reader sees it: line breaks kept, a footnote's mark only where it is part of the sentence (`※`). */
export function plainText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return /^※/.test(node.identifier) ? (node.label ?? node.identifier) : ''
  if ('children' in node) {
    const apart = node.children.some((child) => child.type === 'paragraph' || child.type === 'listItem')
    return node.children.map((child) => plainText(child)).join(apart ? '\n' : '')
  }
  return toString(node)
}

/** The mark of a footnote as its author wrote it. */
export function markOf(node: FootnoteDefinition): string {
  return node.label ?? node.identifier
}

/** A ※ note is quoted with its mark, as in the document; a numbered footnote's number is not part of its text. */
function noteText(node: FootnoteDefinition): string {
  const text = plainText(node)
  return markOf(node).startsWith('※') ? markOf(node) + text : text
}

function addLinks(node: Nodes, resultId: string | null, { links, firstLine }: Context): void {
  visit(node, 'link', (link) => {
    links.push({ url: link.url, text: plainText(link), resultId, ...placeOf(link, firstLine) })
  })
}

/** Where a node of a body begins, in its file. */
export function placeOf(node: Nodes, firstLine: number): { line: number; column: number } {
  const start = node.position?.start
  return { line: (start?.line ?? 1) + firstLine - 1, column: start?.column ?? 1 }
}

/** All results of a body, nested ones after their parents. */
export function flatResults<R extends { children?: readonly R[] }>(results: readonly R[]): R[] {
  return results.flatMap((result) => [result, ...flatResults(result.children ?? [])])
}
