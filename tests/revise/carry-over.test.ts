import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkFiles } from '../../src/build/content.ts'
import { filesOf } from '../../src/import/files.ts'
import { type CarriedOver, importAfter } from '../../src/revise/carry-over.ts'
import { correctionsOf } from '../content.ts'
import { FROZEN_YEAR, frozenContent, frozenYear } from '../frozen-report.ts'

const { reports, terms } = checkFiles(await frozenContent())
const [report] = reports
if (!report) throw new Error('the frozen report can’t be read')
const before = { report, terms, corrections: correctionsOf(await frozenYear()) }

/** The received document of the frozen year as if it were the next one's: made up, for tests. */
const next = readFileSync(`${FROZEN_YEAR}/source.md`, 'utf8')
  .replace('令和7年度取組実績', '令和8年度取組実績')
  .replace('令和8年2月', '令和9年2月')

function carried(document = next, own: Parameters<typeof importAfter>[2] = null): CarriedOver {
  const result = importAfter(document, 'R8', own, before, String)
  if (Array.isArray(result)) throw new Error(JSON.stringify(result))
  return result
}

const fileOf = ({ imported }: CarriedOver, number: string) =>
  filesOf(imported, new Map()).get(`initiatives/${number}.md`)

test('where nothing has changed, every link and correction goes on, and nobody is asked about them', () => {
  const result = carried()
  const { corrections, decide, imported } = result
  expect(corrections.text).toEqual(before.corrections.text)
  expect(corrections.links.map(({ in: number, text, to }) => [number, text, to])).toEqual(
    before.corrections.links.map(({ in: number, text, to }) => [number, text, to]),
  )
  expect(fileOf(result, '2-1-2-1')).toContain('（[再掲](1-1-2-1.md)）')
  expect(imported.findings).toEqual([])
  expect(decide.filter((line) => !line.includes('数値'))).toEqual([])
})

test('figures that the new words state for their year go on; those of a year that is not said are asked about', () => {
  const result = carried(next.replace('(R5:127件→R6:336件→ R7:523件)', '(R6:336件→R7:523件→R8:700件)'))
  expect(fileOf(result, '2-1-3-1')).toContain('values: {R6: 336, R7: 523}')
  expect(result.carried).toContain('2-1-3-1: 数値「電子契約の件数」')
  expect(result.decide).toContainEqual(expect.stringMatching(/^2-1-3-1: 数値「電子契約の件数」の R5 の値 127（件）/))
  // 「85人」 of last year's internship would be this year's if it were carried over.
  expect(fileOf(result, '1-2-1-2')).not.toContain('figures')
  expect(result.decide).toContainEqual(expect.stringMatching(/^1-2-1-2: .*R7 の値 85（人）/))
})

test('what stands in another section under its name goes on by continues, for somebody to confirm', () => {
  const line = '- **職員意見を取り入れる取組の推進**'
  const moved = next
    .replace(
      '#### ○職員意見を取り入れる取組の推進\n\n- ・R5～若手職員意見交換会（組織・職場環境改善）\n- ・R6～朝礼・課内ミーティングの励行\n',
      '',
    )
    .replace('- **部局横断的な', `${line}\n  - ・ R6～朝礼・課内ミーティングの励行\n- **部局横断的な`)
  const result = carried(moved)
  expect(fileOf(result, '1-1-2-1')).toContain('continues: 1-3-3-3\n')
  expect(result.decide).toContainEqual(expect.stringMatching(/^1-1-2-1「職員意見を.*r7 では 1-3-3-3/))
})

test('a new name is told with the one that it may go on from, and so is what is gone', () => {
  const { decide } = carried(next.replace('**電子収納の推進**', '**電子収納の加速**'))
  expect(decide).toContainEqual(expect.stringMatching(/^2-1-2-1「電子収納の加速」は.*「continues: 2-1-2-1」/))
  expect(decide).toContainEqual(expect.stringMatching(/^r7 の 2-1-2-1「電子収納の推進」に続く取組が見つかりません/))
})

test('a link whose words, or whose target, are gone is asked about', () => {
  const { decide, corrections } = carried(
    next.replace('検討（再掲）', '検討').replace('○職員の心身両面', '○職員の健康'),
  )
  expect(decide).toContainEqual(expect.stringMatching(/^2-1-2-1: r7 の 2-1-2-1 にあったリンク「再掲」/))
  expect(decide).toContainEqual(expect.stringMatching(/^2-2-2-3: .*行き先 1-3-3-4 が、今年度に見つかりません/))
  expect(corrections.links.map((link) => link.in)).toEqual(['4-1-2-1', '5-1-1-1'])
})

test('a link to a result follows it to its new place, and leads to the initiative where its words have changed', () => {
  const first = '  - ・ R8当初予算編成過程における既存事業の廃止・見直し(205件、116億円)\n'
  const linkOf = ({ corrections }: CarriedOver) => corrections.links.find((link) => link.in === '5-1-1-1')?.to
  const second = next.replace(first, `  - ・ 新しい実績\n${first}`)
  expect(linkOf(carried(second))).toBe('1-1-2-2#r2')
  expect(linkOf(carried(next.replace('編成過程における', '編成での')))).toBe('1-1-2-2')
})

test('corrections of the year before that nobody asked for are told, and so are words of the glossary', () => {
  const { decide, corrections } = carried(next.replace('8 事務所', '8事務所').replaceAll('EBPM', '統計の'))
  expect(corrections.text.map(({ from }) => from)).toEqual(['新 A I 音声認識'])
  expect(decide).toContainEqual(expect.stringMatching(/^r7 の訂正「8 事務所体制」は、今年度の原文に/))
  expect(decide).toContainEqual(expect.stringMatching(/^用語集の「EBPM」は、今年度の文に出てきません/))
})

test('the year’s own corrections stay as they are; what they miss of last year’s is told', () => {
  const own = { text: [], links: [], places: [] }
  const { decide, corrections } = carried(next, own)
  expect(corrections.text).toEqual([])
  expect(decide).toContainEqual(expect.stringMatching(/^r7 の訂正「8 事務所体制」→「8事務所体制」が、今年度の原文にも/))
})
