import { expect, test } from 'vitest'
import { type Measure, hasUnit, lastSpan, measuresOf } from '../../src/text/measure.ts'

/** `'R6 △452億円'`: year or years, then sign, number and unit. */
function short({ sign, value, unit, years }: Measure): string {
  const [from, to] = [years.from - 2018, years.to - 2018]
  return `R${from === to ? to : `${from}-${to}`} ${sign === '-' ? '△' : (sign ?? '')}${value}${unit}`
}

test.each([
  ['R5:127件→R6:336件→R7:523件', ['R5 127件', 'R6 336件', 'R7 523件']],
  ['（R6：8人 R7：10人）', ['R6 8人', 'R7 10人']],
  ['R6回答率41.6%→R7回答率85.3%', ['R6 41.6%', 'R7 85.3%']],
  ['(R6登録：161社、R7登録：175社)', ['R6 161社', 'R7 175社']],
  ['161社（R6）、175社（R7）', ['R6 161社', 'R7 175社']],
  [
    'R6決算における財政指標(対前年度比)\n財政調整用基金残高：435億円(+48億円)\n県債残高：8,371億円(△452億円)',
    ['R6 435億円', 'R6 +48億円', 'R6 8371億円', 'R6 △452億円'],
  ],
  ['R6～DX推進員200名/年を任命・育成', ['R6-7 200名/年']],
  ['R6～R8 5件', ['R6-8 5件']],
  ['R9～ 5件', ['R9 5件']],
  ['R8.1 17企業・団体に感謝状贈呈', ['R7 17企業・団体']],
  ['令和6年度は12回', ['R6 12回']],
  ['約1.8万人', ['R7 1.8万人']],
  ['１，２３４件、Ｒ６：８人', ['R7 1234件', 'R6 8人']],
  ['1億2,000万円', ['R7 12000万円']],
  ['452億円減、48億円増', ['R7 △452億円', 'R7 +48億円']],
  ['▲5人、−3人、＋2人', ['R7 △5人', 'R7 △3人', 'R7 +2人']],
  ['5-8人', ['R7 5', 'R7 8人']],
  ['3つの観点、12か所', ['R7 3つ', 'R7 12か所']],
  ['1工区2.4キロメートル:R9完成予定', ['R7 1工区', 'R7 2.4キロメートル']],
  ['R7.13 5件', ['R7 7.13', 'R7 5件']],
  ['数はない', []],
])('%s', (text, says) => {
  expect(measuresOf(text, 2025).map(short)).toEqual(says)
})

test('a text without a year takes that of its surroundings', () => {
  const before = lastSpan('R8当初予算編成における取組', 2025)
  expect(measuresOf('205件、116億円', 2025, before).map(short)).toEqual(['R8 205件', 'R8 116億円'])
})

test.each([
  ['8,371億円', '億円', true],
  ['8,371億円', '億', false],
  ['1.8万人', '人', false],
  ['41人を配置', '人', true],
  ['200名/年', '名', false],
  ['85.3％', '%', true],
  ['41 人', '人', true],
  ['17企業・団体に', '企業・団体', true],
])('the unit of %s is %s: %s', (text, unit, is) => {
  expect(measuresOf(text, 2025).map((measure) => hasUnit(measure, unit))).toEqual([is])
})
