import type { Element, ElementContent, Root, Text } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Term } from '../report/glossary.ts'
import { findTerms } from '../report/terms.ts'

/** Which terms a page has already explained; the terms are those of the glossary. */
export interface TermContext {
  terms: readonly Term[]
  /** Grows as the page's bodies are rendered: each term is marked where it first stands on a page. */
  explained: Set<string>
  /** The glossary's page, where the term has a place of its own. */
  urlOf: (term: Term) => string
}

/** Already something to press, or a name of its own. */
const LEFT_ALONE = new Set(['a', 'button', 'time', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/**
 * rehype: makes the first mention of each term a button that shows its meaning, without any script (`popover`).
 * The text stays verbatim: the meanings stand after the body, hidden until one is asked for.
 */
export function rehypeTerms(context: TermContext) {
  return (tree: Root) => {
    const notes: Element[] = []
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && LEFT_ALONE.has(node.tagName)) return SKIP
      if (node.type !== 'text' || !parent || index === undefined) return
      const parts = splitAtTerms(node.value, context, notes)
      if (!parts) return
      parent.children.splice(index, 1, ...parts)
      return index + parts.length
    })
    if (notes.length > 0) tree.children.push(...notes)
  }
}

/** `'庁内LANの適正化'` → `['庁内', <button>LAN</button>, 'の適正化']`, and its note into `notes`; `null` without a new term. */
function splitAtTerms(
  text: string,
  { terms, explained, urlOf }: TermContext,
  notes: Element[],
): ElementContent[] | null {
  const parts: ElementContent[] = []
  let done = 0
  for (const { term, start, end } of findTerms(text, terms)) {
    if (explained.has(term.term)) continue
    explained.add(term.term)
    const id = `term-${explained.size}`
    if (start > done) parts.push(textNode(text.slice(done, start)))
    const properties = { type: 'button', className: ['term'], popoverTarget: id }
    parts.push({ type: 'element', tagName: 'button', properties, children: [textNode(text.slice(start, end))] })
    notes.push(noteOf(term, id, urlOf(term)))
    done = end
  }
  if (parts.length === 0) return null
  if (done < text.length) parts.push(textNode(text.slice(done)))
  return parts
}

function noteOf({ term, reading, meaning, reviewed }: Term, id: string, href: string): Element {
  const unreviewed = reviewed ? '' : '（意味は未確認）'
  return {
    type: 'element',
    tagName: 'div',
    properties: { id, className: ['term-note'], popover: 'auto' },
    children: [
      { type: 'element', tagName: 'b', properties: {}, children: [textNode(term)] },
      textNode(`（${reading}） ${meaning}${unreviewed} `),
      { type: 'element', tagName: 'a', properties: { href }, children: [textNode('用語集')] },
    ],
  }
}

const textNode = (value: string): Text => ({ type: 'text', value })
