import { expect, test } from 'vitest'
import { CHART_LETTERS, type Chart, type ChartText, chartOf } from '../../src/render/chart.ts'

const figure = (values: Record<string, number>, unit = '件') => ({ label: '試験', unit, values })

/** A chart that must be there. */
function drawn(values: Record<string, number>, unit?: string): Chart {
  const chart = chartOf(figure(values, unit))
  if (!chart) throw new Error('there is no chart')
  return chart
}

test('bars stand on zero, to scale', () => {
  const { marks, baseline } = drawn({ R5: 127, R6: 336, R7: 523 })
  expect((marks[0]?.height ?? 0) / (marks[2]?.height ?? 1)).toBeCloseTo(127 / 523, 6)
  for (const mark of marks) expect(mark.y + mark.height).toBeCloseTo(baseline, 6)
})

test('one value is a fact, not a chart', () => {
  expect(chartOf(figure({ R7: 23 }))).toBeNull()
})

test('negative values hang below zero', () => {
  const { marks, baseline } = drawn({ R6: -4, R7: 4 })
  expect(marks[0]?.y).toBeCloseTo(baseline, 6)
  expect(marks[0]?.height).toBeCloseTo(marks[1]?.height ?? 0, 6)
})

test('a year without a value keeps its place, and several in a row share one', () => {
  expect(drawn({ R1: 1, R3: 2, R7: 3 }).years.map(({ text }) => text)).toEqual(['R1', 'R2', 'R3', '…', 'R7'])
})

/** Twelve years that end with R7, some of them before Reiwa. */
const YEARS = ['H26', 'H27', 'H28', 'H29', 'H30', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']
const last = (count: number, value: (i: number) => number) =>
  Object.fromEntries(YEARS.slice(-count).map((year, i) => [year, value(i)]))

/** The box of a text where letters are as wide as any font has them. */
function boxOf({ text, x, y, turned, anchor }: ChartText, letter: number) {
  const width = Array.from(text).reduce((sum, character) => sum + (character < '\u007f' ? 0.62 : 1), 0) * letter
  const along = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0
  return turned
    ? { left: x - letter / 2, right: x + letter / 2, top: y - along - width, bottom: y - along }
    : { left: x + along, right: x + along + width, top: y - letter * 0.9, bottom: y + letter * 0.1 }
}

const COUNTS = Array.from({ length: 11 }, (_, i) => i + 2)
const KINDS: [name: string, unit: string, value: (i: number) => number][] = [
  ['small values', '人', (i) => i],
  ['long values', '億円', (i) => 8000 + 371 * i],
  ['long units', '人（延べ利用者数）', (i) => 12_345_678.5 + i],
  ['negative values', '億円', (i) => -100 * i - 1],
  ['values on both sides of zero', '百万円', (i) => (i % 2 === 0 ? 1200 : -1200) * i],
  ['nothing but zero', '件', () => 0],
]

test.each(COUNTS.flatMap((count) => KINDS.map((kind) => [count, ...kind] as const)))(
  'with %i years and %s no text meets another one or the edge',
  (count, _, unit, value) => {
    const { width, height, marks, years } = drawn(last(count, value), unit)
    const boxes = [
      ...marks.map(({ label }) => boxOf(label, CHART_LETTERS.value)),
      ...years.map((year) => boxOf(year, CHART_LETTERS.year)),
    ]
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= -1 && a.right <= width + 1 && a.top >= -1 && a.bottom <= height + 1, JSON.stringify(a)).toBe(
        true,
      )
      for (const b of boxes.slice(i + 1)) {
        const meets = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
        expect(meets, JSON.stringify([a, b])).toBe(false)
      }
    }
  },
)

test('with twelve values and a gap between any two no text meets another one', () => {
  const years = Array.from({ length: 12 }, (_, i) => (i < 6 ? `H${i * 3 + 10}` : `R${(i - 5) * 3}`))
  const chart = drawn(Object.fromEntries(years.map((year, i) => [year, i * 100])), '件')
  const lefts = chart.years.map((year) => boxOf(year, CHART_LETTERS.year)).sort((a, b) => a.left - b.left)
  lefts.slice(1).forEach(({ left }, i) => expect(left).toBeGreaterThanOrEqual((lefts[i]?.right ?? 0) - 0.5))
})
