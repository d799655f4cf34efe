import { expect, test } from 'vitest'
import { chartOf } from '../../src/render/chart.ts'
import { describeFigure, pointsOf } from '../../src/report/figure.ts'

const contracts = { label: '電子契約の件数', unit: '件', values: { R7: 523, R5: 127, R6: 336 } }

test('values come by year, with unit and the change as the text writes it', () => {
  const debt = { label: '県債残高', unit: '億円', values: { R6: 8371 }, changes: { R6: -452 } }
  expect(pointsOf(contracts).map(({ year, text, change }) => [year, text, change])).toEqual([
    ['R5', '127件', null],
    ['R6', '336件', null],
    ['R7', '523件', null],
  ])
  expect(pointsOf(debt)).toMatchObject([{ text: '8,371億円', change: '△452億円', fiscalYear: 2024 }])
  expect(describeFigure(contracts)).toBe('電子契約の件数：R5 127件、R6 336件、R7 523件')
})

test('two or three values are bars from zero, to scale', () => {
  const chart = chartOf(contracts)
  expect(chart?.kind).toBe('bars')
  const [r5, , r7] = chart?.marks ?? []
  expect((r5?.height ?? 0) / (r7?.height ?? 1)).toBeCloseTo(127 / 523, 6)
  for (const mark of chart?.marks ?? []) expect(mark.y + mark.height).toBeCloseTo(chart?.baseline ?? 0, 6)
})

test('four values are a line within the frame', () => {
  const chart = chartOf({ label: '試験', unit: '件', values: { R4: 1, R5: 2, R6: 0, R7: 4 } })
  expect(chart?.kind).toBe('line')
  expect(chart?.path).toMatch(/^M[\d.]+,[\d.]+(L[\d.]+,[\d.]+){3}$/)
  expect(chart?.marks.every(({ x }) => x > 0 && x < (chart?.width ?? 0))).toBe(true)
})

test('one value is a fact, not a chart', () => {
  expect(chartOf({ label: '試験', unit: '社', values: { R7: 23 } })).toBeNull()
})

test('negative values hang below zero', () => {
  const chart = chartOf({ label: '試験', unit: '億円', values: { R6: -4, R7: 4 } })
  const [loss, gain] = chart?.marks ?? []
  expect(loss?.y).toBeCloseTo(chart?.baseline ?? 0, 6)
  expect(loss?.height).toBeCloseTo(gain?.height ?? 0, 6)
})
