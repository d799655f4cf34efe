import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, NONE, TEXT_SIZES, type TextSpot, chartOf, westernOf } from '../../src/render/chart.ts'
import type { Figure } from '../../src/report/schema.ts'
import { formatFiscalYear } from '../../src/text/era.ts'
import { widthOf } from '../../src/text/width.ts'

const contracts = { label: '電子契約の件数', unit: '件', values: { R7: 523, R5: 127, R6: 336 } }

test('a few short values are columns from zero, to scale', () => {
  const chart = chartOf(contracts)
  expect(chart?.kind).toBe('columns')
  const [r5, , r7] = chart?.marks ?? []
  expect((r5?.bar.height ?? 0) / (r7?.bar.height ?? 1)).toBeCloseTo(127 / 523, 6)
  for (const { bar } of chart?.marks ?? []) expect(bar.y + bar.height).toBeCloseTo(chart?.zero[0]?.y1 ?? 0, 6)
})

test.each([
  [
    'twelve years',
    { unit: '億円', values: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`R${i + 1}`, 8000 + i])) },
  ],
  ['a long unit', { unit: '人（延べ、オンラインを含む）', values: { R6: 12345, R7: 9 } }],
])('%s are rows, one below the other', (_, figure) => {
  const chart = chartOf({ label: '試験', ...figure })
  expect(chart?.kind).toBe('rows')
  const tops = chart?.marks.map(({ bar }) => bar.y) ?? []
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  expect(chart?.marks.map(({ bar }) => bar.width > 0)).not.toContain(false)
})

test('one value is a fact, not a chart', () => {
  expect(chartOf({ label: '試験', unit: '社', values: { R7: 23 } })).toBeNull()
})

test('negative values go the other way from zero', () => {
  const columns = chartOf({ label: '試験', unit: '億円', values: { R6: -4, R7: 4 } })
  const [loss, gain] = columns?.marks ?? []
  expect(loss?.bar.y).toBeCloseTo(columns?.zero[0]?.y1 ?? 0, 6)
  expect(loss?.bar.height).toBeCloseTo(gain?.bar.height ?? 0, 6)
  const rows = chartOf({ label: '試験', unit: '億円', values: { R3: 2, R4: 3, R5: 1, R6: -4, R7: 4 } })
  const [, , , down, up] = rows?.marks ?? []
  expect((down?.bar.x ?? 0) + (down?.bar.width ?? 0)).toBeCloseTo(rows?.zero[0]?.x1 ?? 0, 6)
  expect(up?.bar.x).toBeCloseTo(rows?.zero[0]?.x1 ?? 0, 6)
})

test('years of which no value is told have their place, and say so', () => {
  const chart = chartOf({ label: '試験', unit: '件', values: { H29: 1, R1: 2, R5: 3, R6: 4 } })
  expect(chart?.gaps.map(({ years }) => years)).toEqual(['H30', 'R2～R4'])
  expect(chartOf(contracts)?.gaps).toEqual([])
})

test('a small value beside a large one is still seen, and zero is no bar', () => {
  const chart = chartOf({ label: '試験', unit: '件', values: { R5: 1, R6: 0, R7: 90_000 } })
  const lengths = chart?.marks.map(({ bar }) => (chart.kind === 'columns' ? bar.height : bar.width)) ?? []
  expect(lengths[0]).toBeGreaterThan(1)
  expect(lengths[1]).toBe(0)
})

const units = fc.constantFrom('件', '億円', '%', '百万円', '人（延べ、オンラインを含む）', 'ポイント', 'トン／年度')
const values = fc.oneof(
  fc.integer({ min: -9_999_999, max: 99_999_999 }),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => Math.round(value * 100) / 100),
  fc.integer({ min: 0, max: 9 }),
)
const figures: fc.Arbitrary<Figure> = fc
  .tuple(
    units,
    fc.uniqueArray(fc.integer({ min: 2005, max: 2030 }), { minLength: 2, maxLength: 12 }),
    fc.infiniteStream(values),
  )
  .map(([unit, years, stream]) => ({
    label: '試験',
    unit,
    values: Object.fromEntries(years.map((year) => [formatFiscalYear(year), stream.next().value as number])),
  }))

test('of 2 to 12 years, with gaps, below zero and of all sizes, no text is cut and no two touch', () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const chart = chartOf(figure) as Chart
      const boxes = textBoxes(chart)
      for (const { left, right, top, bottom, text } of boxes) {
        expect(left, text).toBeGreaterThanOrEqual(-0.1)
        expect(right, text).toBeLessThanOrEqual(chart.width + 0.1)
        expect(top, text).toBeGreaterThanOrEqual(0)
        expect(bottom, text).toBeLessThanOrEqual(chart.height)
      }
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
          expect(apart, `${a.text} ${b.text} of ${JSON.stringify(figure)}`).toBe(true)
        }
      }
      // 9 pixels, where the chart is 288 wide.
      expect(chart.valueSize * 0.9).toBeGreaterThanOrEqual(9)
    }),
  )
})

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

function textBoxes({ marks, gaps, valueSize }: Chart): Box[] {
  const { year: yearSize, western: westernSize } = TEXT_SIZES
  return [
    ...marks.flatMap((mark) => [
      boxOf(mark.text, mark.valueSpot, valueSize),
      boxOf(mark.year, mark.yearSpot, yearSize, mark.westernSpot ? 0 : widthOf(westernOf(mark)) * westernSize),
      ...(mark.westernSpot ? [boxOf(westernOf(mark), mark.westernSpot, westernSize)] : []),
    ]),
    ...gaps.flatMap(({ years, yearSpot, noneSpot }) => [
      boxOf(years, yearSpot, yearSize),
      boxOf(NONE, noneSpot, westernSize),
    ]),
  ]
}

function boxOf(text: string, { x, y, anchor }: TextSpot, size: number, more = 0): Box {
  const width = widthOf(text) * size + more
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { text, left, right: left + width, top: y - 0.88 * size, bottom: y + 0.12 * size }
}
