import { expect, test } from 'vitest'
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
