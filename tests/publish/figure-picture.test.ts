import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'
import { expect, test } from 'vitest'
import { cardSvg } from '../../src/publish/card.ts'
import { figurePicture } from '../../src/publish/figure-picture.ts'
import { all } from '../../src/build/built-pages.ts'
import { toString } from 'hast-util-to-string'

const long = {
  label: '行財政改革に関する職員意識調査の、とても長い名前の項目についての回答率',
  unit: '%',
  values: { R5: 41.6, R7: 85.3 },
}
const svgOf = (text: string) => fromHtml(text, { space: 'svg', fragment: true })
const linesOf = (text: string, name: string) => selectAll(`text.${name}`, svgOf(text)).map((each) => toString(each))

test('a chart to take along holds its whole title, where it is from, its values and its source', () => {
  const picture = figurePicture(
    long,
    '1-3-3-2 職員意識調査の実施',
    '出典：青森県「…」、https://report.example/r7/1-3-3-2/',
  )
  expect(linesOf(picture, 'label').length).toBeGreaterThan(1)
  expect(linesOf(picture, 'label').join('')).toBe(long.label)
  expect(linesOf(picture, 'value')).toEqual(['41.6%', '85.3%'])
  expect(linesOf(picture, 'source').join('')).toBe(
    '1-3-3-2 職員意識調査の実施出典：青森県「…」、https://report.example/r7/1-3-3-2/',
  )
  expect(all('title', svgOf(picture)).map((each) => toString(each))).toEqual([long.label])
  expect(picture).not.toMatch(/href|src|url\(|<style|style=/)
})

test('nothing of it lies below its lower edge', () => {
  const figure = { ...long, values: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`R${i + 1}`, i])) }
  const picture = figurePicture(figure, '1-3-3-2 職員意識調査の実施', '出典：'.repeat(80))
  const height = Number(/height="(\d+)"/.exec(picture)?.[1])
  const lowest = Math.max(...Array.from(picture.matchAll(/ y="([\d.]+)"/g), ([, y]) => Number(y)))
  expect(lowest).toBeLessThan(height)
  expect(height - lowest).toBeLessThan(40)
})

test('a single value is no chart to take along', () => {
  expect(figurePicture({ label: '企業', unit: '社', values: { R7: 23 } }, '', '')).toBe('')
})

const card = { number: '1-3-3-2', title: '職員意識調査の実施', foot: '青森県｜行財政改革 取組実績 令和7年度', alt: '' }

test.each([
  ['its chart beside the title', long, ['41.6%', '85.3%']],
  ['the title alone where there is none', null, []],
  ['the title alone of a single value', { ...long, values: { R7: 1 } }, []],
])('a card shows %s', (_, figure, values) => {
  const drawn = cardSvg({ ...card, figure })
  expect(linesOf(drawn, 'value')).toEqual(values)
  for (const text of [card.number, card.title.slice(0, 4), card.foot]) expect(toString(svgOf(drawn))).toContain(text)
})

test('a title that is too long for a card is cut, and says so', () => {
  const title = '県有施設の長寿命化と集約化を進めるための計画の見直し'.repeat(8)
  expect(toString(svgOf(cardSvg({ ...card, title, figure: null })))).toMatch(/県有施設.+…/)
})
