import type { Nodes } from 'mdast'

/** A paragraph, heading or table cell of a body, as written, with everything that is not words covered up. */
export interface ProseBlock {
  /** Same length as its source; marks, addresses of links and raw HTML are `COVER`, line ends stay. */
  text: string
  /** Offset into the body. */
  start: number
  /** The words inside links, as ranges of `text`. */
  links: { start: number; end: number }[]
  /** The words as written, as ranges of `text`: marks of escapes are in them. */
  words: { start: number; end: number }[]
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
  const words: ProseBlock['words'] = []
  let text = ''
  const coverUpTo = (end: number) => {
    // The blanks before a line are how far it is indented.
    const covered = (part: string) => (part.startsWith('\n') ? part : COVER)
    text += markdown.slice(start + text.length, end).replace(/\n *|[^\n]/g, covered)
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      coverUpTo(startOf(node))
      words.push({ start: startOf(node) - start, end: endOf(node) - start })
      text += markdown.slice(start + text.length, endOf(node)).replace(/\\(?=[!-/:-@[-`{-~])/g, COVER)
    } else if ('children' in node) {
      const isLink = node.type === 'link' || node.type === 'linkReference'
      if (isLink) links.push({ start: startOf(node) - start, end: endOf(node) - start })
      node.children.forEach(walk)
    }
  }
  walk(block)
  coverUpTo(endOf(block))
  return { text, start, links, words }
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0
