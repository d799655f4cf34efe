import { expect, test } from 'vitest'
import { formatJson } from '../../src/compare/reporters/json.ts'
import { baseFiles } from '../check/fixtures.ts'
import { type Edits, changesBetween, edited } from './edited.ts'
import { EVERY_CHANGE, EVERY_FINDING, EVERY_KIND } from './every-kind.ts'

const I = 'r7/initiatives'
const NONE = {
  added: [],
  removed: [],
  moved: [],
  renamed: [],
  figures: [],
  numbers: [],
  sentences: [],
  outline: [],
  findings: { new: [], gone: [] },
}

/** The JSON of what some edits of the base content change. */
function changesBy(edits: Edits, first: Edits = {}): Record<string, unknown> {
  const before = edited(baseFiles(), first)
  return JSON.parse(formatJson(changesBetween(before, edited(before, edits)))) as Record<string, unknown>
}

const initiative = (number: string, title: string, body: string) =>
  `---\nnumber: ${number}\ntitle: ${title}\n---\n\n${body}\n`

test('one change of every kind', () => {
  expect(changesBy(EVERY_KIND)).toEqual({ ...EVERY_CHANGE, findings: EVERY_FINDING })
})

test.each<[string, Edits]>([
  ['nothing at all', {}],
  [
    'Windows line ends',
    Object.fromEntries(baseFiles().map(({ path }) => [path, (text: string) => text.replaceAll('\n', '\r\n')])),
  ],
  [
    'full-width digits and letters',
    { [`${I}/1-1-1-2.md`]: (text) => text.replace('3つ', '３つ').replace('年12回', '年１２回') },
  ],
  [
    'blanks inside of words and at line ends',
    { [`${I}/1-1-1-1.md`]: (text) => text.replace('R7.4 8事務所', 'R7. 4　8 事務所') + '\n\n' },
  ],
  ['a line that breaks elsewhere', { [`${I}/2-1-1-1.md`]: (text) => text.replace('\\\n  （', '（') }],
  [
    'half-width kana, another wave dash',
    { [`${I}/1-2-2.md`]: (text) => text.replace('手引き', '手引き').replace('LAN', 'ＬＡＮ') },
  ],
  ['a title with a blank', { [`${I}/1-1-1-1.md`]: (text) => text.replace('事務所の見直し', '事務所の 見直し') }],
  [
    'quotes and the order of front matter',
    {
      [`${I}/1-1-1-1.md`]: (text) =>
        text.replace('number: 1-1-1-1\ntitle: 事務所の見直し', 'title: "事務所の見直し"\nnumber: 1-1-1-1'),
    },
  ],
  ['results in another order', { [`${I}/1-1-1-2.md`]: (text) => text.replace(/(- 分科会.*\n)(- 会議.*\n)/, '$2$1') }],
])('no change: %s', (_, edits) => {
  const { findings: _findings, ...changes } = changesBy(edits)
  const { findings: __, ...none } = NONE
  expect(changes).toEqual(none)
})

test('two initiatives that change places are known by their titles', () => {
  const { moved, renamed, sentences } = changesBy({
    [`${I}/1-1-1-1.md`]: initiative('1-1-1-1', '分科会の設置', '- 分科会を設置（3つの部会）\n- 会議を年12回開催'),
    [`${I}/1-1-1-2.md`]: initiative('1-1-1-2', '事務所の見直し', '- R7.4 8事務所体制へ移行'),
  })
  expect({ moved, renamed, sentences }).toEqual({
    moved: [
      { from: '1-1-1-2', to: '1-1-1-1', title: '分科会の設置' },
      { from: '1-1-1-1', to: '1-1-1-2', title: '事務所の見直し' },
    ],
    renamed: [],
    sentences: [],
  })
})

test('a title that stands in two sections keeps to its own', () => {
  const twice = { [`${I}/2-1-1-2.md`]: initiative('2-1-1-2', '研修の見直し', '- 別の研修') }
  const { moved, removed } = changesBy(
    {
      [`${I}/2-1-1-1.md`]: initiative('2-1-1-1', '研修の見直し', '- 別の研修'),
      [`${I}/2-1-1-2.md`]: (text) => text.replace('研修の見直し', '新しい研修'),
    },
    twice,
  )
  expect(moved).toEqual([{ from: '2-1-1-2', to: '2-1-1-1', title: '研修の見直し' }])
  expect(removed).toEqual([{ number: '2-1-1-1', title: '電子契約の促進' }])
})

test('a link that follows its initiative is no change; one that leads elsewhere is', () => {
  const relink = (to: string) => (text: string) => text.replace('1-2-1.md#r1', `${to}.md#r1`)
  const swapped = changesBy({
    [`${I}/1-2-1.md`]: (text) => text.replace('number: 1-2-1', 'number: 1-2-2'),
    [`${I}/1-2-2.md`]: (text) => relink('1-2-2')(text).replace('number: 1-2-2', 'number: 1-2-1'),
  })
  expect(swapped['moved']).toHaveLength(2)
  expect(swapped['sentences']).toEqual([])
  const elsewhere = changesBy({ [`${I}/1-2-2.md`]: relink('1-1-1-1') })
  expect(elsewhere['numbers']).toEqual([])
  expect(elsewhere['sentences']).toEqual([
    {
      number: '1-2-2',
      resultId: 'r1',
      before: '庁内LANの適正化（関連、手引き）（リンク先：1-2-1#r1、https://example.jp/）',
      after: '庁内LANの適正化（関連、手引き）（リンク先：1-1-1-1#r1、https://example.jp/）',
    },
  ])
})

test.each<[string, string, string, { resultId: string; before: string | null; after: string | null }[]]>([
  ['a number that is added', '- 会議を開催', '- 会議を12回開催', [{ resultId: 'r1', before: null, after: '12回開催' }]],
  [
    'a number that is taken out',
    '- 会議を12回開催',
    '- 会議を開催',
    [{ resultId: 'r1', before: '12回開催', after: null }],
  ],
  ['a sign', '- 前年度比 +5億円', '- 前年度比 △5億円', [{ resultId: 'r1', before: '+5億円', after: '△5億円' }]],
  [
    'a decimal and mixed units',
    '- 1.8万人、1億2,000万円',
    '- 1.9万人、1億3,000万円',
    [
      { resultId: 'r1', before: '1.8万人', after: '1.9万人' },
      { resultId: 'r1', before: '1億2,000万円', after: '1億3,000万円' },
    ],
  ],
  [
    'one of three, by its year',
    '- R5:127件、R6:336件、R7:523件',
    '- R6:337件、R5:127件、R7:523件',
    [{ resultId: 'r1', before: '336件', after: '337件' }],
  ],
  [
    'numbers of two units that are both changed',
    '- 5人、10件',
    '- 11件、6人',
    [
      { resultId: 'r1', before: '10件', after: '11件' },
      { resultId: 'r1', before: '5人', after: '6人' },
    ],
  ],
  ['another unit', '- 参加 30人', '- 参加 30団体', [{ resultId: 'r1', before: '30人', after: '30団体' }]],
  ['none where only words change', '- 会議を12回開催', '- 打合せを12回開催', []],
  ['none where only a date changes', '- R8.4 移行', '- R8.6 移行', []],
  ['a nested result', '- 親\n  - 子 10件', '- 親\n  - 子 12件', [{ resultId: 'r1-1', before: '10件', after: '12件' }]],
])('numbers: %s', (_, before, after, expected) => {
  const path = `${I}/1-1-1-1.md`
  const { numbers } = changesBy(
    { [path]: initiative('1-1-1-1', '事務所の見直し', after) },
    { [path]: initiative('1-1-1-1', '事務所の見直し', before) },
  )
  expect(numbers).toEqual(expected.map((each) => ({ number: '1-1-1-1', ...each })))
})

test.each<[string, string, string, [string, string | null, string | null][]]>([
  [
    'one put in front: the others stay',
    '- 甲の整備\n- 乙の整備',
    '- 丙の開始\n- 甲の整備\n- 乙の整備',
    [['r1', null, '丙の開始']],
  ],
  ['one taken away', '- 甲の整備\n- 乙の実施', '- 乙の実施', [['r1', '甲の整備', null]]],
  [
    'one put in front and the other changed',
    '- 甲の整備を検討',
    '- 丙の開始\n- 甲の整備を実施',
    [
      ['r1', null, '丙の開始'],
      ['r2', '甲の整備を検討', '甲の整備を実施'],
    ],
  ],
  ['wholly other words in the same place', '- 甲の整備', '- 別の話です', [['r1', '甲の整備', '別の話です']]],
])('sentences: %s', (_, before, after, expected) => {
  const path = `${I}/1-1-1-1.md`
  const { sentences } = changesBy(
    { [path]: initiative('1-1-1-1', '事務所の見直し', after) },
    { [path]: initiative('1-1-1-1', '事務所の見直し', before) },
  )
  expect(sentences).toEqual(
    expected.map(([resultId, before, after]) => ({ number: '1-1-1-1', resultId, before, after })),
  )
})

test('a file that can not be read is neither removed nor added', () => {
  const broken = {
    [`${I}/1-1-1-1.md`]: '---\nnumber: 1-1-1-1\ntitel: 事務所の見直し\n---\n\n- R7.4 8事務所体制へ移行\n',
  }
  const { findings: _, ...changes } = changesBy(broken)
  const { findings: __, ...none } = NONE
  expect(changes).toEqual(none)
  expect(changesBetween(baseFiles(), edited(baseFiles(), broken)).unread).toEqual([`${I}/1-1-1-1.md`])
  const mended = changesBetween(edited(baseFiles(), broken), baseFiles())
  expect(mended.reports[0]?.added).toEqual([])
  expect(mended.findings.gone.length).toBeGreaterThan(0)
  const whole = changesBetween(baseFiles(), edited(baseFiles(), { 'r7/outline.yml': 'title: [' }))
  expect(whole.reports).toEqual([])
  expect(whole.unread).toContain('r7/outline.yml')
})

test('findings that only move with their lines or files are neither new nor gone', () => {
  const bracket = initiative('1-1-1-2', '分科会の設置', '- 分科会を設置）')
  const { findings } = changesBy(
    { [`${I}/1-1-1-2.md`]: bracket.replace('- 分科会', '- 会議\n- 分科会') },
    { [`${I}/1-1-1-2.md`]: bracket },
  )
  expect(findings).toEqual({ new: [], gone: [] })
  const moved = changesBy(
    {
      [`${I}/1-1-1-2.md`]: initiative('1-1-1-2', '新しい窓口', '- 窓口を新設'),
      [`${I}/1-1-1-3.md`]: bracket.replace('number: 1-1-1-2', 'number: 1-1-1-3'),
    },
    { [`${I}/1-1-1-2.md`]: bracket },
  )
  expect(moved['findings']).toEqual({ new: [], gone: [] })
})

test('a published number that changes without an erratum is told of, until there is one', () => {
  const change: Edits = { [`${I}/1-1-1-1.md`]: (text) => text.replace('8事務所', '9事務所') }
  const uncorrected = (edits: Edits, first: Edits = {}) => {
    const before = edited(baseFiles(), first)
    return changesBetween(before, edited(before, edits)).reports[0]?.uncorrected.map(({ number }) => number)
  }
  const erratum =
    "- date: 2026-04-01\n  number: '1-1-1-1'\n  kind: 訂正\n  before: 8事務所体制\n  after: 9事務所体制\n  reason: 誤記\n  changesMeaning: true\n"
  expect(uncorrected(change)).toEqual(['1-1-1-1'])
  expect(uncorrected({ ...change, 'r7/errata.yml': erratum })).toEqual([])
  expect(uncorrected({ ...change, 'r7/errata.yml': erratum.replace('1-1-1-1', '1-1-1-2') })).toEqual(['1-1-1-1'])
  expect(uncorrected(change, { 'r7/errata.yml': erratum })).toEqual(['1-1-1-1'])
  expect(uncorrected({ [`${I}/1-1-1-1.md`]: (text) => text.replace('体制', '態勢') })).toEqual([])
})

test('of several years each entry names its report', () => {
  const year = (text: string) => text.replace('year: R7', 'year: R8').replace('2026-02', '2027-02')
  const next = Object.fromEntries(
    baseFiles().map(({ path, bytes }) => [path.replace('r7/', 'r8/'), year(new TextDecoder().decode(bytes))]),
  )
  const { renamed, added } = changesBy(
    { 'r8/initiatives/1-1-1-1.md': (text) => text.replace('事務所の', '支所の') },
    next,
  )
  expect(renamed).toEqual([{ report: 'r8', number: '1-1-1-1', before: '事務所の見直し', after: '支所の見直し' }])
  expect(added).toEqual([])
})
