import { expect, test } from 'vitest'
import { frozenYear } from './frozen-report.ts'
import { contentsBytes, timelineBytes } from '../src/page-bytes.ts'
import { MOST_BYTES, decideParting, pageBytes } from '../src/parting.ts'
import { readBody } from './read-body.ts'
import { contentsOf, headingsOf } from '../src/report/contents.ts'
import { type Report, assembleReport } from '../src/report/report.ts'
import { timelineOf, viewpointTimelinesOf } from '../src/report/timeline.ts'
import { reportOf } from './content.ts'

/** A made-up report: a viewpoint of so many initiatives, and one of a single one. */
function report(count: number, { title = '取組', body = '- 実施' } = {}): Report {
  const initiative = (number: string) => ({ number, title, figures: [], body: readBody(body) })
  return assembleReport({
    cover: { title: '試験用', year: 'R7', published: '2026-02', department: '試験課', body: '' },
    outline: {
      title: '視点',
      viewpoints: ['1', '2'].map((number) => ({
        number,
        title: '視点',
        sections: [{ number: `${number}-1`, title: '項目' }],
      })),
    },
    initiatives: [...Array.from({ length: count }, (_, i) => initiative(`1-1-${i + 1}`)), initiative('2-1-1')],
  })
}

/** The pages that are parted when each body takes so many bytes. */
function partedOf(made: Report, bodyBytes: number): string[] {
  const { viewpoints, ...pages } = decideParting(pageBytes(made, () => bodyBytes))
  return [...Object.keys(pages).filter((page) => pages[page as keyof typeof pages]), ...viewpoints]
}

test('nothing is parted in a report like the real one', async () => {
  expect(partedOf(reportOf(await frozenYear()), 1500)).toEqual([])
})

test.each([
  ['a short report', report(50), 1000, []],
  ['a text of 1.5 MB in all', report(50), 29_000, []],
  ['a text of 3 MB in one viewpoint', report(50), 60_000, ['all', '1']],
  ['a text just below the limit', report(90), 21_000, []],
  ['long titles', report(90, { title: '題'.repeat(8_000) }), 1000, ['contents', 'all', 'select', 'data', '1']],
  ['many times', report(90, { body: `- R8～ ${'予'.repeat(7_500)}` }), 1000, ['timeline', 'data']],
])('of %s is parted what would be too heavy', (_, made, bodyBytes, parted) => {
  expect(partedOf(made, bodyBytes)).toEqual(parted)
})

test('a page may weigh just what is allowed, and no byte more', () => {
  const bytes = pageBytes(report(3), () => 1000)
  expect(decideParting(bytes, bytes.all).all).toBe(false)
  expect(decideParting(bytes, bytes.all - 1).all).toBe(true)
  expect(decideParting({ ...bytes, timeline: MOST_BYTES }).timeline).toBe(false)
  expect(decideParting({ ...bytes, timeline: MOST_BYTES + 1 }).timeline).toBe(true)
})

test('a viewpoint that fits stays whole beside one that does not', () => {
  const bytes = pageBytes(report(50), (number) => (number.startsWith('1-') ? 100_000 : 10))
  expect([...decideParting(bytes).viewpoints]).toEqual(['1'])
})

test('every character counts as the bytes that it takes', () => {
  const entries = (title: string) => contentsOf(report(1, { title }).viewpoints[0] as Report['viewpoints'][0])
  expect(contentsBytes(entries('題名')) - contentsBytes(entries('AB'))).toBe(4)
  const times = (text: string) => timelineBytes(timelineOf(report(1, { body: `- R8～ ${text}` })))
  expect(times('題名') - times('AB')).toBe(2 * 4)
})

test('contents without initiatives keep every heading', async () => {
  const [viewpoint] = reportOf(await frozenYear()).viewpoints
  const entries = headingsOf(viewpoint ? contentsOf(viewpoint) : [])
  expect(entries.map(({ number }) => number)).toEqual(viewpoint?.sections.map(({ number }) => number))
  expect(entries.flatMap(({ children }) => children).map(({ kind }) => kind)).not.toContain('initiative')
})

test('the timelines of the viewpoints hold every entry once', async () => {
  const whole = reportOf(await frozenYear())
  const parts = viewpointTimelinesOf(whole).flatMap(({ entries }) => entries)
  expect(new Set(parts)).toEqual(new Set(timelineOf(whole)))
  expect(parts).toHaveLength(timelineOf(whole).length)
})
