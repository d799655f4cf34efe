import { expect, test } from 'vitest'
import { type Trait, traitsOf } from '../../src/report/traits.ts'

const R7 = 2025

test.each<[text: string, traits: Trait[]]>([
  ['導入に向けた検討', ['outlook', 'considered']],
  ['検討中：ボールパーク', ['outlook', 'considered']],
  ['データ利活用サービス検討部会開催', ['outlook']],
  ['R9完成予定', ['outlook', 'planned']],
  ['R8～運用開始', ['outlook', 'planned']],
  ['R6～運用開始', []],
  ['県債残高：8,371億円（△452億円）', ['amount', 'fell']],
  ['基金残高：435億円(+48億円)', ['amount', 'rose']],
  ['前年度より20人増', ['rose']],
  ['150回以上', []],
  ['A-4の様式', []],
])('%s: %j', (text, traits) => {
  expect(traitsOf([text], [], R7)).toEqual(traits)
})

test.each<[values: Record<string, number>, traits: Trait[]]>([
  [{ R5: 5, R6: 8 }, ['figures', 'rose']],
  [{ R6: 8, R5: 9 }, ['figures', 'fell']],
  [{ R5: 5, R6: 8, R7: 7 }, ['figures', 'rose', 'fell']],
  [{ R6: 8, R7: 8 }, ['figures']],
])('a figure of %j: %j', (values, traits) => {
  expect(traitsOf([], [{ label: '数', unit: '件', values }], R7)).toEqual(traits)
})
