import type { Element, Root as HtmlRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { plainText, resultIds } from '../report/body.ts'
import type { Term } from '../report/glossary.ts'
import { fromCircled } from '../report/number.ts'
import { allowedOf } from './allowed.ts'
import { markEras } from './eras.ts'
import { type Fragment, PREFIX_GAP, headingGap } from './fragment.ts'
import { notesOf } from './notes.ts'
import { linkInitiatives } from './prose.ts'
import { markTerms } from './terms.ts'

/** What an initiative's body needs to know of its report. */
export interface BodyContext {
  /** The initiative's number. */
  number: string
  /** The fiscal year of its report, by which its years are read: 2025 for R7. */
  reportYear: number
  /** The address of an initiative of the same report, or of one of its results. */
  urlOf: (number: string, resultId?: string | null) => string
  /** The terms to mark in the text. */
  terms: readonly Term[]
}

/**
 * An initiative's body as HTML: results with their anchors and permalinks, group headings, notes, eras as `<time>`.
 * The text is the body's, character for character; raw HTML in it is dropped (the check refuses it).
 */
export function renderBody(tree: Root, context: BodyContext): Fragment {
  prepare(tree, context)
  const notes = notesOf(tree, PREFIX_GAP)
  const html = toHast(tree, { handlers: notes.handlers }) as HtmlRoot
  addPermalinks(html, context)
  markEras(html, context.reportYear)
  const body = allowedOf(html)
  markTerms(body, context.terms)
  visit(body, 'element', openHeading)
  for (const list of notes.list()) body.children.push({ type: 'text', value: '\n' }, list)
  return toHtml(body) as Fragment
}

/** Writes ids and page addresses into the Markdown tree. */
function prepare(tree: Root, { urlOf, number }: BodyContext): void {
  for (const [item, id] of resultIds(tree)) {
    // A result that brings its own number, ①, has no ・ in the document and gets none here.
    const numbered = fromCircled(plainText(item).charAt(0)) !== null
    const hProperties = { id: PREFIX_GAP + id, dataResult: id, ...(numbered && { className: ['numbered'] }) }
    item.data = { ...item.data, hProperties }
  }
  // A result of this same initiative, which may share its page with others.
  visit(tree, 'link', (node) => {
    if (/^#r\d/.test(node.url)) node.url = `${number}.md${node.url}`
  })
  linkInitiatives(tree, urlOf)
}

/** The link stands after the result's own words, before the results below it, and shows its sign by style alone. */
function addPermalinks(html: HtmlRoot, { urlOf, number }: BodyContext): void {
  visit(html, 'element', (item) => {
    const id = item.properties['dataResult']
    if (typeof id !== 'string') return
    delete item.properties['dataResult']
    const label = `${number} の実績 ${id.slice(1)} へのリンク`
    const link = h('a.permalink', { href: urlOf(number, id), ariaLabel: label })
    const inner = item.children.findIndex((child) => child.type === 'element' && child.tagName === 'ul')
    // In a loose list the words stand in paragraphs; the link belongs at the end of the last one.
    const own = inner < 0 ? item.children : item.children.slice(0, inner)
    const paragraph = own.findLast((child) => child.type === 'element' && child.tagName === 'p')
    if (paragraph?.type === 'element') paragraph.children.push(link)
    else item.children.splice(inner < 0 ? item.children.length : inner, 0, link)
  })
}

/** `###` is the first level of headings that a body has. */
function openHeading(element: Element): void {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level) element.tagName = headingGap(Math.max(0, Number(level) - 3))
}
