import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'

/**
 * The one Markdown dialect of importer, checker and pages, MDX ones too: GFM, where a single `~` is a tilde (`R6~R7`) and
 * emphasis works beside Japanese brackets (`**「強調」**は`).
 */
export const DIALECT = [
  [remarkGfm, { singleTilde: false }],
  [remarkCjkFriendly],
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
] satisfies PluggableList

const parser = unified().use(remarkParse).use(DIALECT).freeze()

/** Markdown without front matter → its syntax tree, with places. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown)
}
