import { expect, test } from 'vitest'
import { sameInitiatives } from '../../src/build/same-initiatives.ts'
import { assembleReport } from '../../src/report/report.ts'
import { readBody } from '../read-body.ts'

/** A made-up report of initiatives, `number title [continues]` each. */
const report = (year: string, initiatives: [number: string, title: string, continues?: string][]) =>
  assembleReport({
    cover: { title: '試験用', year, department: '試験課', body: '' },
    outline: {
      title: '視点',
      viewpoints: [
        { number: '1', title: '視点', sections: ['1-1', '1-2'].map((number) => ({ number, title: `項目${number}` })) },
      ],
    },
    initiatives: initiatives.map(([number, title, continues]) => {
      return { number, title, figures: [], body: readBody('- 実施'), ...(continues && { continues }) }
    }),
  })

test('each initiative is told by its place in the newest report that has it', () => {
  const reports = [
    report('R8', [
      ['1-1-1', '甲'],
      ['1-2-1', '新しい名の丙', '1-1-2'],
    ]),
    report('R7', [
      ['1-1-1', '甲'],
      ['1-1-2', '丙'],
      ['1-1-3', '丁'],
    ]),
    report('R6', [
      ['1-1-1', '丙'],
      ['1-1-2', '丁'],
    ]),
  ]
  expect(sameInitiatives(reports)).toEqual([0, 1, 0, 1, 4, 1, 4])
})

test('of a single report there is nothing to tell', () => {
  expect(sameInitiatives([report('R8', [['1-1-1', '甲']])])).toBeNull()
})
