import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { markOf, plainText, resultIds } from '../report/body.ts'
import { fromCircled } from '../report/number.ts'
import { linkTarget } from '../report/relation.ts'
import { rehypeEras } from './eras.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { type TermContext, rehypeTerms } from './terms.ts'

/** Where a body is shown. */
export interface BodyContext {
  /** The address of an initiative of the same report, or of one of its results. */
  urlOf: (number: string, resultId?: string | null) => string
  /** The initiative's number. */
  number: string
  /** Put before every id, so that several bodies can share a page: `n2-1-3-1-`; `''` on the initiative's own page. */
  prefix: string
  /** The level of a group heading: one below the initiative's title. */
  groupLevel: 2 | 3 | 4 | 5 | 6
  /** The terms to explain in the text; none where there is no page to show their meaning on. */
  terms?: TermContext
}

/**
 * An initiative's body as HTML: results with their anchors and permalinks, group headings, notes, eras as `<time>`.
 * The text is the body's, character for character; raw HTML in it is dropped (the checker refuses it).
 */
export function renderBody(markdown: string, context: BodyContext): string {
  const tree = parseMarkdown(markdown)
  prepare(tree, context)
  const processor = unified()
    .use(remarkRehype, {
      handlers: {
        footnoteReference: (_, node: FootnoteReference) => referenceTo(node.label ?? node.identifier, context.prefix),
        footnoteDefinition: () => undefined,
      },
    })
    .use(() => (html: HtmlRoot) => addPermalinks(html, context))
    .use(rehypeEras)
    .use(rehypeTerms, context.terms ?? NO_TERMS)
    .use(rehypeStringify)
  const notes = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const body = processor.stringify(processor.runSync(tree) as HtmlRoot)
  return body + (notes.length > 0 ? `\n${renderNotes(notes, context.prefix)}` : '')
}

const NO_TERMS: TermContext = { terms: [], explained: new Set(), urlOf: () => '' }

/** 取りまとめの趣旨 and other prose of the report: Markdown without results. */
export function renderProse(markdown: string): string {
  const processor = unified().use(remarkRehype).use(rehypeEras).use(rehypeStringify)
  return processor.stringify(processor.runSync(parseMarkdown(markdown)) as HtmlRoot)
}

/** A title with its ※ as the reference to the note: `'アナログ規制※の見直し'`. Titles without a note are text alone. */
export function renderTitle(title: string, marks: readonly (string | null)[], prefix: string): string {
  const children: ElementContent[] = []
  let rest = title
  for (const mark of marks) {
    const at = mark?.startsWith('※') ? rest.indexOf(mark) : -1
    if (!mark || at < 0) continue
    children.push({ type: 'text', value: rest.slice(0, at) }, referenceTo(mark, prefix))
    rest = rest.slice(at + mark.length)
  }
  children.push({ type: 'text', value: rest })
  return unified().use(rehypeStringify).stringify({ type: 'root', children })
}

/** Writes ids, page addresses and heading levels into the Markdown tree. */
function prepare(tree: Root, { urlOf, prefix, groupLevel }: BodyContext): void {
  for (const [item, id] of resultIds(tree)) {
    // A result that brings its own number, ①, has no ・ in the document and gets none here.
    const numbered = fromCircled(plainText(item).charAt(0)) !== null
    const hProperties = { id: prefix + id, dataResult: id, ...(numbered && { className: ['numbered'] }) }
    item.data = { ...item.data, hProperties } as typeof item.data
  }
  visit(tree, (node) => {
    if (node.type === 'heading') node.depth = Math.min(6, groupLevel + node.depth - 3) as typeof node.depth
    if (node.type !== 'link') return
    const target = linkTarget(node.url)
    if (!target) return
    node.url = urlOf(target.number, target.resultId)
    // For paper, where a link leads nowhere by itself.
    node.data = { ...node.data, hProperties: { dataNumber: target.number } } as typeof node.data
  })
}

/** The link stands after the result's own words, before the results below it, and shows its sign by style alone. */
function addPermalinks(html: HtmlRoot, { urlOf, number }: BodyContext): void {
  visit(html, 'element', (item) => {
    const id = item.properties['dataResult']
    if (typeof id !== 'string') return
    delete item.properties['dataResult']
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: {
        className: ['permalink'],
        href: urlOf(number, id),
        ariaLabel: `${number} の実績 ${id.slice(1)} へのリンク`,
      },
      children: [],
    }
    const inner = item.children.findIndex((child) => child.type === 'element' && child.tagName === 'ul')
    // In a loose list the words stand in paragraphs; the link belongs at the end of the last one.
    const own = inner < 0 ? item.children : item.children.slice(0, inner)
    const paragraph = own.findLast((child) => child.type === 'element' && child.tagName === 'p')
    if (paragraph?.type === 'element') paragraph.children.push(link)
    else item.children.splice(inner < 0 ? item.children.length : inner, 0, link)
  })
}

function referenceTo(mark: string, prefix: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['note-mark'],
      id: `${prefix}ref-${noteName(mark)}`,
      href: `#${prefix}note-${noteName(mark)}`,
      ariaLabel: `注 ${mark}`,
    },
    children: [{ type: 'text', value: mark }],
  }
}

/** A mark as part of an id: `1` → `1`, `※` → `203b`. */
function noteName(mark: string): string {
  return mark.replace(/[^\w-]/gu, (character) => (character.codePointAt(0) ?? 0).toString(16))
}

function renderNotes(notes: FootnoteDefinition[], prefix: string): string {
  const list: Element = {
    type: 'element',
    tagName: 'ul',
    properties: { className: ['notes'] },
    children: notes.map((note) => {
      const mark = markOf(note)
      return {
        type: 'element',
        tagName: 'li',
        properties: { id: `${prefix}note-${noteName(mark)}` },
        children: [
          { type: 'text', value: `${mark}${plainText(note)}` },
          {
            type: 'element',
            tagName: 'a',
            properties: {
              className: ['back'],
              href: `#${prefix}ref-${noteName(mark)}`,
              ariaLabel: `注 ${mark} から本文に戻る`,
            },
            children: [],
          },
        ],
      }
    }),
  }
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [list] })
}
