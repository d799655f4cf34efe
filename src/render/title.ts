import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { referenceTo } from './notes.ts'

/** A title with its ※ as the reference to the note: `'アナログ規制※の見直し'`. Titles without a note are text alone. */
export function renderTitle(title: string, marks: readonly (string | null)[], prefix: string): string {
  const children: ElementContent[] = []
  let rest = title
  for (const mark of marks) {
    const at = mark?.startsWith('※') ? rest.indexOf(mark) : -1
    if (!mark || at < 0) continue
    children.push({ type: 'text', value: rest.slice(0, at) }, referenceTo(mark, prefix))
    rest = rest.slice(at + mark.length)
  }
  children.push({ type: 'text', value: rest })
  return toHtml(children)
}
