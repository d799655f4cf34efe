import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openReader } from '../../../src/build/readings.ts'
import { readSynonyms } from '../../../src/build/synonyms.ts'
import { everydayWordsSchema } from '../../../src/report/everyday-words.ts'
import { rankBehind } from '../../../src/search/answer/rank-behind.ts'
import type { ReadableIndex } from '../../../src/search/answer/readable-index.ts'
import { search } from '../../../src/search/answer/search.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { site } from '../../../src/site.ts'
import { readingsOf } from '../../../src/search/index/readings.ts'
import { otherWordsOf } from '../../../src/search/index/synonyms.ts'
import { wordsOf } from '../../../src/search/index/words.ts'
import { packOtherWords } from '../../../src/search/language/other-words.ts'
import { yaml } from '../../content.ts'
import { FROZEN_CONTENT } from '../../frozen-report.ts'
import { readGlossary, readReport } from '../content.ts'
import { bm25 } from '../peers/bm25.ts'
import { readQuestions } from '../questions.ts'
import { quickIndex } from '../quick-index.ts'
import { score, scoreTable } from '../score.ts'

let index: ReadableIndex
let numbers: string[]

beforeAll(async () => {
  const report = await readReport()
  const terms = readGlossary()
  const everyday = everydayWordsSchema.parse(yaml(readFileSync(`${FROZEN_CONTENT}/words.yml`, 'utf8'))).words
  const quick = quickIndex([report], terms)
  const headings = quick.catalogue.outlines.flatMap((outline) => Object.values(outline))
  const texts = [...report.initiatives.flatMap(linesOf).map(({ text }) => text), ...headings]
  const words = wordsOf(texts)
  const others = packOtherWords(otherWordsOf(quick.catalogue.words, everyday, await readSynonyms(), texts))
  const readings = readingsOf(words, openReader(), site.placeReadings)
  index = {
    ...quick,
    read: () => Promise.reject(new Error('not read here')),
    words: () => Promise.resolve(words),
    otherWords: () => Promise.resolve(others),
    readings: () => Promise.resolve(readings),
    summaries: null,
  }
  numbers = quick.catalogue.number
}, 60_000)

/** What is shown for a query, the first first, and what is said of it. */
async function ask(query: string) {
  const answer = await search(query, index)
  const ranked = await rankBehind(query, answer, index)
  return {
    shown: [...answer.found, ...ranked.found].map(({ row }) => numbers[row] ?? ''),
    said: [...answer.alsoSearched, ...ranked.readAs, ...ranked.alsoSearched],
  }
}

test('of the questions at least 90 % are answered in the first three, and few that have no answer show any', async () => {
  const questions = readQuestions()
  const ours = await score(questions, async (query) => (await ask(query)).shown)
  const table = scoreTable({ ours, bm25: await score(questions, bm25(await readReport())) })
  expect(ours.inThree / ours.asked, table).toBeGreaterThanOrEqual(0.9)
  expect(ours.nothing, table).toBeLessThanOrEqual(8)
  expect(ours.noise / questions.unanswered.length, table).toBeLessThanOrEqual(8 / 30)
})

describe('each way to say it otherwise finds what is meant, and says what was searched', () => {
  test.each([
    // Other people's words
    ['雪かきの支援', '3-2-1-2', '除雪'],
    ['県の貯金はいくらありますか', '5-1-1-2', '財政調整用基金'],
    ['chatbot', '2-2-3-3', 'チャットボット'],
    // Particles and question words
    ['若者の定着', '3-3-1-2', ''],
    ['会議のペーパーレスはどうなりましたか', '2-2-1-2', ''],
    // Readings, whole, in part, in Latin letters
    ['こうきんしゅうのうの検討', '2-1-2-1', '公金'],
    ['電子けいやく', '2-1-3-1', '契約'],
    ['denshi keiyaku', '2-1-3-1', '契約'],
    ['josetsu', '3-2-1-2', '除雪'],
    ['sannohe', '5-2-3-1', '三戸'],
    // By sound
    ['cashless', '2-1-2-1', 'キャッシュレス'],
    ['naming rights', '5-2-3-2', 'ネーミングライツ'],
    ['エクサベース', '2-2-3-3', 'exaBase'],
    // Slips and look-alikes
    ['インターシップ', '1-2-1-2', 'インターンシップ'],
    ['ペ一パ一レス', '2-2-1-2', 'ペーパーレス'],
    ['ホームぺージ', '2-2-3-3', 'HP'],
    ['追瀬良橋', '5-2-2-1', '追良瀬橋'],
    // Times
    ['2月の協定', '3-3-1-1', 'R8.2'],
    ['昨年11月の訓練', '4-1-1-1', 'R7.11'],
    ['来年度の運用開始', '2-2-2-2', 'R8'],
    // Numbers
    ['18000人', '3-1-1-1', '1.8万人'],
    ['452億円減', '5-1-1-2', '△452億円'],
    ['回答率85%', '1-3-3-2', '回答率85%台'],
    ['減ったもの', '5-1-1-2', '△'],
    // On paper
    ['１の(2)の③', '1-2-3-1', ''],
    ['(2)-③', '1-2-3-1', ''],
    ['視点3(2)②', '3-2-2-1', ''],
  ])('%s → %s 「%s」', async (query, number, said) => {
    const answer = await ask(query)
    expect(answer.shown.slice(0, 3)).toContain(number)
    expect(answer.said.join('、')).toContain(said)
  })

  test.each([['ラーメン'], ['新幹線の時刻表'], ['天気予報'], ['青森市の図書館の開館時間'], ['いくらですか'], ['!?']])(
    '%s shows nothing',
    async (query) => {
      expect((await ask(query)).shown).toEqual([])
    },
  )

  test('what is in quotation marks is a phrase, and nothing near it is shown', async () => {
    expect((await ask('“若者の定着”')).shown).toEqual([])
    expect((await ask('"電子契約"')).shown).toEqual(['2-1-3-1'])
    // The marks stand in the text of the one.
    expect((await ask('「職員確保」')).shown[0]).toBe('1-2-1-1')
  })

  test('a number without its viewpoint lists every place that has one', async () => {
    const { shown } = await ask('(1)①')
    expect(new Set(shown.map((number) => number.split('-')[0]))).toEqual(new Set(['1', '2', '3', '4', '5']))
  })
})
