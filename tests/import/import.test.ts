import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Imported, importDocument } from '../../src/import/import.ts'
import type { Corrections } from '../../src/report/schema.ts'

const valid = readFileSync('tests/fixtures/import/valid.md', 'utf8')
const none: Corrections = { text: [], links: [], places: [] }

function imported(source: string, corrections = none): Imported {
  const result = importDocument(source, 'R7', corrections)
  if (Array.isArray(result)) throw new Error(JSON.stringify(result))
  return result
}

const lineOf = (text: string, source = valid) => source.slice(0, source.indexOf(text)).split('\n').length

test('numbers and glyphs place every initiative, whatever the depth of its heading', () => {
  expect(imported(valid).initiatives.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1-1-1-1 はじめの取組',
    '1-1-1-2 つぎの取組',
    '1-1-2-1 はじめの取組',
    '2-1-1 SPI の取組',
  ])
})

test('bodies keep nested results, continuation lines, groups, notes and footnotes', () => {
  expect(imported(valid).initiatives.map(({ body }) => body)).toEqual([
    '- はじめの実績\n  - ①入れ子の実績\n',
    '- R7.4 実績の1行目\\\n  →実績の2行目\n\n[^※]: 注の文\n',
    '### 【集まり】\n\n- 実績\n\n【まとめの注】\n',
    '- 実績\n',
  ])
})

test('the cover becomes values, the introduction and the outline’s own title', () => {
  const { report, introduction, outline } = imported(valid)
  expect(report).toEqual({
    title: '試験用の報告書 令和7年度取組実績',
    year: 'R7',
    published: '2026-02',
    department: '試験部 試験課',
  })
  expect(introduction).toBe('## 取りまとめの趣旨\n\nこの文書は取り込みの試験のための作り物です。\n')
  expect(outline.title).toBe('試験用の2つの視点')
})

test('line ends of Windows and a byte order mark change nothing', () => {
  expect(imported('\ufeff' + valid.replaceAll('\n', '\r\n')).initiatives).toEqual(imported(valid).initiatives)
})

test('every change to the text is told with its line and reason', () => {
  const corrections = { ...none, text: [{ from: 'はじめの実績', to: '初めの実績', reason: '試験' }] }
  expect(imported(valid, corrections).changes).toEqual([
    { line: lineOf('・ はじめの実績'), from: 'はじめの実績', to: '初めの実績', reason: '試験' },
    { line: lineOf('R 7. 4'), from: 'R 7. 4', to: 'R7.4', reason: '年月の中の空白を取る' },
    { line: lineOf('→ 実績'), from: '→ ', to: '→', reason: '矢印の前後の空白を取る' },
    { line: lineOf('S P I'), from: 'S P I', to: 'SPI', reason: '離れた英大文字をつなぐ' },
  ])
})

test('corrections link the words they name, and a relisting without a target is remarked on', () => {
  const source = valid.replace('- ・実績', '- ・実績（再掲）')
  const link = { in: '1-1-2-1', text: '再掲', to: '1-1-1-2#r1', reason: '試験' }
  expect(imported(source, { ...none, links: [link] }).initiatives[2]?.body).toContain('（[再掲](1-1-1-2.md#r1)）')
  expect(imported(source).findings).toMatchObject([{ line: lineOf('##### ○はじめ') }])
  expect(imported(valid, { ...none, links: [link] }).findings).toHaveLength(1)
})

test('a correction that fits nowhere is remarked on', () => {
  const corrections = { ...none, text: [{ from: 'ない語', to: '', reason: '試験' }] }
  expect(imported(valid, corrections).findings[0]?.message).toContain('ない語')
})

test('so is a link from or to an initiative that is not there', () => {
  const link = { in: '9-1-1-1', text: '再掲', to: '9-2-1-1#r1', reason: '試験' }
  const said = imported(valid, { ...none, links: [link] }).findings.map(({ message }) => message)
  expect(said).toEqual([expect.stringContaining('取組 9-1-1-1 は'), expect.stringContaining('取組 9-2-1-1 は')])
})

test.each<[name: string, from: string, to: string, places: [text: string, says: string][]]>([
  ['a gap in the sections', '### (1) 小項目のない', '### (2) 小項目のない', [['(2) 小項目', 'とんで']]],
  ['a gap in the subsections', '### ② つぎ', '### ③ つぎ', [['### ③', 'とんで']]],
  ['a duplicate subsection', '### ② つぎ', '### ① つぎ', [['### ① つぎ', '重なって']]],
  ['a jump to a lower level', '## (1) はじめの項目\n\n', '', [['### ① はじめ', '項目の見出しがありません']]],
  [
    'an initiative directly under a viewpoint',
    '## (1) はじめ',
    '### ○早い取組\n\n- ・実績\n\n## (1) はじめ',
    [['### ○早い', '項目']],
  ],
  [
    'text before any initiative',
    '- **はじめの取組**',
    '迷子の文\n\n- **はじめの取組**',
    [['迷子の文', 'どの取組にも']],
  ],
  ['text after a repeated heading', '## ○つぎの取組', '迷子の文\n\n## ○つぎの取組', [['迷子の文', 'どの取組にも']]],
  ['two initiatives of one name in one subsection', '## ○つぎの取組', '## ○はじめの取組', [['## ○はじめ', '同じ名前']]],
  [
    'a heading without a glyph',
    '##### ○はじめの取組\n',
    '##### ○はじめの取組\n\n### 記号なし\n',
    [['### 記号なし', '記号もない']],
  ],
  ['a heading without a name', '### ② つぎの小項目', '### ②', [['### ②\n', '名前がありません']]],
  [
    'an initiative without results',
    '- ・ R 7. 4 実績の1行目  \n→ 実績の2行目\n\n※注の文\n',
    '',
    [['## ○つぎ', '実績が1つもありません']],
  ],
  [
    'a subsection without initiatives',
    '### ② つぎ',
    '### ② 空の小項目\n\n### ③ つぎ',
    [['### ② 空', '取組が1つもありません']],
  ],
  ['no title', '# 試験用の報告書 令和7年度取組実績\n', '', [['\n令和8年2月', '題名']]],
  [
    'no month',
    '令和8年2月',
    '令和8年13月',
    [
      ['令和8年13月', '公表の年月'],
      ['# 試験用', '公表の年月'],
    ],
  ],
  ['a cover that names another viewpoint', '- 2 つぎの視点', '- 2 別の視点', [['- 2 別の', '違います']]],
  ['a table', '【まとめの注】', '| a |\n| - |\n| b |', [['| a |', '置き場所のない']]],
])('%s stops the import, every place named', (_, from, to, places) => {
  expect(valid).toContain(from)
  const source = valid.replace(from, to)
  const result = importDocument(source, 'R7', none)
  const problems = Array.isArray(result) ? result : []
  const told = problems.map(({ line, message }) => ({ line, message }))
  expect(told).toEqual(
    places
      .map(([text, says]) => ({ line: lineOf(text, source), message: expect.stringContaining(says) as string }))
      .sort((a, b) => a.line - b.line),
  )
})

test('several findings come at once', () => {
  const result = importDocument(valid.replace('### ②', '### ④').replace('## 2 つぎ', '## 5 つぎ'), 'R7', none)
  expect(result).toMatchObject([
    { message: expect.stringContaining('表紙') },
    { message: expect.stringContaining('④') },
    { message: expect.stringContaining('5') },
  ])
})

/** The digits and brackets of a document's numbers in full width, as word processors write them. */
const wide = (source: string) =>
  source
    .replace(/^(#+ )(\d+) /gm, (_, mark: string, digits: string) => mark + inFullWidth(digits) + '　')
    .replace(/^(#+ )\((\d+)\) ?/gm, (_, mark: string, digits: string) => `${mark}（${inFullWidth(digits)}）`)
    .replace(/^- (\d) (?=.*視点)/gm, (_, digit: string) => `- ${inFullWidth(digit)}　`)
    .replace('令和8年2月', '令和８年２月')

const inFullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test.each<[name: string, source: string]>([
  ['in full width, 「１　視点」 and （１）', wide(valid)],
  ['in one character, ⑴', valid.replace(/\((\d)\)/g, (_, digit) => String.fromCharCode(0x2473 + Number(digit)))],
  ['with a point, 「1. 視点」 and 「１．視点」', valid.replace(/^(# )1 /gm, '$11. ').replace(/^## 2 /m, '## ２．')],
  ['in half-width brackets around full-width digits', valid.replace('(1)', '(１)')],
])('headings whose numbers stand %s are read alike', (_, source) => {
  expect(source).not.toBe(valid)
  const { initiatives, outline, report } = imported(source)
  const plain = imported(valid)
  expect({ initiatives, outline, report }).toEqual({
    initiatives: plain.initiatives,
    outline: plain.outline,
    report: plain.report,
  })
})
