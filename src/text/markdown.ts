import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'

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

/** The same without the search of the whole tree for bare addresses, which is a third of a short text's parse. */
const parserWithoutAddresses = parser().use(withoutTransforms).freeze()

function withoutTransforms(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }))
}

/** Every bare address contains one of these. */
const ADDRESS = /https?:|www\.|@/i

/** Markdown without front matter → its syntax tree, with places. */
export function parseMarkdown(markdown: string): Root {
  return (ADDRESS.test(markdown) ? parser : parserWithoutAddresses).parse(markdown)
}
