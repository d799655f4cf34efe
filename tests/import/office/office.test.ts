import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../../../src/import/document.ts'
import { filesOf } from '../../../src/import/files.ts'
import { importDocument } from '../../../src/import/import.ts'
import { receiveOffice } from '../../../src/import/office/office.ts'
import { correctionsOf } from '../../content.ts'
import { FROZEN_YEAR, frozenYear } from '../../frozen-report.ts'
import { type By, deckOf, wordOf } from './deck.ts'
import { type MadeParagraph, type MadeSlide, makeSlides, makeWord } from './make.ts'

const source = readFileSync(`${FROZEN_YEAR}/source.md`, 'utf8')
const corrections = correctionsOf(await frozenYear())
const units = readDocument(source)

function contentOf(markdown: string) {
  const imported = importDocument(markdown, 'R7', corrections)
  return Array.isArray(imported) ? imported : filesOf(imported, new Map())
}

const content = contentOf(source)

const slides = (by: By, change: (slide: MadeSlide, i: number) => MadeSlide | MadeSlide[] = (slide) => slide) =>
  makeSlides(deckOf(units, by).flatMap(change))

/** Every paragraph of every slide, changed. */
const paragraphs = (by: By, change: (paragraph: MadeParagraph) => MadeParagraph | MadeParagraph[]) =>
  slides(by, (slide) => ({
    ...slide,
    boxes: slide.boxes.map((box) => ({ ...box, paragraphs: box.paragraphs.flatMap(change) })),
  }))

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** A line broken inside of its first long word behind the seventh character. */
function brokenInWord(line: string): string {
  for (const { index, segment, isWordLike } of words.segment(line)) {
    if (index > 6 && isWordLike === true && segment.length > 1 && /\D/.test(segment))
      return `${line.slice(0, index + 1)}\n${line.slice(index + 1)}`
  }
  return line
}

const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)

test.each<[name: string, file: Uint8Array]>([
  ['slides with numbers typed by hand', slides('hand')],
  ['slides with PowerPoint’s own numbers and bullets', slides('program')],
  [
    'boxes in another order than they stand',
    slides('hand', (slide) => ({ ...slide, boxes: slide.boxes.toReversed() })),
  ],
  [
    'boxes in another order, with the program’s numbers',
    slides('program', (slide) => ({ ...slide, boxes: slide.boxes.toReversed() })),
  ],
  [
    'full-width digits and brackets',
    paragraphs('hand', ({ text, ...rest }) => ({
      ...rest,
      text: text
        .replace(/^(\d) /, (_, digit: string) => `${wide(digit)}　`)
        .replace(/^\((\d)\) ?/, (_, digit: string) => `（${wide(digit)}）`),
    })),
  ],
  [
    '⑴ in one character',
    paragraphs('hand', ({ text, ...rest }) => ({
      ...rest,
      text: text.replace(/^\((\d)\) ?/, (_, digit: string) => String.fromCodePoint(0x2473 + Number(digit))),
    })),
  ],
  ['〇 for ○', paragraphs('hand', ({ text, ...rest }) => ({ ...rest, text: text.replace(/^○/, '〇') }))],
  ['● for ○', paragraphs('hand', ({ text, ...rest }) => ({ ...rest, text: text.replace(/^○/, '●') }))],
  [
    'Wingdings’ bullets',
    paragraphs('program', ({ bullet, ...rest }) => ({ ...rest, bullet: bullet === '・' ? '•' : bullet && '●' })),
  ],
  [
    'lines broken inside words',
    paragraphs('hand', ({ text, ...rest }) => ({ ...rest, text: text.split('\n').map(brokenInWord).join('\n') })),
  ],
  [
    'paragraphs broken inside words',
    paragraphs('hand', ({ text, ...rest }) => {
      const parts = text.includes('\n') ? [text] : brokenInWord(text).split('\n')
      return parts.map((part, i) => (i === 0 ? { ...rest, text: part } : { level: rest.level, text: part }))
    }),
  ],
  [
    'vertical tabs as XML writes them',
    paragraphs('hand', ({ text, ...rest }) => ({ ...rest, text: text.replaceAll('\n', '_x000B_') })),
  ],
  [
    'a page number and a foot on each slide',
    slides('hand', (slide, i) => ({
      ...slide,
      boxes: [
        { paragraphs: [{ text: `${i + 1}` }], at: [22, 18, 2, 1] },
        ...slide.boxes,
        { paragraphs: [{ text: '総務部の資料' }], at: [1, 18, 10, 1] },
      ],
    })),
  ],
  [
    'a slide for each box, with the title on each',
    slides('hand', ({ boxes: [title, ...others], ...slide }) =>
      title && others.length > 1
        ? others.map((box) => ({ ...slide, boxes: [title, box] }))
        : { ...slide, boxes: title ? [title, ...others] : [] },
    ),
  ],
  [
    'no levels but blanks before the words',
    paragraphs('hand', ({ text, level = 0 }) => ({ text: '　'.repeat(level) + text })),
  ],
  ['Word with headings', makeWord(wordOf(units, 'hand', true))],
  ['Word without styles', makeWord(wordOf(units, 'hand', false))],
  ['Word with its own numbers', makeWord(wordOf(units, 'program', true))],
  ['Word with its own numbers and without styles', makeWord(wordOf(units, 'program', false))],
  [
    'Word with bold initiatives among bullets',
    makeWord(
      wordOf(units, 'program', true).map(({ bullet, ...rest }) => ({
        ...rest,
        bold: bullet === '○',
        ...(bullet && { bullet: bullet === '○' ? '•' : '◦' }),
      })),
    ),
  ],
  ['Word with the lines of the Markdown document', makeWord(source.split('\n').map((text) => ({ text })))],
])('%s: the content is the committed one', (_, file) => {
  expect(contentOf(receiveOffice(file).markdown)).toEqual(content)
})

test('every finding names its slide and its box, and every paragraph of Word', () => {
  const { markdown, places } = receiveOffice(
    slides('hand', (slide) => ({
      ...slide,
      boxes: slide.boxes.map((box) => ({
        ...box,
        paragraphs: box.paragraphs.map((each) => ({ ...each, text: each.text.replace('② 柔軟に', '⑤ 柔軟に') })),
      })),
    })),
  )
  const placeOf = (line: number) => places[line - 1] ?? ''
  const findings = importDocument(markdown, 'R7', corrections, placeOf)
  expect(Array.isArray(findings) && findings.map(({ line, message }) => `${placeOf(line)}: ${message}`)).toContainEqual(
    expect.stringMatching(/^スライド4の4つ目の枠: 番号がとんでいます。/),
  )
  const word = receiveOffice(makeWord([{ text: '題名' }, { text: '\ue000' }, { text: '○取組' }]))
  expect(word.questions).toContainEqual(expect.objectContaining({ place: '2番目の段落' }))
})

const TABLE =
  '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>区分</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
const PICTURE = '<p:pic><p:nvPicPr><p:cNvPr id="9" name="図 8" descr="庁舎の写真"/></p:nvPicPr></p:pic>'

test('what is left out is told with its slide: pictures, tables, notes, hidden slides', () => {
  const [cover, ...others] = deckOf(units, 'hand')
  const file = makeSlides([
    { boxes: [], ...cover, extra: PICTURE + TABLE, notes: 'ここで一言' },
    { ...others[0], boxes: others[0]?.boxes ?? [], hidden: true },
  ])
  const told = receiveOffice(file).questions.map(({ place, what, words }) => `${place} ${what} ${words}`)
  expect(told).toEqual([
    expect.stringMatching(/^スライド1 図は、読みませんでした.* 庁舎の写真$/),
    expect.stringMatching(/^スライド1 表は、読みませんでした.* 区分$/),
    expect.stringMatching(/^スライド1 発表者のノートは、.* ここで一言$/),
    expect.stringMatching(/^スライド2 表示しない設定のスライド/),
  ])
})

test('so is what Word has beside its text', () => {
  const table = '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>区分</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
  const box =
    '<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>枠の文</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>'
  const told = receiveOffice(makeWord([{ text: '題名' }], table + box)).questions.map(({ what, words }) => what + words)
  expect(told).toEqual([expect.stringMatching(/^表は.*区分$/), expect.stringMatching(/^枠.*枠の文$/)])
})

test('text that Word has deleted is not there, and what it has put in is', () => {
  const revised =
    '<w:p><w:r><w:t>残る</w:t></w:r><w:del><w:r><w:delText>消えた</w:delText></w:r></w:del><w:ins><w:r><w:t>足した</w:t></w:r></w:ins></w:p>'
  expect(receiveOffice(makeWord([], revised)).markdown).toBe('# 残る足した\n')
})
