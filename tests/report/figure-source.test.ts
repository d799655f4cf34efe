import { expect, test } from 'vitest'
import { readBody } from '../read-body.ts'
import { sourceOf } from '../../src/report/figure-source.ts'

const figure = (unit: string, values: Record<string, number>) => ({ label: '試験', unit, values })

test.each([
  ['a longer number that ends in it', '- 相談 15件\n- 受付 5件', figure('件', { R7: 5 }), 'R7', '受付 5件'],
  ['a number with a decimal part', '- 満足度 1.5点\n- 平均 5点', figure('点', { R7: 5 }), 'R7', '平均 5点'],
  ['the same number of another year', '- R6：8人\n- R7：8人', figure('人', { R7: 8 }), 'R7', 'R7：8人'],
  ['the same number in another unit', '- 5件を5人で\n- 5億円', figure('億円', { R7: 5 }), 'R7', '5億円'],
  ['half of its unit', '- 1.8万人\n- 1.8人', figure('人', { R7: 1.8 }), 'R7', '1.8人'],
  ['a fall of as much', '- 残高 △5億円\n- 残高 5億円', figure('億円', { R7: 5 }), 'R7', '残高 5億円'],
  ['a nested result below its year', '- R6の実績\n  - 85人\n- 85人', figure('人', { R6: 85 }), 'R6', '85人'],
  ['a span that ends the year before', '- R4～R6 200名\n- R7 200名', figure('名', { R7: 200 }), 'R7', 'R7 200名'],
  ['a span that begins the year after', '- R8～R9 200名\n- R7 200名', figure('名', { R7: 200 }), 'R7', 'R7 200名'],
])('%s is not its source', (_, markdown, given, year, source) => {
  expect(sourceOf(readBody(markdown), given, year, 2025)?.text).toBe(source)
})

test('a result is named by its id, a note has none, and what nobody states has no source', () => {
  const body = readBody('- R6の実績\n  - 85人\n\n【締結企業：23社】')
  expect(sourceOf(body, figure('人', { R6: 85 }), 'R6', 2025)).toMatchObject({ id: 'r1-1' })
  expect(sourceOf(body, figure('社', { R7: 23 }), 'R7', 2025)).toMatchObject({ mark: null, text: '【締結企業：23社】' })
  expect(sourceOf(body, figure('社', { R7: 24 }), 'R7', 2025)).toBeUndefined()
})
