import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { pointsOf } from '../report/figure.ts'
import { headingLabel } from '../report/number.ts'
import type { Heading } from '../report/report.ts'
import type { Figure } from '../report/schema.ts'
import type { PublishedInitiative, PublishedResult } from './open-data.ts'
import { settledZip } from './settled-zip.ts'

/** What a Word file is made of: the whole report, or some of its initiatives. */
export interface WordText {
  title: string
  /** Lines below the title: when and by whom the report was published, where the text stands. */
  facts: string[]
  /** 取りまとめの趣旨, where the whole report is made. */
  introduction: { heading: boolean; text: string }[]
  initiatives: readonly PublishedInitiative[]
  author: string
  /** The month of the report's publication, of which the file is too: the same report gives the same file. `null` of a draft. */
  published: string | null
}

/**
 * Initiatives as a Word file: a table of contents, headings of Word's own styles under their own numbers, results as a
 * list, a table for each figure. The same text gives the same bytes.
 */
export async function wordOf(text: WordText): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: text.title,
    creator: text.author,
    lastModifiedBy: text.author,
    styles: STYLES,
    numbering: { config: [{ reference: 'results', levels: [0, 1, 2, 3].map(bulletOf) }] },
    sections: [
      {
        properties: { page: { size: { width: A4.width, height: A4.height } } },
        footers: { default: new Footer({ children: [PAGE_NUMBER()] }) },
        children: [...coverOf(text), ...bodyOf(text.initiatives)],
      },
    ],
  })
  return settledZip(
    new Uint8Array(await Packer.toArrayBuffer(document)),
    `${text.published ?? FIRST_MONTH}-01T00:00:00Z`,
  )
}

/** Before it a part of a zip file can't have been made. */
const FIRST_MONTH = '1980-01'

/** In twentieths of a point. */
const A4 = { width: 11906, height: 16838 }

const FONT = { ascii: 'Yu Gothic', eastAsia: '游ゴシック', hAnsi: 'Yu Gothic', cs: 'Yu Gothic' }

/** The level is told beside the style's name, by which Word knows it: LibreOffice would take it for a paragraph like others. */
const heading = (level: number, size: number, before: number) => ({
  run: { size, bold: true, color: '00118F', font: FONT },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, outlineLevel: level - 1 },
})

const STYLES = {
  default: {
    document: { run: { size: 21, font: FONT, language: { value: 'ja-JP', eastAsia: 'ja-JP' } } },
    title: { run: { size: 40, bold: true, font: FONT }, paragraph: { spacing: { after: 240 } } },
    heading1: heading(1, 32, 480),
    heading2: heading(2, 28, 360),
    heading3: heading(3, 24, 280),
    heading4: heading(4, 22, 240),
    heading5: heading(5, 21, 160),
  },
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
]

const bulletOf = (level: number) => ({
  level,
  format: LevelFormat.BULLET,
  text: level === 0 ? '・' : '－',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 320 * (level + 1), hanging: 320 } } },
})

const PAGE_NUMBER = () =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })

function coverOf({ title, facts, introduction }: WordText) {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...facts.map((text) => new Paragraph({ text })),
    ...introduction.map(({ heading, text }) =>
      heading
        ? new Paragraph({ children: runsOf(text, true), spacing: { before: 360, after: 80 } })
        : new Paragraph({ children: runsOf(text), spacing: { after: 120 } }),
    ),
    new Paragraph({ children: runsOf('目次', true), spacing: { before: 480, after: 80 } }),
    new TableOfContents('目次', { hyperlink: true, headingStyleRange: '1-3', beginDirty: false }),
  ]
}

/** Each heading stands before the first initiative below it; an initiative's own is one level below the heading that it hangs under. */
function bodyOf(initiatives: readonly PublishedInitiative[]) {
  const blocks: (Paragraph | Table)[] = []
  let above: readonly Heading[] = []
  for (const initiative of initiatives) {
    const { viewpoint, section, subsection } = initiative
    const headings = [viewpoint, section, ...(subsection ? [subsection] : [])]
    const first = headings.findIndex(({ number }, i) => number !== above[i]?.number)
    headings.forEach(({ number, title }, level) => {
      if (first < 0 || level < first) return
      blocks.push(new Paragraph({ text: `${headingLabel(number)} ${title}`, heading: LEVELS[level] }))
    })
    above = headings
    for (const block of initiativeBlocks(initiative, headings.length)) blocks.push(block)
  }
  return blocks
}

function initiativeBlocks({ number, title, results, notes, figures }: PublishedInitiative, level: number) {
  const blocks: (Paragraph | Table)[] = [new Paragraph({ text: `${number} ${title}`, heading: LEVELS[level] })]
  let group: string | undefined
  for (const result of results) {
    if (result.group && result.group !== group)
      blocks.push(new Paragraph({ text: result.group, heading: LEVELS[level + 1] }))
    group = result.group
    for (const item of itemsOf(result, 0)) blocks.push(item)
  }
  for (const note of notes) blocks.push(new Paragraph({ children: runsOf(note), spacing: { before: 80 } }))
  for (const figure of figures) blocks.push(...figureBlocks(figure))
  return blocks
}

function itemsOf({ text, relistedFrom, children = [] }: PublishedResult, level: number): Paragraph[] {
  const source = relistedFrom ? [new TextRun(`（元の取組：${relistedFrom}）`)] : []
  const numbering = { reference: 'results', level: Math.min(level, 3) }
  return [
    new Paragraph({ numbering, children: [...runsOf(text), ...source] }),
    ...children.flatMap((child) => itemsOf(child, level + 1)),
  ]
}

/** A text whose lines are parted by line breaks. */
function runsOf(text: string, bold = false): TextRun[] {
  return text.split('\n').map((line, i) => new TextRun({ text: line, bold, ...(i > 0 && { break: 1 }) }))
}

function figureBlocks(figure: Figure) {
  const points = pointsOf(figure)
  const hasChanges = points.some(({ change }) => change !== null)
  const head = ['年度', '値', ...(hasChanges ? ['対前年度比'] : [])]
  const rows = points.map(({ year, fiscalYear, text, change }) => [
    `${year}（${fiscalYear}年度）`,
    text,
    ...(hasChanges ? [change ?? ''] : []),
  ])
  return [
    new Paragraph({ children: runsOf(figure.label, true), spacing: { before: 160, after: 40 }, keepNext: true }),
    new Table({
      width: { size: 60, type: WidthType.PERCENTAGE },
      rows: [rowOf(head, true), ...rows.map((row) => rowOf(row))],
    }),
  ]
}

function rowOf(cells: string[], header = false): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      (text, i) =>
        new TableCell({
          children: [
            new Paragraph({
              children: runsOf(text, header),
              alignment: i > 0 ? AlignmentType.RIGHT : AlignmentType.LEFT,
            }),
          ],
        }),
    ),
  })
}
