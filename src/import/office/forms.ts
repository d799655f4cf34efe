import { foldWidth } from '../../text/fold.ts'
import { BRACKETED_GLYPHS, CIRCLED_GLYPHS, orderOfGlyph } from '../../report/number.ts'
import type { Paragraph } from './paragraph.ts'

/** What a paragraph is by its number or sign, and the words behind it. */
export type Form =
  | { kind: 'heading'; depth: 1 | 2 | 3; order: number; title: string }
  | { kind: 'initiative'; title: string; circle: string }
  | { kind: 'result'; text: string }
  | { kind: 'none'; text: string }

const FORMS: [depth: 1 | 2 | 3, form: RegExp][] = [
  [1, /^(\d{1,2})(?:\s+|\.(?!\d)\s*)(?=\S)/],
  [2, /^\((\d{1,2})\)\s*(?=\S)/],
  [2, new RegExp(`^([${BRACKETED_GLYPHS}])\\s*(?=\\S)`, 'u')],
  [3, new RegExp(`^([${CIRCLED_GLYPHS}])\\s*(?=\\S)`, 'u')],
]
const CIRCLE = /^([○〇◯])[ \u3000]*(?=[^○〇◯\s])/
const POINT = /^(?:[・･•▪‧∙◦■◆▶➢✓●□–-])[ \u3000]*(?=\S)/

/** Reads a paragraph's first line with the mark that the program sets before it: `(1)` and `柔軟で…` → section 1. */
export function formOf({ mark, lines }: Pick<Paragraph, 'mark' | 'lines'>): Form {
  const words = (lines[0] ?? '').trim()
  // Somebody who typed the number himself left the program's bullet before it.
  const own = formOfWords(words)
  if (own.kind !== 'none' || mark === '') return own.kind === 'none' ? { kind: 'none', text: words } : own
  const marked = formOfWords(`${mark} ${words}`)
  return marked.kind === 'none' ? { kind: 'none', text: words } : marked
}

function formOfWords(words: string): Form {
  const folded = foldWidth(words)
  for (const [depth, form] of FORMS) {
    const [found = '', mark = ''] = form.exec(folded) ?? []
    if (found !== '')
      return {
        kind: 'heading',
        depth,
        order: orderOfGlyph(mark) ?? Number(mark),
        title: words.slice(found.length).trim(),
      }
  }
  const [circle = '', sign = ''] = CIRCLE.exec(words) ?? []
  if (circle !== '') return { kind: 'initiative', title: words.slice(circle.length).trim(), circle: sign }
  const [point = ''] = POINT.exec(words) ?? []
  if (point !== '') return { kind: 'result', text: words.slice(point.length).trim() }
  return { kind: 'none', text: words }
}

/** The numbers of headings among paragraphs, in order. */
export function numbersOf(
  paragraphs: readonly Pick<Paragraph, 'mark' | 'lines'>[],
): { depth: number; order: number }[] {
  return paragraphs.flatMap((paragraph) => {
    const form = formOf(paragraph)
    return form.kind === 'heading' ? [{ depth: form.depth, order: form.order }] : []
  })
}
