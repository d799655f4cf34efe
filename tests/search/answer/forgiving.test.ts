import { beforeAll, describe, expect, test } from 'vitest'
import { readEra } from '../../../src/search/language/typed-era.ts'
import { readNumber } from '../../../src/search/answer/query.ts'
import { type SearchIndex, search } from '../../../src/search/answer/search.ts'
import { loosen } from '../../../src/search/language/spelling.ts'
import { contains, normalise } from '../../../src/search/language/forms.ts'
import { closestWords } from '../../../src/search/answer/closest-words.ts'
import { readGlossary, readReport } from '../content.ts'
import { scanIndex } from '../scan-index.ts'

let index: SearchIndex
beforeAll(async () => {
  index = scanIndex([await readReport()], readGlossary())
})

/** What people type → the first initiative found, how it was found, and what else was searched. */
describe('what people type finds what they mean', () => {
  test.each([
    ['電子契約', '2-1-3-1', 'exact', ''],
    // Widths, cases, kana, separators
    ['ＤＸ', '2-2-3-1', 'exact', ''],
    ['dx', '2-2-3-1', 'exact', ''],
    ['ﾃﾚﾜｰｸ', '2-2-1-1', 'exact', ''],
    ['ﾍﾟｰﾊﾟｰﾚｽ', '2-2-1-2', 'exact', ''],
    ['8371億円', '5-1-1-2', 'exact', ''],
    ['８，３７１億円', '5-1-1-2', 'exact', ''],
    ['R6〜', '1-2-2-1', 'exact', ''],
    // Okurigana, and words that are written in kana too
    ['取り組み', '1-3-3-3', 'forgiven', '取組'],
    ['取組み', '1-3-3-3', 'forgiven', '取組'],
    ['とりくみ', '1-3-3-3', 'forgiven', '取り組み'],
    ['引上げ', '1-2-1-5', 'forgiven', '引上'],
    ['受け入れ', '1-2-1-3', 'forgiven', '受入'],
    ['見なおし', '1-1-1-1', 'forgiven', '見直し'],
    ['取りまとめ', '2-1-4-1', 'forgiven', 'とりまとめ'],
    ['サーバー連携', undefined, undefined, ''],
    // The glossary's spellings and readings
    ['カスハラ', '1-3-2-1', 'forgiven', 'カスタマーハラスメント'],
    ['カスハラ対策', '1-3-2-1', 'forgiven', 'カスタマーハラスメント対策'],
    ['人工知能', '2-2-3-3', 'forgiven', 'AI'],
    ['ハンコ', '2-1-1-2', 'forgiven', '公印'],
    ['かすはら', '1-3-2-1', 'forgiven', 'カスタマーハラスメント'],
    ['残業', '1-3-1-2', 'forgiven', '時間外勤務'],
    ['ディーエックス', '2-2-3-1', 'forgiven', 'DX'],
    ['でぃーえっくす', '2-2-3-1', 'forgiven', 'DX'],
    ['人材', '1-2-1-3', 'forgiven', '人財'],
    ['デジタル人材', '1-2-3-1', 'forgiven', 'デジタル人財'],
    // Years and months
    ['令和7年4月', '1-1-1-1', 'forgiven', 'R7.4'],
    ['2025年4月', '1-1-1-1', 'forgiven', 'R7.4'],
    ['R7.4', '1-1-1-1', 'exact', ''],
    ['令和9年度', '2-1-2-1', 'forgiven', 'R9'],
    ['2027年度', '2-1-2-1', 'forgiven', 'R9'],
    ['Ｒ９', '2-1-2-1', 'exact', ''],
    ['2027', '2-1-2-1', 'forgiven', 'R9'],
    ['令和9', '2-1-2-1', 'forgiven', 'R9'],
    ['令和七年四月', '1-1-1-1', 'forgiven', 'R7.4'],
    ['令和7年4月1日', '1-1-1-1', 'forgiven', 'R7.4'],
    // … also inside a longer word
    ['令和7年度採用試験', '1-2-1-4', 'forgiven', 'R7採用試験'],
    ['2026年度当初予算', '5-1-1-1', 'forgiven', 'R8当初予算'],
    ['令和8年度運用開始', '1-3-3-4', 'forgiven', 'R8運用開始'],
    ['令和9年度から', '2-1-2-1', 'forgiven', 'R9～'],
    // Numbers
    ['2-1-3-1', '2-1-3-1', 'exact', ''],
    ['2-(1)-③-1', '2-1-3-1', 'exact', ''],
    ['２－１－３－１', '2-1-3-1', 'exact', ''],
    ['2-(1)-③', '2-1-3-1', 'heading', ''],
    ['２（１）③', '2-1-3-1', 'heading', ''],
    ['2 (1) ③', '2-1-3-1', 'heading', ''],
    ['2.1.3.1', '2-1-3-1', 'exact', ''],
    ['2の1の3の1', '2-1-3-1', 'exact', ''],
    ['No.2-1-3-1', '2-1-3-1', 'exact', ''],
    ['視点2', '2-1-1-1', 'heading', ''],
    // Only in the headings above
    ['働き方改革', '1-3-1-1', 'heading', ''],
  ])('%s → %s (%s %s)', async (query, number, match, also) => {
    const { found, alsoSearched } = await search(query, index)
    const [first] = found
    expect([first && index.catalogue.number[first.row], first?.match]).toEqual([number, match])
    if (also) expect(alsoSearched.join()).toContain(also)
  })

  test.each([
    [['令和9年度', '2027年度', '令和９年度', 'R9']],
    [['令和7年4月', '2025年4月', 'R7.4', 'Ｒ７．４', '2025/4']],
    [['取り組み', '取組み', '取組']],
  ])('%j find the same', async (queries) => {
    const answers = await Promise.all(
      queries.map(async (query) => (await search(query, index)).found.map(({ row }) => row).sort()),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('order', () => {
  test('exact before forgiven, titles before group headings before text', async () => {
    const { found } = await search('取組', index)
    const numbers = found.map(({ row, match }) => `${index.catalogue.number[row]} ${match}`)
    expect(numbers.slice(0, 4)).toEqual(['1-3-3-3 exact', '3-2-1-2 exact', '5-1-1-1 exact', '1-2-1-1 exact'])
  })

  test('of many parts each is asked for', async () => {
    const parts = '電 子 契 約 の 促 進 庁 内 事 業 者'
    expect((await search(parts, index)).found.map(({ row }) => index.catalogue.number[row])).toEqual(['2-1-3-1'])
    expect((await search(`${parts} 除`, index)).found).toEqual([])
  })

  test('a word in katakana is no part of a longer one: ライン is not LINE in オンライン', async () => {
    expect((await search('オンライン', index)).alsoSearched).toEqual([])
    const { found } = await search('ライン', index)
    expect(found.findIndex(({ match }) => match === 'forgiven')).toBeGreaterThan(0)
    expect((await search('LINE', index)).alsoSearched).toEqual([])
    expect((await search('らいん', index)).alsoSearched).toEqual(['LINE'])
  })
})

describe('the normal form', () => {
  test.each([
    ['ＤＸ', ['dx']],
    ['ｶﾞ', ['ガ', 'カ\u3099']],
    ['8,371億円', ['8371億円', '8,371億円']],
    ['1,23', ['1,23']],
    ['サ-バ-', ['サーバー', 'サ-バ-']],
    ['R6～R7〜', ['r6~r7~']],
    [' \t\u3000\u200b\u0000', []],
    ['\ud800', ['\ufffd']],
  ])('of %j is %j', (text, forms) => {
    expect(normalise(text)).toEqual(forms)
  })

  test.each([
    ['8,371億円', ',371', true],
    ['8,371億円', '8371', true],
    ['8,371億円', '83', true],
    ['8,371億円', '8,3', true],
    ['R7.5 三井住友', 'R7.5三井', true],
    ['電子', '', false],
  ])('%s contains %j: %s', (line, query, expected) => {
    expect(contains(line, query)).toBe(expected)
  })
})

test.each([
  ['取り組み', '取組'],
  ['引き上げ', '引上'],
  ['打ち合わせ', '打合'],
  ['見積もり', '見積'],
  ['市町村との連携', '市町村との連携'],
  ['災害時に対応', '災害時に対応'],
  ['知事より', '知事より'],
  ['サーバー', 'サーバ'],
  ['データ', 'データ'],
  ['リスク・マネジメント', 'リスクマネジメント'],
  ['R8～運用開始', 'r8運用開始'],
])('the loose form of %s is %s', (text, loose) => {
  expect(loosen(text)).toBe(loose)
})

test.each([
  ['2-1-3-1', '2-1-3-1'],
  ['2ー1ー3', '2-1-3'],
  ['2-(1)-③', '2-1-3'],
  ['2', null],
  ['2-0-1', null],
  ['2.1', null],
  ['2(1)', '2-1'],
  ['視点2', '2'],
  ['AI-OCR', null],
])('%s as a number is %s', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test.each([
  ['令和７年４月', 'R', 7, 4],
  ['r7.4', 'R', 7, 4],
  ['2025/4', 'R', 7, 4],
  ['R9～', 'R', 9, null],
  ['R7-4', 'R', 7, 4],
  ['令和元年', 'R', 1, null],
  ['令和十二年十月', 'R', 12, 10],
  ['平成三十年度', 'H', 30, null],
  ['2027年度', 'R', 9, null],
])('%s is read as %s%i.%s', (text, letter, year, month) => {
  expect(readEra(text)).toMatchObject({ letter, year, month })
})

test.each([['2085'], ['R7.13'], ['電子'], ['令和7年4月から']])('%s is no year or month', (text) => {
  expect(readEra(text)).toBeNull()
})

test('the closest words are those with the fewest edits', () => {
  expect(closestWords('デジテル', ['デジタル', 'デザイン', '契約'])).toEqual(['デジタル'])
  expect(closestWords('除雪のボランティア', ['連携', '除雪', '雪', 'ボランテイア活動', '除雪の'])).toEqual([
    '除雪の',
    '除雪',
  ])
  expect(closestWords('Wi-Fi', ['office', 'YouTube'])).toEqual([])
  expect(closestWords('aーtube', ['Tube'])).toEqual(['Tube'])
  expect(closestWords('若者の移住', ['連携', '若者定着奨学金'])).toEqual(['若者'])
  expect(closestWords('電'.repeat(10_000), ['電子'])).toEqual([])
})
