import { expect, test } from 'vitest'
import { calendarOf } from '../../src/publish/calendar.ts'
import { timelineOf } from '../../src/report/timeline.ts'
import { timesOf } from '../../src/report/times.ts'
import { reportOf } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'

test.each([
  ['R7.4 地域県民局を廃止', ['R7.4']],
  ['R5.8～「#あおばな」開催', ['R5.8']],
  ['R8～運用開始', ['R8']],
  ['R6～DX推進員200名/年を任命・育成', ['R6']],
  ['貴船川大規模特定河川工事（R13年度中の完成を予定）', ['R13年度']],
  ['青森港を整備（R7工事着手→R9完成）', ['R7', 'R9']],
  ['国スポ・障スポ企業協賛制度(R8.1 17企業・団体に感謝状贈呈)', ['R8.1']],
  ['R7.12 行財政改革に関する職員意識調査（R6回答率41.6%→R7回答率85.3%）', ['R7.12']],
  // Names of budgets and settlements, and labels of values, are no times.
  ['R8当初予算案における収支均衡の継続', []],
  ['R6決算における財政指標(対前年度比)', []],
  ['(R5:127件→R6:336件→R7:523件)', []],
  ['国等への研修派遣（R6：8人 R7：10人）', []],
  ['あおもり若者定着奨学金返還支援制度(R6登録：161社、R7登録：175社)', []],
  ['R7.13 ありえない月', []],
])('%s names %j', (text, times) => expect(timesOf(text, 2025).map((time) => time.text)).toEqual(times))

const r7 = async () => reportOf(await frozenYear())

test('the report’s promises: every year after its own is announced, the last is R13', async () => {
  const entries = timelineOf(await r7())
  const announced = entries.filter(({ kind }) => kind === 'announced')
  expect(announced.every(({ fiscalYear }) => fiscalYear > 2025)).toBe(true)
  expect(announced.map(({ when, initiative }) => `${when} ${initiative.number}`)).toEqual([
    'R8 1-2-1-4',
    'R8 1-2-1-4',
    'R8 1-3-3-4',
    'R8以降 2-1-4-1',
    'R8～ 2-2-1-1',
    'R8～ 2-2-1-1',
    'R8～ 2-2-2-2',
    'R8 2-2-2-3',
    'R9～ 2-1-2-1',
    'R9～ 2-2-2-4',
    'R9 5-2-2-1',
    'R9 5-2-2-1',
    'R13年度中 5-2-2-1',
  ])
})

test('January to March come last in their fiscal year', async () => {
  const months = timelineOf(await r7()).filter(({ fiscalYear, month }) => fiscalYear === 2025 && month !== null)
  expect(months.map(({ month }) => month)).toEqual([4, 5, 5, 7, 11, 11, 11, 12, 1, 2, 2, 2])
})

test('the calendar has one all-day event a promise, and is the same at every build', async () => {
  const report = await r7()
  const calendar = () =>
    calendarOf(report, timelineOf(report), ({ initiative }) => `https://report.example/${initiative.number}/`)
  expect(calendar().match(/BEGIN:VEVENT/g)).toHaveLength(13)
  expect(calendar()).toContain('DTSTART;VALUE=DATE:20310401\r\nDTEND;VALUE=DATE:20320401')
  expect(calendar()).toBe(calendar())
})
