import type { DocumentResult, Unit } from '../../../src/import/document.ts'
import { circled } from '../../../src/report/number.ts'
import type { MadeBox, MadeParagraph, MadeSlide, MadeWordParagraph } from './make.ts'

/** Whether somebody typed the numbers, or the program sets them. */
export type By = 'hand' | 'program'

const AUTO = { 1: 'arabicPlain', 2: 'arabicParenBoth', 3: 'circleNumDbPlain' } as const

function headingParagraph({ depth, order, title }: Extract<Unit, { kind: 'heading' }>, by: By): MadeParagraph {
  const label = depth === 1 ? `${order} ` : depth === 2 ? `(${order}) ` : `${circled(order)} `
  return by === 'hand' ? { text: label + title } : { text: title, auto: AUTO[depth], startAt: order }
}

/** A unit of the received document as an office would set it. */
function paragraphsOf(unit: Unit, by: By): MadeParagraph[] {
  if (unit.kind === 'heading') return [headingParagraph(unit, by)]
  if (unit.kind === 'initiative')
    return [by === 'hand' ? { text: `○${unit.title}` } : { text: unit.title, bullet: '○' }].map((each) => ({
      ...each,
      level: 1,
    }))
  if (unit.kind === 'results') return results(unit.items, 2, by)
  if (unit.kind === 'footnote') return [{ text: [unit.mark + unit.lines[0], ...unit.lines.slice(1)].join('\n') }]
  if (unit.kind === 'paragraph') return [{ text: unit.lines.join('\n') }]
  return 'text' in unit ? [{ text: unit.text }] : []
}

function results(items: readonly DocumentResult[], level: number, by: By): MadeParagraph[] {
  return items.flatMap(({ lines, children }) => {
    const text = lines.join('\n')
    const own =
      level > 2 ? { text, level } : by === 'hand' ? { text: `・${text}`, level } : { text, bullet: '・', level }
    return [own, ...results(children, level + 1, by)]
  })
}

/** The received document as slides: one for the cover, then one from each heading of a viewpoint to the next. */
export function deckOf(units: readonly Unit[], by: By): MadeSlide[] {
  const slides: { title: Unit; units: Unit[] }[] = []
  for (const unit of units) {
    const isTitle =
      unit.kind === 'title' || unit.kind === 'cover-heading' || (unit.kind === 'heading' && unit.depth === 1)
    if (isTitle) slides.push({ title: unit, units: [] })
    else slides.at(-1)?.units.push(unit)
  }
  return slides.map(({ title, units }) => {
    const boxes: MadeBox[] = [{ paragraphs: paragraphsOf(title, by), at: [1, 0.5, 23, 1.5], type: 'title' }]
    // A box from each section or subsection on, the second half of them in a second column.
    const parts: MadeParagraph[][] = [[]]
    for (const unit of units) {
      if (unit.kind === 'heading' && parts.at(-1)?.length) parts.push([])
      parts
        .at(-1)
        ?.push(
          ...(unit.kind === 'results' && title.kind === 'cover-heading' ? cover(unit.items) : paragraphsOf(unit, by)),
        )
    }
    const inColumn = Math.ceil(parts.length / 2)
    parts.forEach((paragraphs, i) => {
      const [column, row] = [Math.floor(i / inColumn), i % inColumn]
      const height = 15 / inColumn
      boxes.push({ paragraphs, at: [1 + column * 12, 2.5 + row * height, 11, height - 0.2] })
    })
    return { boxes: boxes.filter(({ paragraphs }) => paragraphs.length > 0) }
  })
}

/** The list of viewpoints on the cover. */
function cover(items: readonly DocumentResult[]): MadeParagraph[] {
  return items.map(({ lines }) => ({ text: lines.join('') }))
}

/** The received document as paragraphs of Word, with Word's styles of headings, or with none. */
export function wordOf(units: readonly Unit[], by: By, hasStyles: boolean): MadeWordParagraph[] {
  let isCover = true
  return units.flatMap((unit): MadeWordParagraph[] => {
    if (unit.kind === 'heading') isCover = false
    const own = isCover && unit.kind === 'results' ? cover(unit.items) : paragraphsOf(unit, by)
    const style = styleOf(unit)
    return own.map((each) => (hasStyles && style ? { ...each, style } : each))
  })
}

function styleOf(unit: Unit): MadeWordParagraph['style'] {
  if (unit.kind === 'title') return 'Title'
  if (unit.kind === 'cover-heading') return 'Heading1'
  if (unit.kind === 'initiative') return 'Heading4'
  return unit.kind === 'heading' ? (['Heading1', 'Heading2', 'Heading3'] as const)[unit.depth - 1] : undefined
}
