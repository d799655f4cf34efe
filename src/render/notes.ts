import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import { h } from 'hastscript'
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { markOf } from '../report/body.ts'
import { allowedOf } from './allowed.ts'

/** The mark of a note in the text, which leads to the note: `1`, `※`. A later one of the same note has its own `id`. */
export function referenceTo(mark: string, prefix: string, id = `ref-${noteName(mark)}`): Element {
  const properties = { id: prefix + id, href: `#${prefix}note-${noteName(mark)}`, ariaLabel: `注 ${mark}` }
  return h('a.note-mark', properties, mark)
}

/** How a text with notes becomes HTML: each mark once by its own id, and the notes in a list of our own below the text. */
export function notesOf(tree: Root, prefix: string) {
  const counts = new Map<string, number>()
  const handlers = {
    footnoteReference: (_: unknown, node: FootnoteReference) => {
      const mark = node.label ?? node.identifier
      const count = (counts.get(mark) ?? 0) + 1
      counts.set(mark, count)
      return referenceTo(mark, prefix, referenceId(mark, count))
    },
    footnoteDefinition: () => undefined,
  }
  const list = (): Element[] => {
    const notes = firstOfEach(tree)
    const items = notes.map((note) => {
      const mark = markOf(note)
      // A mark that stands in the title alone has the id without a count.
      const id = counts.has(mark) ? referenceId(mark, 1) : `ref-${noteName(mark)}`
      const back = { href: `#${prefix}${id}`, ariaLabel: `注 ${mark} から本文に戻る` }
      return h('li', { id: `${prefix}note-${noteName(mark)}` }, [mark, ...wordsOf(note), h('a.back', back)])
    })
    return items.length > 0 ? [h('ul.notes', items)] : []
  }
  return { handlers, list }
}

/** Notes wherever they stand; of two with one mark the first. */
function firstOfEach(tree: Root): FootnoteDefinition[] {
  const notes = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (note) => {
    if (!notes.has(note.identifier)) notes.set(note.identifier, note)
  })
  return [...notes.values()]
}

/** A note's words with their links, breaks and emphasis; its paragraphs one below the other. */
function wordsOf({ children }: FootnoteDefinition): ElementContent[] {
  return children.flatMap((child, i) => {
    const html = allowedOf(toHast({ type: 'root', children: [child] }) as HtmlRoot).children as ElementContent[]
    const words = html.flatMap((node) => (node.type === 'element' && node.tagName === 'p' ? node.children : [node]))
    return [...(i > 0 ? [h('br')] : []), ...words]
  })
}

function referenceId(mark: string, count: number): string {
  return `ref-${noteName(mark)}-${count}`
}

/** A mark as part of an id: `1` → `1`, `※` → `203b`. */
function noteName(mark: string): string {
  return mark.replace(/[^\w-]/gu, (character) => (character.codePointAt(0) ?? 0).toString(16))
}
