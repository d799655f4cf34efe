import { bulletText, slideNumberText } from './numbers.ts'
import type { Paragraph } from './paragraph.ts'
import { type XmlElement, attribute, child, elementsOf, nameOf } from './xml.ts'

/** Where a paragraph's form is looked for, level by level, the nearest first: box, layout, master. */
export type Styles = readonly (XmlElement | null)[]

/** The paragraphs of a box, with the numbers and bullets that PowerPoint sets before them. */
export function paragraphsIn(
  body: XmlElement,
  styles: Styles,
  isHeading: boolean,
): Omit<Paragraph, 'place' | 'box' | 'page'>[] {
  /** The numbering that runs on each level. */
  const running: ({ form: string; order: number } | undefined)[] = []
  return elementsOf(body)
    .filter((element) => nameOf(element) === 'p')
    .flatMap((paragraph) => {
      const own = child(paragraph, 'pPr')
      const level = Number(attribute(own, 'lvl') ?? 0)
      const { lines, isBold } = wordsOf(paragraph)
      // A paragraph without words shows neither number nor bullet.
      if (lines.join('').trim() === '') return []
      running.length = level + 1
      return [
        {
          lines,
          mark: markOf([own, ...styles.map((style) => child(style, `lvl${level + 1}pPr`))], running, level),
          level,
          isHeading,
          isBold,
        },
      ]
    })
}

function markOf(forms: Styles, running: ({ form: string; order: number } | undefined)[], level: number): string {
  const bullet = forms
    .map((form) => elementsOf(form).find((each) => /^bu(?:None|AutoNum|Char|Blip)$/.test(nameOf(each))))
    .find(Boolean)
  const name = bullet ? nameOf(bullet) : 'buNone'
  if (name !== 'buAutoNum') running[level] = undefined
  if (name === 'buNone') return ''
  if (name === 'buBlip') return '•'
  if (name === 'buChar') {
    const font = forms.map((form) => attribute(child(form, 'buFont'), 'typeface')).find((each) => each !== null)
    return bulletText(attribute(bullet, 'char') ?? '•', font ?? null)
  }
  const [type, start] = [attribute(bullet, 'type') ?? 'arabicPeriod', attribute(bullet, 'startAt') ?? '1']
  const form = `${type} ${start}`
  const last = running[level]
  const order = last?.form === form ? last.order + 1 : Number(start)
  running[level] = { form, order }
  return slideNumberText(order, type)
}

/** The words of a paragraph, line by line, and whether all of them are bold. Page numbers and dates are the program's own. */
function wordsOf(paragraph: XmlElement): { lines: string[]; isBold: boolean } {
  let text = ''
  let isBold = true
  for (const element of elementsOf(paragraph)) {
    const name = nameOf(element)
    if (name === 'br') text += '\n'
    if (name === 'fld' && /^(?:slidenum|datetime)/.test(attribute(element, 'type') ?? '')) continue
    if (name !== 'r' && name !== 'fld') continue
    const words = unescaped(child(element, 't')?.text ?? '')
    text += words
    if (words.trim() !== '' && !/^(?:1|true)$/.test(attribute(child(element, 'rPr'), 'b') ?? '0')) isBold = false
  }
  return { lines: text.split(/[\n\v\u2028]/), isBold }
}

/** What XML can't hold is written so: `_x000B_` for a vertical tab. */
function unescaped(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
