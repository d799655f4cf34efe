import type { Root } from 'mdast'
import { list } from 'micromark-core-commonmark'
import type { Construct, Effects } from 'micromark-util-types'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'
import { makeLiteral } from './literal.ts'

/**
 * The one Markdown dialect of importer, checker and pages, MDX ones too: GFM, where a single `~` is a tilde (`R6~R7`) and
 * emphasis works beside Japanese brackets (`**「強調」**は`).
 */
export const DIALECT = [
  [remarkGfm, { singleTilde: false }],
  [remarkCjkFriendly],
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
] satisfies PluggableList

/** Lists of bullets alone. */
const bullets: Construct = {
  ...list,
  name: 'bullets',
  continuation: {
    // The next item of a list is looked for as what the list itself is; without this each item would be one of its own.
    tokenize(effects, ok, nok) {
      const attempt: Effects['attempt'] = (constructs, ...more) =>
        effects.attempt(constructs === list ? bullets : constructs, ...more)
      return (list.continuation as Construct).tokenize.call(this, { ...effects, attempt }, ok, nok)
    },
  },
}

const parser = unified().use(remarkParse).use(DIALECT).use(ofReports).freeze()

/** In reports `1) 様式` and `1. 様式` are words, not a list, and `makeLiteral` finds the addresses. */
function ofReports(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['list'] }, document: { 42: bullets, 43: bullets, 45: bullets } },
  ]
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }))
}

/** Markdown of a report without front matter → its syntax tree, with places. */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(markdown)
  makeLiteral(tree, markdown)
  return tree
}
