import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Term } from '../report/glossary.ts'

/** What a term's button shows without any script: its reading and meaning, and the way to the glossary. */
export function termNote({ term, reading, meaning, reviewed }: Term, id: string, href: string): string {
  const unreviewed = reviewed ? '' : '（意味は未確認）'
  return toHtml(
    h('div.term-note', { id, popover: 'auto' }, [
      h('b', term),
      `（${reading}） ${meaning}${unreviewed} `,
      h('a', { href }, '用語集'),
    ]),
  )
}
