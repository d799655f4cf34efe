import { strToU8, zipSync } from 'fflate'

/** A small maker of Word and PowerPoint files: what offices write that matters for reading them, and nothing else. */

export interface MadeParagraph {
  /** A line end in it is one that somebody made with Shift and Enter. */
  text: string
  level?: number
  /** The program's own numbering, by PowerPoint's name, or a bullet. */
  auto?: 'arabicPlain' | 'arabicParenBoth' | 'circleNumDbPlain' | 'arabicPeriod'
  startAt?: number
  bullet?: string
  bold?: boolean
}

export interface MadeBox {
  paragraphs: MadeParagraph[]
  /** Centimetres from the left and the top, width and height. */
  at: [left: number, top: number, width: number, height: number]
  type?: 'title' | 'sldNum' | 'ftr'
}

/** Further XML of a slide: pictures, tables; its speaker notes. */
export interface MadeSlide {
  boxes: MadeBox[]
  extra?: string
  notes?: string
  hidden?: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function relationships(all: readonly [id: string, kind: string, target: string][]): string {
  const each = all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${KINDS}/${kind}" Target="${target}"/>`)
  return `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${each.join('')}</Relationships>`
}

/** What each part is; without it no program opens the file. */
function contentTypes(parts: readonly string[]): string {
  const kinds: [form: RegExp, kind: string][] = [
    [/presentation\.xml$/, 'presentationml.presentation.main'],
    [/slides\/slide/, 'presentationml.slide'],
    [/notesSlides\//, 'presentationml.notesSlide'],
    [/document\.xml$/, 'wordprocessingml.document.main'],
    [/styles\.xml$/, 'wordprocessingml.styles'],
    [/numbering\.xml$/, 'wordprocessingml.numbering'],
  ]
  const each = parts.flatMap((name) => {
    const kind = kinds.find(([form]) => form.test(name))?.[1]
    const type = `application/vnd.openxmlformats-officedocument.${kind}+xml`
    return kind && name.endsWith('.xml') ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : []
  })
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`
}

/** A zip archive of text parts. */
export function zipOf(own: Record<string, string>): Uint8Array {
  const parts = { '[Content_Types].xml': contentTypes(Object.keys(own)), ...own }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** A presentation. */
export function makeSlides(slides: readonly MadeSlide[]): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'ppt/presentation.xml']]),
    'ppt/presentation.xml': `${HEAD}<p:presentation ${NAMES}><p:sldIdLst>${slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    // Files are numbered as they were made, not as they are shown.
    'ppt/_rels/presentation.xml.rels': relationships(
      slides.map((_, i) => [`rId${i + 1}`, 'slide', `slides/slide${slides.length - i}.xml`]),
    ),
  }
  slides.forEach(({ boxes, extra = '', notes, hidden }, i) => {
    const name = `slide${slides.length - i}.xml`
    parts[`ppt/slides/${name}`] =
      `${HEAD}<p:sld ${NAMES}${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${boxes.map(boxXml).join('')}${extra}</p:spTree></p:cSld></p:sld>`
    if (notes === undefined) return
    parts[`ppt/slides/_rels/${name}.rels`] = relationships([['rId1', 'notesSlide', `../notesSlides/${name}`]])
    parts[`ppt/notesSlides/${name}`] = `${HEAD}<p:notes ${NAMES}><a:t>${escape(notes)}</a:t></p:notes>`
  })
  return zipOf(parts)
}

function boxXml({ paragraphs, at, type }: MadeBox): string {
  const [x, y, cx, cy] = at.map((centimetres) => Math.round(centimetres * 360000))
  const holder = type ? `<p:ph type="${type}"/>` : ''
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="枠"/><p:cNvSpPr/><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>${paragraphs.map(slideParagraph).join('')}</p:txBody></p:sp>`
}

function slideParagraph({ text, level = 0, auto, startAt, bullet, bold }: MadeParagraph): string {
  const mark = auto
    ? `<a:buAutoNum type="${auto}"${startAt ? ` startAt="${startAt}"` : ''}/>`
    : bullet
      ? `<a:buChar char="${escape(bullet)}"/>`
      : '<a:buNone/>'
  const runs = text
    .split('\n')
    .map((line) => `<a:r><a:rPr lang="ja-JP"${bold ? ' b="1"' : ''}/><a:t>${escape(line)}</a:t></a:r>`)
  return `<a:p><a:pPr lvl="${level}">${mark}</a:pPr>${runs.join('<a:br/>')}</a:p>`
}

/** The forms of Word's own numbering and bullets, one list each. */
const LISTS: [name: string, form: string, text: string][] = [
  ['arabicPlain', 'decimal', '%1'],
  ['arabicParenBoth', 'decimal', '(%1)'],
  ['circleNumDbPlain', 'decimalEnclosedCircle', '%1'],
  ['arabicPeriod', 'decimal', '%1.'],
]

export interface MadeWordParagraph extends MadeParagraph {
  style?: 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Heading4'
}

/** A Word document. A list counts anew below each paragraph of a list that stands before it in `LISTS`. */
export function makeWord(paragraphs: readonly MadeWordParagraph[], extra = ''): Uint8Array {
  const bullets = [...new Set(paragraphs.flatMap(({ bullet }) => bullet ?? []))]
  const lists = [...LISTS, ...bullets.map((bullet): [string, string, string] => [bullet, 'bullet', bullet])]
  const depths = (form: string, text: string) =>
    Array.from(
      { length: 4 },
      (_, i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${escape(text.replace('%1', `%${i + 1}`))}"/></w:lvl>`,
    ).join('')
  const abstracts = lists.map(
    ([, form, text], i) => `<w:abstractNum w:abstractNumId="${i}">${depths(form, text)}</w:abstractNum>`,
  )
  /** A list of its own wherever the numbers begin anew. */
  const numbers = lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`)
  const body = paragraphs.map(({ text, level = 0, auto, bullet, bold, style, startAt }) => {
    let id = lists.findIndex(([name]) => name === (auto ?? bullet)) + 1
    if (startAt !== undefined) {
      const abstract = id - 1
      id = numbers.length + 1
      numbers.push(
        `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${startAt}"/></w:lvlOverride></w:num>`,
      )
    }
    const number = id > 0 ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>` : ''
    const indent = id > 0 || level === 0 ? '' : `<w:ind w:left="${level * 420}"/>`
    const runs = text
      .split('\n')
      .map((line) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(line)}</w:t></w:r>`)
    return `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${number}${indent}</w:pPr>${runs.join('<w:r><w:br/></w:r>')}</w:p>`
  })
  const styles = ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4'].map(
    (id) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace('Heading', 'heading ')}"/></w:style>`,
  )
  return zipOf({
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
    ]),
    'word/document.xml': `${HEAD}<w:document ${WORD}><w:body>${body.join('')}${extra}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}<w:styles ${WORD}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${WORD}>${abstracts.join('')}${numbers.join('')}</w:numbering>`,
  })
}
