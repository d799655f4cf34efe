import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Element } from 'hast'
import { expect, inject, test } from 'vitest'
import { pointsOf } from '../../src/report/figure.ts'
import type { PublishedInitiative } from '../../src/publish/open-data.ts'
import { all, readPages } from '../../src/build/built-pages.ts'
import { textOf } from './text-of.ts'

const dist = inject('dist')
const pages = readPages(dist)
const main = (url: string) =>
  all('main', pages.find((page) => page.url === url)?.tree ?? { type: 'root', children: [] })[0]
const { initiatives } = JSON.parse(readFileSync(path.join(dist, 'r7/initiatives.json'), 'utf8')) as {
  initiatives: PublishedInitiative[]
}

test('every value of every figure stands on the page of figures, beside its label', () => {
  const page = main('/r7/figures/')
  const rows = page ? all('table', page).map(textOf).join('\n') : ''
  const figures = initiatives.flatMap((initiative) => initiative.figures)
  expect(figures.length).toBeGreaterThan(25)
  for (const figure of figures) {
    expect(rows).toContain(figure.label)
    for (const point of pointsOf(figure)) expect(rows, figure.label).toContain(point.text)
  }
})

test('each series of two or more values is drawn under its label, and read out by its table alone', () => {
  const page = main('/r7/figures/')
  const captions = page ? all('caption:has(svg)', page) : []
  const series = initiatives.flatMap(({ figures }) => figures.filter((figure) => pointsOf(figure).length > 1))
  expect(captions).toHaveLength(series.length)
  expect(page && all('svg:not([aria-hidden=true])', page)).toEqual([])
  series.forEach((figure, i) => {
    const drawn = textOf(captions[i])
    expect(drawn).toContain(figure.label)
    for (const { text, year } of pointsOf(figure)) {
      expect(drawn).toContain(text)
      expect(drawn).toContain(year)
    }
  })
})

test('where a chart stands without its table it says what it shows', () => {
  const home = main('/')
  const charts = home ? all('svg', home) : []
  expect(charts.length).toBeGreaterThan(5)
  for (const chart of charts) {
    expect(chart.properties['role']).toBe('img')
    expect(textOf(all('desc', chart)[0])).toMatch(/：R\d+ .+、R\d+ /)
  }
})

test('tables tell the growth that this site has reckoned, and say that it has', () => {
  const page = main('/r7/2-1-3-1/')
  expect(page && textOf(all('table', page)[0])).toMatch(/増減率（計算）.*336件\s*\+164\.6%.*523件\s*\+55\.7%/s)
  expect(textOf(page)).toContain('増減率は、報告書の値からこのサイトが計算しました。')
})

test('the figures that rose and fell most are listed, the most first', () => {
  const page = main('/r7/figures/')
  const listed = (id: string) => (page ? all(`section[aria-labelledby=${id}] li`, page) : []).map(textOf)
  expect(listed('risen')[0]).toMatch(/^\+55\.7%\s*2-1-3-1 電子契約の件数\s*R7 523件/)
  expect(listed('fallen')[0]).toMatch(/^△[\d.]+%/)
})

test('the single facts of an initiative stand in one table', () => {
  const several = initiatives.find(
    ({ figures }) => figures.filter(({ values, changes }) => Object.keys(values).length === 1 && !changes).length > 1,
  )
  const page = main(`/r7/${several?.number}/`)
  const tables = page ? all('table:not(:has(svg))', page).filter((table) => /1つの値の数値/.test(textOf(table))) : []
  expect(tables).toHaveLength(1)
  expect(all('tbody tr', tables[0] as Element).length).toBeGreaterThan(1)
})

test.each([['/r7/figures/'], ['/r7/2-1-3-1/']])(
  'every chart of %s is offered as SVG and PNG with its citation',
  (url) => {
    const page = main(url)
    const offers = page ? all('.figures > div:has(svg) .figure-files', page) : []
    expect(offers).toHaveLength(page ? all('.figures svg', page).length : -1)
    expect(offers.length).toBeGreaterThan(0)
    for (const offer of offers) {
      const files = all('a[download]', offer).map(({ properties }) => String(properties['href']))
      expect(files.map((file) => path.extname(file))).toEqual(['.svg', '.png'])
      for (const file of files) expect(existsSync(path.join(dist, file)), file).toBe(true)
      const citation = textOf(all('.citation', offer)[0])
      expect(citation).toMatch(/^青森県.+「\d[\d-]+ .+（.+）」『.+令和7年度取組実績』令和8年2月、https:.+\/$/)
      const [svg = ''] = files
      const drawn = readFileSync(path.join(dist, svg), 'utf8')
      expect(drawn.replaceAll(/<[^>]*>/g, '')).toContain(`出典：${citation}`)
    }
  },
)

test('a single fact stands in the table with the sentence that tells it', () => {
  const page = main('/r7/figures/')
  const row = (page ? all('tr', page) : []).map(textOf).find((text) => text.includes('包括連携協定締結企業'))
  expect(row).toContain('23社')
  expect(row).toContain('【包括連携協定締結企業：23社】')
})

test('the timeline lists the announced years first, each entry linking to its result, and the calendar holds them', () => {
  const page = main('/r7/timeline/')
  const headings = page ? all('h3', page).map(textOf) : []
  expect(headings.slice(0, 4)).toEqual([
    '令和8年度（2026年度）',
    '令和9年度（2027年度）',
    '令和13年度（2031年度）',
    '令和7年度（2025年度）',
  ])
  const announced = page
    ? all('section[aria-labelledby=announced] li a', page).map(({ properties }) => properties['href'])
    : []
  expect(announced).toContain('/r7/2-2-2-2/#r1')
  const calendar = readFileSync(path.join(dist, 'r7/timeline.ics'), 'utf8')
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(announced.length)
})
