import { expect, test } from 'vitest'
import { findTerms, inReadingOrder, rowOf } from '../../../src/report/terms.ts'
import { glossaryWords } from '../../../src/search/language/glossary-words.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { readGlossary, readReport } from '../content.ts'

test('the glossary has 60 terms or more, each once, and each stands in the report', async () => {
  const terms = readGlossary()
  const { initiatives } = await readReport()
  const text = initiatives
    .flatMap(({ viewpoint, section, subsection, ...initiative }) => [
      ...[viewpoint, section, ...(subsection ? [subsection] : [])].map(({ title }) => title),
      ...linesOf(initiative).map((line) => line.text),
    ])
    .join('\n')
  expect(terms.length).toBeGreaterThanOrEqual(60)
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
  expect(terms.filter((entry) => findTerms(text, [entry]).length === 0).map(({ term }) => term)).toEqual([])
})

test.each([
  ['あーるぴーえー', 'あ'],
  ['かすたまーはらすめんと', 'か'],
  ['ばっくやーど', 'は'],
  ['ぷっしゅ', 'は'],
  ['わーくしょっぷ', 'わ'],
])('the reading %s stands in the row %s', (reading, row) => {
  expect(rowOf(reading)).toBe(row)
})

test('readings come in the order of the syllabary, voiced after unvoiced', () => {
  const terms = ['ばす', 'はす', 'ー', 'かき', 'あき'].map((reading) => ({ ...readGlossary()[0]!, reading }))
  expect(inReadingOrder(terms.filter(({ reading }) => reading !== 'ー')).map(({ reading }) => reading)).toEqual([
    'あき',
    'かき',
    'はす',
    'ばす',
  ])
})

test.each([
  ['庁内LAN', ['LAN']],
  ['LANケーブル', ['LAN']],
  ['PLAN', []],
  ['生成AIとAI', ['生成AI', 'AI']],
  ['データセンター', []],
])('in %s stand the terms %j', (text, found) => {
  const terms = ['LAN', 'AI', '生成AI', 'センター'].map((term) => ({ ...readGlossary()[0]!, term }))
  expect(findTerms(text, terms).map(({ term }) => term.term)).toEqual(found)
})

test.each([
  [['オンライン会議'], []],
  [['オンライン会議', 'ラインで知らせる'], ['ライン']],
  [['ﾗｲﾝ'], ['ライン']],
  [['サーバの更新'], ['サーバー']],
])('%j write the spellings %j', (texts, written) => {
  const term = { ...readGlossary()[0]!, term: 'LINE', spellings: ['ライン', 'サーバー'] }
  expect(glossaryWords([term], texts)[0]?.written).toEqual(written)
})
