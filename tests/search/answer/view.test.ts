import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenData, PublishedInitiative } from '../../../src/publish/open-data.ts'
import { IndexUnreachable, type ReadableIndex } from '../../../src/search/answer/readable-index.ts'
import { viewOf } from '../../../src/search/answer/view.ts'
import { summariesOf } from '../../../src/search/index/summaries.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { readReport } from '../content.ts'
import { scanIndex } from '../scan-index.ts'

let report: OpenData
beforeAll(async () => {
  report = await readReport()
})

/** An index of reports whose texts are read from others, which are the same unless told. */
function readableIndex(reports: readonly OpenData[], read: readonly OpenData[] = reports): ReadableIndex {
  const initiatives = read.flatMap(({ initiatives }) => initiatives)
  return {
    ...scanIndex(reports),
    read: (row) => {
      const { number, title, url, ...rest } = initiatives[row]!
      return Promise.resolve({ number, title, url, lines: linesOf({ title, ...rest }) })
    },
    words: () => Promise.resolve([]),
    otherWords: () => Promise.resolve(''),
    readings: () => Promise.resolve({}),
    summaries: null,
  }
}

const ask = (query: string, index: ReadableIndex, filters = {}) =>
  viewOf({ query, filters, count: Infinity, relatedCount: 0 }, index)

/** The report with other texts. */
const change = (change: (initiative: PublishedInitiative) => PublishedInitiative): OpenData => ({
  ...report,
  initiatives: report.initiatives.map(change),
})

describe('an exact match is shown only where the text that is read holds it', () => {
  test.each([['電子契約'], ['電子 契約'], ['R7.4'], ['、']])(
    '%s: an index of other texts is an error',
    async (query) => {
      const others = change((initiative) => ({ ...initiative, title: '題', results: [], notes: [] }))
      await expect(ask(query, readableIndex([report], [others]))).rejects.toThrow(IndexUnreachable)
      expect((await ask(query, readableIndex([report]))).items.length).toBeGreaterThan(0)
    },
  )

  test('one part of the query that is gone is enough', async () => {
    const others = change((initiative) => ({ ...initiative, results: [] }))
    await expect(ask('電子契約 庁内', readableIndex([report], [others]))).rejects.toThrow(IndexUnreachable)
  })

  test('what was found by its number needs no text', async () => {
    const others = change((initiative) => ({ ...initiative, title: '題', results: [], notes: [] }))
    expect((await ask('2-1-3-1', readableIndex([report], [others]))).items.map(({ number }) => number)).toEqual([
      '2-1-3-1',
    ])
  })
})

/** Fifty years of one initiative, each of which names years of its own. */
function fiftyYears(): OpenData[] {
  const model = report.initiatives[0]!
  return Array.from({ length: 50 }, (_, i) => {
    const year = 50 - i
    const texts = [`R${year}の計画`, `R${year + 49}年度の予定`]
    const results = texts.map((text, k) => ({ id: `r${k + 1}`, text }))
    const initiatives = ['1-1-1', '1-1-2'].map((number) => ({ ...model, number, subsection: null, notes: [], results }))
    const named = { ...report.report, id: `r${year}`, year: `R${year}`, title: `${year}`, url: `/r${year}/` }
    return { report: named, initiatives }
  })
}

describe('fifty reports that name 99 fiscal years', () => {
  test('each year is counted and narrows to those that name it', async () => {
    const index = readableIndex(fiftyYears())
    const { facets } = await ask('計画', index)
    const counts = facets.find(({ name }) => name === 'fy')?.values.map(({ value, count }) => [value, count])
    // R50 is named by the first report, as what is to come, and by the last.
    expect(counts).toEqual(Array.from({ length: 99 }, (_, i) => [`R${i + 1}`, i === 49 ? 4 : 2]))
    for (const year of [1, 50, 54, 99]) {
      const { total } = await ask('計画', index, { fy: `R${year}` })
      expect([year, total]).toEqual([year, year === 50 ? 4 : 2])
    }
  })

  test('each report of the answer is a choice of its own', async () => {
    const { choices } = await ask('計画', readableIndex(fiftyYears()))
    expect(choices.length).toBe(50)
    expect(choices[49]).toEqual({ title: '1', url: '/r1/select/?n=1' })
  })
})

test('a heading narrows and names only what is below it', async () => {
  const index = readableIndex([report])
  const { facets, items } = await ask('働き方改革', index, { viewpoint: '1' })
  expect(facets[0]).toMatchObject({
    name: 'viewpoint',
    values: [{ value: '1', label: '1 県庁機能の抜本的な強化と人財の活躍' }],
  })
  expect(items.every(({ number, match }) => number.startsWith('1-3-') && match === 'heading')).toBe(true)
  const { facets: unknown } = await ask('働き方改革', index, { viewpoint: '__proto__' })
  expect(unknown[0]?.values.map(({ label }) => label)).toContain('__proto__ ')
})

describe('summaries of whole reports', () => {
  const withSummary = (): ReadableIndex => {
    const summaries = [
      { lang: 'ja' as const, lines: ['試験のためのまとめです。', '電子契約が増えました。'] },
      { lang: 'en' as const, lines: ['A summary for tests.', 'Electronic contracts grew.'] },
    ]
    const found = summariesOf([{ report: { ...report.report, summaries } }], (lang) => `summary-${lang}`)
    return { ...readableIndex([report]), summaries: () => Promise.resolve(found) }
  }

  test.each([
    ['contracts', ['en /r7/#summary-en Electronic [contracts] grew.']],
    ['ELECTRONIC summary', ['en /r7/#summary-en A [summary] for tests.']],
    ['まとめ 電子契約', ['ja /r7/#summary-ja 試験のための[まとめ]です。']],
    ['contracts 県', []],
  ])('%s finds those of which a line holds each part', async (query, expected) => {
    const { summaries } = await ask(query, withSummary())
    const told = summaries.map(({ lang, url, excerpt }) => {
      return `${lang} ${url} ${excerpt.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('')}`
    })
    expect(told).toEqual(expected)
  })

  test('they are no initiatives: they are not counted, and pass no filter', async () => {
    const plain = await ask('電子契約', readableIndex([report]))
    expect((await ask('電子契約', withSummary())).total).toBe(plain.total)
    expect((await ask('電子契約', withSummary(), { viewpoint: '2' })).summaries).toEqual([])
  })
})

describe('an initiative of several years is one result', () => {
  /** The report as that of another year, of which some initiatives say something else. */
  const yearOf = (id: string, texts: (text: string) => string = (text) => text): OpenData => ({
    report: { ...report.report, id, year: id.toUpperCase(), url: `/${id}/` },
    initiatives: report.initiatives.map((initiative) => ({
      ...initiative,
      url: initiative.url.replace('/r7/', `/${id}/`),
      results: initiative.results.map((result) => ({ ...result, text: texts(result.text) })),
    })),
  })
  const count = () => report.initiatives.length
  /** r8 tells no more of 電子 in its results; every initiative goes on from r7. */
  const years = (): ReadableIndex => {
    const reports = [yearOf('r8', (text) => text.replaceAll('利用促進', '普及')), yearOf('r7')]
    const index = readableIndex(reports)
    const same = Array.from({ length: 2 * count() }, (_, row) => row % count())
    return { ...index, catalogue: { ...index.catalogue, same } }
  }
  const told = ({ items }: Awaited<ReturnType<typeof ask>>) =>
    items.map(({ number, year, years, url }) => [number, year, years.map(({ name }) => name), url.replace(/\?.*/, '')])

  test('with all the years that hold the query, and led by the newest', async () => {
    const view = await ask('電子契約', years())
    expect(told(view)[0]).toEqual(['2-1-3-1', 'r8', ['令和8年度', '令和7年度'], '/r8/2-1-3-1/'])
    expect(view.total).toBe((await ask('電子契約', readableIndex([report]))).total)
    expect(told(await ask('庁内、事業者の利用促進', years()))).toEqual([
      ['2-1-3-1', 'r7', ['令和7年度'], '/r7/2-1-3-1/'],
    ])
  })

  test('the filter of the report leaves those of one year, and counts initiatives', async () => {
    const view = await ask('電子契約', years())
    const facet = view.facets.find(({ name }) => name === 'year')?.values.map(({ value, count }) => [value, count])
    expect(facet).toEqual([
      ['r7', view.total],
      ['r8', view.total],
    ])
    const viewpoints = view.facets.find(({ name }) => name === 'viewpoint')?.values ?? []
    expect(viewpoints.reduce((sum, { count }) => sum + count, 0)).toBe(view.total)
    expect(told(await ask('電子契約', years(), { year: 'r7' }))[0]?.slice(1, 3)).toEqual(['r7', ['令和7年度']])
  })

  test('with a single report no year is told', async () => {
    const [item] = (await ask('電子契約', readableIndex([report]))).items
    expect([item?.year, item?.years]).toEqual([null, []])
  })
})
