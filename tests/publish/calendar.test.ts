import { expect, test } from 'vitest'
import { calendarOf } from '../../src/publish/calendar.ts'
import { readBody } from '../read-body.ts'
import { assembleReport } from '../../src/report/report.ts'
import { timelineOf } from '../../src/report/timeline.ts'

/** The calendar of a made-up report of R7 with one result. */
function calendar(result: string): string {
  const report = assembleReport({
    cover: { title: '試験用', year: 'R7', published: '2026-02', department: '試験課', body: '' },
    outline: {
      title: '視点',
      viewpoints: [{ number: '1', title: '視点', sections: [{ number: '1-1', title: '項目' }] }],
    },
    initiatives: [{ number: '1-1-1', title: '取組', figures: [], body: readBody(`- ${result}\n`) }],
  })
  return calendarOf(report, timelineOf(report), () => 'https://report.example/')
}

test.each([
  ['a month', 'R8.4 開始', '20260401', '20260501'],
  ['December, whose next month is January', 'R8.12 開始', '20261201', '20270101'],
  ['January, which lies in the fiscal year before', 'R9.1 開始', '20270101', '20270201'],
  ['March, the last of its fiscal year', 'R9.3 開始', '20270301', '20270401'],
  ['a fiscal year', 'R9 開始', '20270401', '20280401'],
])('%s lasts from its first day to the day after its last', (_, result, start, end) => {
  expect(calendar(result)).toContain(`DTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${end}\r\n`)
})

test('what lies in the report’s own year is no event', () => {
  expect(calendar('R8.3 開始')).not.toContain('VEVENT')
})
