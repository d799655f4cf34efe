import { setTimeout as sleep } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { wordTextOf } from '../../src/publish/word-text.ts'
import { wordOf } from '../../src/publish/word.ts'
import { flatResults } from '../../src/report/body.ts'
import { pointsOf } from '../../src/report/figure.ts'
import { data, report } from './frozen-data.ts'
import { readWord } from './read-word.ts'

const text = wordTextOf(report, data, '青森県', (path) => `https://report.example${path}`)
const file = await wordOf(text)
const paragraphs = readWord(file)

test('the whole report’s 68 initiatives are headings in order, each one level below its own heading', () => {
  const headings = paragraphs.filter(({ style }) => /^Heading[34]$/.test(style ?? ''))
  const titles = headings.filter(({ text: said }) => /^\d+-\d+-/.test(said))
  expect(titles.map(({ style, text: said }) => [style, said])).toEqual(
    data.initiatives.map(({ number, title, subsection }) => [
      subsection ? 'Heading4' : 'Heading3',
      `${number} ${title}`,
    ]),
  )
  expect(titles).toHaveLength(68)
})

test('headings begin at level 1 and go down one level at a time', () => {
  const levels = paragraphs.flatMap(({ style }) => /^Heading(\d)$/.exec(style ?? '')?.[1] ?? []).map(Number)
  expect(levels[0]).toBe(1)
  levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1))
})

test('viewpoints, sections and subsections stand once each under their official numbers', () => {
  const of = (level: number) => paragraphs.filter(({ style }) => style === `Heading${level}`).map((each) => each.text)
  expect(of(1)).toEqual(report.viewpoints.map(({ number, title }) => `${number} ${title}`))
  expect(of(2)).toHaveLength(13)
  expect(of(2)[0]).toMatch(/^\(1\) /)
  expect(of(3).filter((title) => title.startsWith('①'))).not.toEqual([])
})

test('every result and note stands verbatim, results in lists; the cover says who and when', () => {
  const listed = new Set(paragraphs.filter((each) => each.listed).map((each) => each.text))
  for (const { results, notes } of data.initiatives) {
    for (const { text: said, relistedFrom } of flatResults(results)) {
      expect(listed).toContain(said + (relistedFrom ? `（元の取組：${relistedFrom}）` : ''))
    }
    for (const note of notes) expect(paragraphs.map((each) => each.text)).toContain(note)
  }
  expect(paragraphs.slice(0, 4).map((each) => each.text)).toEqual([
    report.title,
    '令和8年2月',
    '総務部 行政経営課',
    'https://report.example/r7/',
  ])
})

test('every value of every figure stands in a table', () => {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  const figures = data.initiatives.flatMap((initiative) => initiative.figures)
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  expect(tables).toHaveLength(figures.length)
  figures.forEach((figure, i) => {
    for (const { text: said } of pointsOf(figure)) expect(tables[i], figure.label).toContain(`>${said}<`)
  })
})

test('the contents are there before Word makes them anew', () => {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(xml)?.[0] ?? ''
  for (const { title } of report.viewpoints) expect(contents).toContain(title)
})

test('the same text gives the same bytes, whenever it is made', async () => {
  // Zip files have times of two seconds.
  await sleep(2100)
  expect(Buffer.compare(Buffer.from(await wordOf(text)), Buffer.from(file))).toBe(0)
})

test('a choice has only its own headings, and signs that XML keeps for itself', async () => {
  const [initiative] = data.initiatives
  if (!initiative) throw new Error('the report is empty')
  const chosen = { ...initiative, results: [{ id: 'r1', text: '<A> & "B"\n続き' }], notes: [], figures: [] }
  const made = readWord(await wordOf({ ...text, introduction: [], initiatives: [chosen] }))
  expect(made.filter(({ style }) => style?.startsWith('Heading'))).toHaveLength(4)
  expect(made.find(({ listed }) => listed)?.text).toBe('<A> & "B"\n続き')
})
