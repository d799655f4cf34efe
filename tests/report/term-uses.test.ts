import { expect, test } from 'vitest'
import type { Term } from '../../src/report/glossary.ts'
import { assembleReport } from '../../src/report/report.ts'
import { termUses } from '../../src/report/term-uses.ts'
import { readBody } from '../read-body.ts'

const term = (name: string): Term => ({ term: name, reading: 'よみ', meaning: '意味', spellings: [], reviewed: true })

/** A made-up report of initiatives with these bodies. */
const report = (year: string, bodies: readonly string[]) =>
  assembleReport({
    cover: { title: '試験用', year, published: '2026-02', department: '試験課', body: '' },
    outline: {
      title: '視点',
      viewpoints: [{ number: '1', title: '視点', sections: [{ number: '1-1', title: '項目' }] }],
    },
    initiatives: bodies.map((body, i) => ({
      number: `1-1-${i + 1}`,
      title: i === 0 ? 'RPAの活用' : '取組',
      figures: [],
      body: readBody(body),
    })),
  })

test('each use of a term is told by initiative and result, in all years', () => {
  const reports = [
    report('R8', ['- KPI を見直し']),
    report('R7', ['- 実施', '- KPI の設定\n  - 2つの KPI\n- RPAX の導入', '### 【KPI】\n\n- 実施']),
  ]
  const uses = termUses([term('KPI'), term('RPA'), term('BPR')], reports)
  const told = (name: string) =>
    uses.get(name)?.map(({ report, initiative, resultIds }) => `${report.id} ${initiative.number} ${resultIds.join()}`)
  expect(told('KPI')).toEqual(['r8 1-1-1 r1', 'r7 1-1-2 r1,r1-1', 'r7 1-1-3 '])
  expect(told('RPA')).toEqual(['r8 1-1-1 ', 'r7 1-1-1 '])
  expect(told('BPR')).toBeUndefined()
})
