import { expect, test } from 'vitest'
import { figuresTable, resultsTable } from '../../src/publish/csv.ts'
import type { OpenData, PublishedInitiative } from '../../src/publish/open-data.ts'

/** A fixture: an initiative that no report has, with everything that a table could break on. */
const initiative: PublishedInitiative = {
  number: '2-1-1-1',
  title: '=HYPERLINK("x")',
  viewpoint: { number: '2', title: '視点, 二' },
  section: { number: '2-1', title: '項目' },
  subsection: null,
  url: 'https://x.example/r7/2-1-1-1/',
  results: [
    {
      id: 'r1',
      text: '一行目\n（R5:127件→R6:336件）',
      group: '【道路関係】',
      children: [{ id: 'r1-1', text: '"引用"', relistedFrom: '1-1-1-1' }],
    },
    { id: 'r2', text: '-5度' },
  ],
  notes: ['※の注'],
  figures: [{ label: '残高', unit: '億円', values: { R7: 8371.5, R6: -3 }, changes: { R7: -452 } }],
  errata: [],
}

const data: OpenData = {
  report: { id: 'r7', year: 'R7', title: '', published: '', department: '', url: '/r7/' },
  initiatives: [initiative, { ...initiative, number: '2-1-1-2', results: [], notes: [], figures: [] }],
}

test('results: a line each with its place, quoted, in CRLF, formulas disarmed', () => {
  const { header, lines } = resultsTable(data)
  expect(header).toBe('\uFEFF番号,視点,項目,小項目,取組,実績の番号,見出し,実績,再掲の元,アドレス\r\n')
  const place = `2-1-1-1,"視点, 二",項目,,"'=HYPERLINK(""x"")"`
  const address = 'https://x.example/r7/2-1-1-1/'
  expect(lines['2-1-1-1']).toBe(
    [
      `${place},r1,【道路関係】,"一行目\n（R5:127件→R6:336件）",,${address}#r1\r\n`,
      `${place},r1-1,,"""引用""",1-1-1-1,${address}#r1-1\r\n`,
      `${place},r2,,'-5度,,${address}#r2\r\n`,
      `${place},注,,※の注,,${address}\r\n`,
    ].join(''),
  )
  expect(lines['2-1-1-2']).toBe('')
})

test('figures: a line each value, by year, negative numbers as numbers', () => {
  const { header, lines } = figuresTable(data)
  expect(header).toBe('\uFEFF番号,取組,数値,単位,年度,年度（西暦）,値,対前年度比,アドレス\r\n')
  const place = `2-1-1-1,"'=HYPERLINK(""x"")",残高,億円`
  expect(lines['2-1-1-1']).toBe(
    [
      `${place},R6,2024,-3,,https://x.example/r7/2-1-1-1/\r\n`,
      `${place},R7,2025,8371.5,-452,https://x.example/r7/2-1-1-1/\r\n`,
    ].join(''),
  )
})
