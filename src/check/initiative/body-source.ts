import type { Nodes, Root } from 'mdast'
import type { FrontMatter } from '../../text/front-matter.ts'
import { parseMarkdown } from '../../text/markdown.ts'
import { type ProseBlock, proseBlocks } from './prose.ts'

/** A body, parsed and laid out once for all rules, with what they need to name places in its file. */
export interface BodySource {
  file: string
  tree: Root
  /** Every node below the tree, in reading order. */
  nodes: Nodes[]
  prose: ProseBlock[]
  markdown: string
  firstLine: number
  /** The fiscal year of its report, by which its years are read; `null` where nobody knows it. */
  reportYear: number | null
  /** Initiatives keep to `###`; the cover's own body has `##` headings; `plain:` has none. */
  kind: 'initiative' | 'cover' | 'plain'
}

/** Parses a body that `checkNesting` passed. */
export function readBodySource(
  file: string,
  { body: markdown, bodyLine: firstLine }: FrontMatter,
  kind: BodySource['kind'],
  reportYear: number | null,
): BodySource {
  const tree = parseMarkdown(markdown)
  const nodes: Nodes[] = []
  const walk = (node: Nodes) => {
    nodes.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  tree.children.forEach(walk)
  return { file, tree, nodes, prose: proseBlocks(nodes, markdown), markdown, firstLine, reportYear, kind }
}
