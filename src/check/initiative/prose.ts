import type { Nodes } from 'mdast'

/** A paragraph, heading or table cell of a body, as written, with everything that is not words covered up. */
export interface ProseBlock {
  /** Same length as its source; marks, addresses of links and raw HTML are `COVER`, line ends stay. */
  text: string
  /** Offset into the body. */
  start: number
  /** The words inside links, as ranges of `text`. */
  links: { start: number; end: number }[]
}

/** Stands for one character that is no word: nothing in a rule's pattern matches it. */
const COVER = '\ufffc'

/** The words of a body, block by block, with their offsets intact; `nodes` are all of its nodes. */
export function proseBlocks(nodes: readonly Nodes[], markdown: string): ProseBlock[] {
  return nodes
    .filter(({ type }) => type === 'paragraph' || type === 'heading' || type === 'tableCell')
    .map((node) => readBlock(node, markdown))
}

function readBlock(block: Nodes, markdown: string): ProseBlock {
  const start = startOf(block)
  const links: ProseBlock['links'] = []
  let text = ''
  const coverUpTo = (end: number) => {
    text += markdown.slice(start + text.length, end).replace(/[^\n]/g, COVER)
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      coverUpTo(startOf(node))
      text += markdown.slice(start + text.length, endOf(node)).replace(/\\(?=[!-/:-@[-`{-~])/g, COVER)
    } else if ('children' in node) {
      const isLink = node.type === 'link' || node.type === 'linkReference'
      if (isLink) links.push({ start: startOf(node) - start, end: endOf(node) - start })
      node.children.forEach(walk)
    }
  }
  walk(block)
  coverUpTo(endOf(block))
  return { text, start, links }
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0
