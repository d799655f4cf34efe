import type { Element } from 'hast'
import { h } from 'hastscript'
import type { FootnoteDefinition } from 'mdast'
import { markOf, plainText } from '../report/body.ts'

/** The mark of a note in the text, which leads to the note: `1`, `※`. */
export function referenceTo(mark: string, prefix: string): Element {
  const name = noteName(mark)
  const properties = { id: `${prefix}ref-${name}`, href: `#${prefix}note-${name}`, ariaLabel: `注 ${mark}` }
  return h('a.note-mark', properties, mark)
}

/** The notes of a body, each with the way back to its mark. */
export function notesList(notes: readonly FootnoteDefinition[], prefix: string): Element {
  const items = notes.map((note) => {
    const mark = markOf(note)
    const back = { href: `#${prefix}ref-${noteName(mark)}`, ariaLabel: `注 ${mark} から本文に戻る` }
    return h('li', { id: `${prefix}note-${noteName(mark)}` }, [`${mark}${plainText(note)}`, h('a.back', back)])
  })
  return h('ul.notes', items)
}

/** A mark as part of an id: `1` → `1`, `※` → `203b`. */
function noteName(mark: string): string {
  return mark.replace(/[^\w-]/gu, (character) => (character.codePointAt(0) ?? 0).toString(16))
}
