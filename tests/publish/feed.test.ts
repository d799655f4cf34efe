import { expect, test } from 'vitest'
import { feedOf } from '../../src/publish/feed.ts'
import type { Erratum } from '../../src/report/errata.ts'
import { report } from './frozen-data.ts'

const erratum: Erratum = {
  date: '2026-05-20',
  number: '2-1-3-1',
  result: 'r1',
  kind: '訂正',
  before: '523件',
  after: '<524>件 & 約',
  reason: '数え直したため',
  changesMeaning: true,
}

function feed(errata: Erratum[], published: string | undefined = '2026-02') {
  const year = {
    report: { ...report, published, errata },
    urlOf: (number: string) => `https://report.example/r7/${number === '' ? '' : `${number}/`}`,
    errataUrl: 'https://report.example/r7/errata/',
  }
  const facts = {
    title: '題名',
    url: 'https://report.example/',
    feedUrl: 'https://report.example/feed.xml',
    author: '県',
  }
  return feedOf([year], facts)
}

const ids = (xml: string) => Array.from(xml.matchAll(/<id>(.*?)<\/id>/g), ([, id]) => id)
const titles = (xml: string) =>
  Array.from(xml.matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/g), ([, title]) => title)

test('a publication is an entry, dated by the report and not by the build', () => {
  const xml = feed([])
  expect(ids(xml)).toEqual(['https://report.example/', 'https://report.example/r7/'])
  expect(titles(xml)).toEqual([`${report.title}を公表しました`])
  expect(new Set(Array.from(xml.matchAll(/<updated>(.*?)<\/updated>/g), ([, date]) => date))).toEqual(
    new Set(['2026-01-31T15:00:00.000Z']),
  )
  expect(feed([])).toBe(xml)
})

test('errata come first, the newest first; those that change the meaning say so', () => {
  const xml = feed([erratum, { ...erratum, date: '2026-06-01', changesMeaning: false }])
  expect(titles(xml)).toEqual([
    '訂正：2-1-3-1 電子契約の促進',
    '訂正（意味が変わるもの）：2-1-3-1 電子契約の促進',
    `${report.title}を公表しました`,
  ])
  expect(xml).toContain('<link href="https://report.example/r7/2-1-3-1/"/>')
})

test('every erratum has a name of its own that later ones do not change', () => {
  const first = ids(feed([erratum, erratum]))
  expect(new Set(first).size).toBe(first.length)
  const later = ids(feed([erratum, erratum, { ...erratum, date: '2026-07-01' }]))
  expect(later).toEqual(expect.arrayContaining(first))
})

test('what a text holds is no markup in it', () => {
  expect(feed([erratum])).toContain('前：523件<br>後：&lt;524>件 &amp; 約<br>理由：数え直したため')
})

test('an initiative that moved or ended leads to where that is told', () => {
  const xml = feed([{ ...erratum, number: '9-9-9', kind: '廃止', result: undefined }])
  expect(xml).toContain('<link href="https://report.example/r7/errata/"/>')
})
