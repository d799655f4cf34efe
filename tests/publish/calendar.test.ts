import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
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
  ['a calendar year, from January', '令和9年に開始', '20270101', '20280101'],
  ['a day', 'R8.4.30 開始', '20260430', '20260501'],
  ['the last day of a year', '令和8年12月31日 終了', '20261231', '20270101'],
  ['a year counted from the report’s own', '来年度から開始', '20260401', '20270401'],
])('%s lasts from its first day to the day after its last', (_, result, start, end) => {
  expect(calendar(result)).toContain(`DTSTART;VALUE=DATE:${start}\r\nDTEND;VALUE=DATE:${end}\r\n`)
})

test('what lies in the report’s own year is no event', () => {
  expect(calendar('R8.3 開始')).not.toContain('VEVENT')
})

/** What an event says, as each of two readers that know nothing of each other reads it. */
function eventsOf(text: string) {
  const days = (start: Date, end: Date) => [start, end].map((date) => date.toLocaleDateString('sv'))
  const byIcal = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      days: days(event.startDate.toJSDate(), event.endDate.toJSDate()),
      transparency: component.getFirstPropertyValue('transp'),
    }
  })
  const byNodeIcal = Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return []
    const { uid, summary, description, start, end, transparency } = event
    return [{ uid, summary, description, days: days(start, end ?? start), transparency }]
  })
  return { byIcal, byNodeIcal }
}

test('two readers read the same events, which keep nobody’s time busy', () => {
  const text = calendar('R8～ 開始、「改行」;と,\\\n  令和9年4月1日 終了'.replaceAll('\\n', '\n'))
  const { byIcal, byNodeIcal } = eventsOf(text)
  expect(byIcal).toEqual(byNodeIcal)
  expect(byIcal.map(({ days }) => days)).toEqual([
    ['2026-04-01', '2027-04-01'],
    ['2027-04-01', '2027-04-02'],
  ])
  expect(byIcal.every(({ transparency }) => transparency === 'TRANSPARENT')).toBe(true)
})

test('every line ends as RFC 5545 has it, the last one too, and none is longer than 75 bytes', () => {
  const text = calendar(`R8～ ${'長い実績の文'.repeat(30)}`)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('a changed text is another event, the same text the same one', () => {
  const uid = (text: string) => eventsOf(text).byIcal[0]?.uid
  expect(uid(calendar('R8 開始'))).toBe(uid(calendar('R8 開始')))
  expect(uid(calendar('R8 開始'))).not.toBe(uid(calendar('R8 運用開始')))
})
