import { expect, test } from 'vitest'
import { isUnreported } from '../../src/compare/unreported.ts'
import { readBody } from '../read-body.ts'
import { type Report, assembleReport } from '../../src/report/report.ts'
import { timelineOf } from '../../src/report/timeline.ts'

/** A made-up report of one section, only for these tests. */
function report(
  year: string,
  initiatives: { title: string; body: string; continues?: string; number?: string }[],
  section = '項目',
): Report {
  return assembleReport({
    cover: { title: `試験用 ${year}`, year, published: '2026-02', department: '試験課', body: '' },
    outline: {
      title: '視点',
      viewpoints: [
        {
          number: '1',
          title: '視点',
          sections: [
            { number: '1-1', title: section },
            { number: '1-2', title: 'ほかの項目' },
          ],
        },
      ],
    },
    initiatives: initiatives.map(({ body, ...rest }, i) => {
      return { number: `1-1-${i + 1}`, ...rest, figures: [], body: readBody(body) }
    }),
  })
}

const r7 = report('R7', [
  { title: '税務システムの再構築', body: '- R8～運用開始' },
  { title: '道路の整備', body: '- 工事（R9完成予定）' },
  { title: '庁舎の整備', body: '- R8着工' },
])
const unreported = (...later: Report[]) =>
  timelineOf(r7)
    .filter((entry) => isUnreported(entry, r7, later))
    .map(({ initiative }) => initiative.title)

test('what the next report takes up, or what is not yet due, is not unreported', () => {
  const r8 = report('R8', [
    { title: '税務システムの再構築', body: '- R8～運用開始' },
    { title: '道路の整備', body: '- 工事中' },
    { title: '庁舎の整備', body: '- R8.6 着工' },
  ])
  expect(unreported(r8)).toEqual([])
})

test('silence on a year that has come is unreported, and so is an initiative that is gone', () => {
  const r8 = report('R8', [{ title: '税務システムの再構築', body: '- 利用の促進' }])
  expect(unreported(r8)).toEqual(['税務システムの再構築', '庁舎の整備'])
  expect(unreported(report('R9', []))).toHaveLength(3)
})

test('a number that the year before has not goes on from nothing; the check refuses it', () => {
  const r8 = report('R8', [
    { title: '税務システムの再構築', continues: '1-1-9', body: '- R8～運用開始' },
    { title: '庁舎の整備', body: '- R8着工' },
  ])
  expect(unreported(r8)).toEqual(['税務システムの再構築'])
})

test('what an earlier of two later reports takes up is reported', () => {
  const r8 = report('R8', [{ title: '庁舎の整備', body: '- R8着工' }])
  const r9 = report('R9', [{ title: '庁舎の整備', body: '- 完成' }])
  expect(unreported(r8, r9)).toEqual(['税務システムの再構築', '道路の整備'])
})

test('a section that is renamed is the same place; in another section only staff can tell, and nothing is said', () => {
  const r8 = (outline: string, number: string) =>
    report(
      'R8',
      [
        { title: '庁舎の整備', body: '- R8着工', number },
        { title: '税務システムの再構築', body: '- R8～', number: '1-1-1' },
      ],
      outline,
    )
  expect(unreported(r8('別の名前', '1-1-2'))).toEqual([])
  expect(unreported(r8('項目', '1-2-1'))).toEqual([])
})

test('a renamed initiative is found by the number that it continues', () => {
  const r8 = report('R8', [
    { title: '税の新システム', continues: '1-1-1', body: '- R8～運用' },
    { title: '庁舎の整備', body: '- R8着工' },
  ])
  expect(unreported(r8)).toEqual([])
})
