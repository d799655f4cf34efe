import { numbersOf } from './forms.ts'
import type { Deed } from '../received/received.ts'
import type { Office, Paragraph } from './paragraph.ts'
import type { Package } from './package.ts'
import { type Area, readingOrder } from './reading-order.ts'
import { type Styles, paragraphsIn } from './slide-text.ts'
import { type XmlElement, all, attribute, child, elementsOf, nameOf, wordsIn } from './xml.ts'

/** A box with text, where it stands, and as what the slide's layout has it: title, body, page number. */
interface Box extends Area {
  type: string
  paragraphs: Omit<Paragraph, 'place' | 'box' | 'page'>[]
}

/** How a group moves and stretches what stands in it. */
type Placing = (area: Area) => Area

/** Places that each slide has for what the presentation itself writes. */
const FURNITURE = new Set(['sldNum', 'dt', 'ftr', 'hdr'])

/** Reads the slides of a presentation, box by box in the order of the eye. */
export function readSlides(file: Package, main: string): Office {
  const presentation = file.part(main)
  const related = new Map(file.related(main).map(({ id, part }) => [id, part]))
  const office: Office = { paragraphs: [], leftOut: [] }
  all(child(presentation, 'sldIdLst'), 'sldId').forEach((slideId, i) => {
    const id = Object.entries(slideId.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
    const name = related.get(id)
    if (name !== undefined) readSlide(file, name, i + 1, office)
  })
  return office
}

function readSlide(file: Package, name: string, page: number, office: Office): void {
  const place = `スライド${page}`
  const slide = file.part(name)
  if (attribute(slide, 'show') === '0') {
    office.leftOut.push({
      place,
      what: '表示しない設定のスライドは、読みませんでした',
      words: wordsIn(slide).slice(0, 20),
    })
    return
  }
  const layout = file.relatedPart(name, 'slideLayout')
  const master = layout ? file.relatedPart(layout.name, 'slideMaster') : null
  const leftOut: Deed[] = []
  const boxes = boxesIn(child(slide, 'cSld', 'spTree'), (area) => area, {
    layout: layout?.root ?? null,
    master: master?.root ?? null,
    leave: (what, text) => leftOut.push({ place, what, words: text.slice(0, 20) }),
  })
  const reading = {
    faults,
    unsure: ([first]: readonly Box[]) => {
      const words = first?.paragraphs[0]?.lines[0] ?? ''
      leftOut.push({ place, what: UNSURE, words: words.slice(0, 20) })
    },
  }
  // A title is read first, wherever it stands.
  const ordered = [boxes.filter(isTitle), boxes.filter((box) => !isTitle(box))].flatMap((each) =>
    readingOrder(each, reading),
  )
  const start = (office.paragraphs.at(-1)?.box ?? 0) + 1
  ordered.forEach((box, i) => {
    for (const paragraph of box.paragraphs)
      office.paragraphs.push({ ...paragraph, place: `${place}の${i + 1}つ目の枠`, box: start + i, page })
  })
  office.leftOut.push(...leftOut)
  const notes = wordsIn(file.relatedPart(name, 'notesSlide')?.root).replace(/^\d+$/, '')
  if (notes !== '')
    office.leftOut.push({ place, what: '発表者のノートは、読みませんでした', words: notes.slice(0, 20) })
}

const UNSURE = '枠が縦にも横にも並び、番号からも順序が決まりません。上の段から左右に読みました。順序を確かめてください'

const isTitle = ({ type }: Pick<Box, 'type'>) => /^(?:title|ctrTitle)$/.test(type)

/** How often the numbers of headings do not count on, in the order of these boxes. */
function faults(boxes: readonly Box[]): number {
  const numbers = numbersOf(boxes.flatMap(({ paragraphs }) => paragraphs))
  return numbers.filter(({ depth, order }, i) => {
    const last = numbers.slice(0, i).findLast((each) => each.depth <= depth)
    return last?.depth === depth ? order !== last.order + 1 : order !== 1 && last !== undefined
  }).length
}

interface Context {
  layout: XmlElement | null
  master: XmlElement | null
  leave: (what: string, words: string) => void
}

function boxesIn(tree: XmlElement | null, placing: Placing, context: Context): Box[] {
  return elementsOf(tree).flatMap((element): Box[] => {
    const name = nameOf(element)
    const title = () =>
      attribute(all(element, 'cNvPr')[0], 'descr') ?? attribute(all(element, 'cNvPr')[0], 'name') ?? ''
    if (name === 'grpSp') return boxesIn(element, grouping(element, placing), context)
    if (name === 'pic') context.leave('図は、読みませんでした', title())
    else if (name === 'graphicFrame') context.leave(...frame(element, title()))
    else if (name === 'sp') return boxOf(element, placing, context)
    else if (name === 'AlternateContent')
      return boxesIn(child(element, 'Choice') ?? child(element, 'Fallback'), placing, context)
    return []
  })
}

function frame(element: XmlElement, title: string): [what: string, words: string] {
  const words = wordsIn(element, '・')
  if (all(element, 'tbl').length > 0) return ['表は、読みませんでした。本文に要るものは、書き足してください', words]
  return ['グラフや図表（SmartArt など）は、読みませんでした', words === '' ? title : words]
}

function boxOf(shape: XmlElement, placing: Placing, { layout, master, leave }: Context): Box[] {
  const holder = child(shape, 'nvSpPr', 'nvPr', 'ph')
  const type = holder ? (attribute(holder, 'type') ?? 'body') : ''
  const inLayout = holder && layout ? samePlace(layout, holder) : null
  const inMaster = holder && master ? samePlace(master, holder) : null
  const body = child(shape, 'txBody')
  if (!body) return []
  if (FURNITURE.has(type)) return []
  const kind = isTitle({ type }) ? 'titleStyle' : holder ? 'bodyStyle' : 'otherStyle'
  const styles: Styles = [
    child(body, 'lstStyle'),
    child(inLayout, 'txBody', 'lstStyle'),
    child(inMaster, 'txBody', 'lstStyle'),
    child(master, 'txStyles', kind),
  ]
  const paragraphs = paragraphsIn(body, styles, isTitle({ type }))
  if (paragraphs.length === 0) return []
  const area = areaOf(shape) ?? areaOf(inLayout) ?? areaOf(inMaster)
  if (!area) leave('場所のわからない枠です。順序を確かめてください', paragraphs[0]?.lines[0] ?? '')
  return [{ type, paragraphs, ...placing(area ?? { left: 0, top: Infinity, right: 0, bottom: Infinity }) }]
}

/** The place of a layout or master that a slide's box fills. */
function samePlace(root: XmlElement, holder: XmlElement): XmlElement | null {
  const [index, type] = [attribute(holder, 'idx'), attribute(holder, 'type') ?? 'body']
  const places = all(root, 'sp').flatMap((shape) => {
    const own = child(shape, 'nvSpPr', 'nvPr', 'ph')
    return own ? [{ shape, index: attribute(own, 'idx'), type: attribute(own, 'type') ?? 'body' }] : []
  })
  const alike = (a: string, b: string) => a === b || (/title/i.test(a) && /title/i.test(b) && !/sub/i.test(a + b))
  const found =
    (index === null ? undefined : places.find((each) => each.index === index)) ??
    places.find((each) => alike(each.type, type))
  return found?.shape ?? null
}

function areaOf(shape: XmlElement | null): Area | null {
  return areaIn(child(shape, 'spPr', 'xfrm'), 'off', 'ext')
}

function areaIn(transform: XmlElement | null, offset: string, extent: string): Area | null {
  const [from, size] = [child(transform, offset), child(transform, extent)]
  if (!from || !size) return null
  const [left, top] = [Number(attribute(from, 'x')), Number(attribute(from, 'y'))]
  return { left, top, right: left + Number(attribute(size, 'cx')), bottom: top + Number(attribute(size, 'cy')) }
}

function grouping(group: XmlElement, placing: Placing): Placing {
  const transform = child(group, 'grpSpPr', 'xfrm')
  const [outer, inner] = [areaIn(transform, 'off', 'ext'), areaIn(transform, 'chOff', 'chExt')]
  if (!outer || !inner) return placing
  const across = (outer.right - outer.left) / (inner.right - inner.left || 1)
  const down = (outer.bottom - outer.top) / (inner.bottom - inner.top || 1)
  return ({ left, top, right, bottom }) =>
    placing({
      left: outer.left + (left - inner.left) * across,
      top: outer.top + (top - inner.top) * down,
      right: outer.left + (right - inner.left) * across,
      bottom: outer.top + (bottom - inner.top) * down,
    })
}
