import { expect, test } from 'vitest'
import { describeFigure, pointsOf } from '../../src/report/figure.ts'
import { movesOf } from '../../src/report/figures.ts'
import { reportOf } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'

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

test.each([
  [
    'of a value against the one before',
    { unit: '件', values: { R5: 127, R6: 336, R7: 523 } },
    [null, '+164.6%', '+55.7%'],
  ],
  [
    'of a single value whose change the text tells',
    { unit: '億円', values: { R6: 8371 }, changes: { R6: -452 } },
    ['△5.1%'],
  ],
  ['across a year without a value', { unit: '人', values: { R3: 100, R7: 95 } }, [null, '△5%']],
  ['in points where values are percentages', { unit: '%', values: { R6: 41.6, R7: 85.3 } }, [null, '+43.7ポイント']],
  ['of what stayed as it was', { unit: '人', values: { R6: 8, R7: 8 } }, [null, '0%']],
  ['that is very small', { unit: '億円', values: { R6: 9000, R7: 9001 } }, [null, '+0.011%']],
  ['down to nothing', { unit: '件', values: { R6: 4, R7: 0 } }, [null, '△100%']],
  ['from zero or less there is none', { unit: '億円', values: { R5: 0, R6: -3, R7: 5 } }, [null, null, null]],
])('the growth %s', (_, figure, growth) => {
  expect(pointsOf({ label: '試験', ...figure }).map((point) => point.growth?.text ?? null)).toEqual(growth)
})

test('what rose and fell most comes first, without percentages', async () => {
  const { risen, fallen } = movesOf(reportOf(await frozenYear()))
  const rates = (moves: typeof risen) => moves.map(({ growth }) => growth.rate)
  expect(risen[0]?.figure.label).toBe('電子契約の件数')
  expect(rates(risen)).toEqual(rates(risen).toSorted((a, b) => b - a))
  expect(rates(fallen)).toEqual(rates(fallen).toSorted((a, b) => a - b))
  expect(rates(risen).every((rate) => rate > 0) && rates(fallen).every((rate) => rate < 0)).toBe(true)
  expect([...risen, ...fallen].map(({ figure }) => figure.unit)).not.toContain('%')
})
