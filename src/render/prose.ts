import type { Root as HtmlRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { linkTarget } from '../report/relation.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { allowedOf } from './allowed.ts'
import { markEras } from './eras.ts'
import { notesOf } from './notes.ts'

/** What prose of a report needs to know of it. */
interface ProseContext {
  /** The address of an initiative of the same report, or of one of its results. */
  urlOf: (number: string, resultId: string | null) => string
  /** Its fiscal year, by which years are read. */
  reportYear: number
  /** Stands before each id: `cover-`. */
  prefix: string
}

/** 取りまとめの趣旨, a summary and other prose of the report as HTML: Markdown without results. */
export function renderProse(markdown: string, { urlOf, prefix, reportYear }: ProseContext): string {
  const tree = parseMarkdown(markdown)
  linkInitiatives(tree, urlOf)
  const notes = notesOf(tree, prefix)
  const html = toHast(tree, { handlers: notes.handlers }) as HtmlRoot
  markEras(html, reportYear)
  const prose = allowedOf(html)
  prose.children.push(...notes.list())
  return toHtml(prose)
}

/** Links to initiatives, from a file beside them or from the cover, as addresses of their pages. */
export function linkInitiatives(tree: Root, urlOf: ProseContext['urlOf']): void {
  visit(tree, 'link', (node) => {
    const target = linkTarget(node.url.replace(/^(?:\.\/)?initiatives\//, ''))
    if (!target) return
    node.url = urlOf(target.number, target.resultId)
    // For paper, where a link leads nowhere by itself.
    node.data = { ...node.data, hProperties: { dataNumber: target.number } }
  })
}
