import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import { parseMarkdown } from '../text/markdown.ts'
import { allowedOf } from './allowed.ts'
import { markEras } from './eras.ts'

/** 取りまとめの趣旨 and other prose of the report of a fiscal year as HTML: Markdown without results. */
export function renderProse(markdown: string, reportYear: number): string {
  const html = toHast(parseMarkdown(markdown)) as Root
  markEras(html, reportYear)
  return toHtml(allowedOf(html))
}
