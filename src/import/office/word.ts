import type { Office } from './paragraph.ts'
import type { Package } from './package.ts'
import { type Numbering, readNumbering } from './word-numbering.ts'
import { type WordStyles, readStyles } from './word-styles.ts'
import { type XmlElement, all, attribute, child, elementsOf, nameOf, wordsIn } from './xml.ts'

/** Twips of indent that people give to one level by hand: about two characters. */
const INDENT = 360

/** Reads the paragraphs of a Word document, with the numbers and bullets that Word sets before them. */
export function readWord(file: Package, main: string): Office {
  const styles = readStyles(file.relatedPart(main, 'styles')?.root ?? null)
  const numbering = readNumbering(file.relatedPart(main, 'numbering')?.root ?? null)
  const office: Office = { paragraphs: [], leftOut: [] }
  let count = 0
  const walk = (element: XmlElement | null) => {
    for (const each of elementsOf(element)) {
      const name = nameOf(each)
      if (name === 'p') take(each, `${++count}番目の段落`, { styles, numbering, office })
      else if (name === 'tbl') {
        const words = all(each, 'tc').map((cell) => wordsIn(cell))
        count += all(each, 'p').length
        leave(
          office,
          `${count}番目の段落のあたり`,
          '表は、読みませんでした。本文に要るものは、書き足してください',
          words.join('・'),
        )
      } else if (/^(?:sdt|sdtContent|customXml|ins|smartTag)$/.test(name)) walk(each)
    }
  }
  walk(child(file.part(main), 'body'))
  for (const [type, what] of [
    ['footnotes', '脚注'],
    ['endnotes', '文末脚注'],
    ['comments', 'コメント'],
  ] as const) {
    for (const note of all(file.relatedPart(main, type)?.root ?? null, type.slice(0, -1))) {
      const words = wordsIn(note)
      if (words.trim() !== '')
        leave(
          office,
          `${what}${attribute(note, 'id') ?? ''}`,
          `${what}は、読みませんでした。注にするものは、本文に「※」で書き足してください`,
          words,
        )
    }
  }
  return office
}

interface Context {
  styles: WordStyles
  numbering: Numbering
  office: Office
}

function take(paragraph: XmlElement, place: string, { styles, numbering, office }: Context): void {
  const own = child(paragraph, 'pPr')
  const style = styles.styleOf(attribute(child(own, 'pStyle'), 'val'))
  const { lines, isBold } = wordsOf(paragraph, place, office, style.isBold)
  const inOwn = child(own, 'numPr')
  const id = attribute(child(inOwn, 'numId'), 'val') ?? style.numbering?.id ?? null
  const depth = Number(attribute(child(inOwn, 'ilvl'), 'val') ?? style.numbering?.level ?? 0)
  // Word counts a paragraph that has a number and no words.
  const mark = id === null || id === '0' ? '' : numbering.next(id, depth)
  const indent = child(own, 'ind')
  const left = Number(attribute(indent, 'left') ?? attribute(indent, 'start') ?? 0)
  const level = mark === '' ? Math.max(0, Math.round(left / INDENT)) : depth
  const isHeading = style.isHeading || child(own, 'outlineLvl') !== null
  office.paragraphs.push({ lines, mark, level, isHeading, isBold, place, box: 1, page: 1 })
}

/** The words of a paragraph, line by line; what was deleted is not there, what was put in is. */
function wordsOf(
  paragraph: XmlElement,
  place: string,
  office: Office,
  isStyleBold: boolean,
): { lines: string[]; isBold: boolean } {
  let text = ''
  let isBold = true
  const walk = (element: XmlElement, bold: boolean) => {
    for (const each of elementsOf(element)) {
      const name = nameOf(each)
      if (name === 't') {
        text += each.text
        if (each.text.trim() !== '' && !bold) isBold = false
      } else if (name === 'br' || name === 'cr') text += attribute(each, 'type') === 'page' ? '' : '\n'
      else if (name === 'tab') text += ' '
      else if (name === 'noBreakHyphen') text += '-'
      else if (name === 'sym') text += String.fromCodePoint(parseInt(attribute(each, 'char') ?? '25a1', 16))
      else if (name === 'r') walk(each, isOn(child(each, 'rPr', 'b'), isStyleBold))
      else if (name === 'ruby') walk(child(each, 'rubyBase') ?? each, bold)
      else if (/^(?:drawing|pict|object)$/.test(name)) leavePicture(each, place, office)
      else if (name === 'AlternateContent') walk(child(each, 'Choice') ?? each, bold)
      else if (!/^(?:pPr|rPr|del|moveFrom|instrText|delText|rt)$/.test(name)) walk(each, bold)
    }
  }
  walk(paragraph, isStyleBold)
  return { lines: text.split('\n'), isBold }
}

function leavePicture(picture: XmlElement, place: string, office: Office): void {
  const words = all(picture, 'txbxContent')
    .map((box) => wordsIn(box))
    .join('')
  if (words !== '')
    return leave(
      office,
      place,
      '枠（テキストボックス）の文は、読みませんでした。本文に要るものは、書き足してください',
      words,
    )
  const [properties] = all(picture, 'docPr')
  leave(office, place, '図は、読みませんでした', attribute(properties, 'descr') ?? attribute(properties, 'name') ?? '')
}

function leave(office: Office, place: string, what: string, words: string): void {
  office.leftOut.push({ place, what, words: words.slice(0, 20) })
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` off. */
function isOn(element: XmlElement | null, otherwise: boolean): boolean {
  return element === null ? otherwise : !/^(?:0|false|off|none)$/.test(attribute(element, 'val') ?? '1')
}
