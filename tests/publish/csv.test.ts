import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/publish/csv.ts'
import type { PublishedInitiative } from '../../src/publish/open-data.ts'
import { FIGURES, INITIATIVES, RESULTS } from '../../src/publish/tables.ts'
import { flatResults } from '../../src/report/body.ts'
import { csvOfFrozen, data, origin } from './frozen-data.ts'
import { readCsv } from './read-csv.ts'

/** A fixture: an initiative that no report has, with everything that a table could break on. */
const initiative: PublishedInitiative = {
  number: '2-3-1',
  title: '=HYPERLINK("x")',
  viewpoint: { number: '2', title: '視点, 二' },
  section: { number: '2-3', title: '項目' },
  subsection: null,
  url: '/r7/2-3-1/',
  results: [
    {
      id: 'r1',
      text: '一行目\n（R5:127件→R6:336件）',
      group: '【道路関係】',
      children: [{ id: 'r1-1', text: '"引用"', relistedFrom: '1-1-1-1' }],
    },
    { id: 'r2', text: '-5度', group: '【道路関係】' },
    { id: 'r3', text: '終わり', group: '【河川関係】' },
  ],
  notes: ['※の注\n続き'],
  figures: [{ label: '残高', unit: '億円', values: { R7: 8371.5, R6: -3 }, changes: { R7: -452, R5: 0 } }],
  errata: [],
}

const FIRST = '020001,青森県,r7,2-3-1'
const TITLE = `"'=HYPERLINK(""x"")"`
const URL = 'https://report.example/r7/2-3-1/'

test('initiatives: a line each, with its place; a section without subsections leaves two cells empty', () => {
  expect(csvOf(INITIATIVES, [initiative], origin).split('\r\n')).toEqual([
    '\uFEFFarea_code,area_name,report,number,viewpoint_number,viewpoint_title,section_number,section_title,subsection_number,subsection_title,title,results,url',
    `${FIRST},2,"視点, 二",2-3,項目,,,${TITLE},4,${URL}`,
    '',
  ])
})

test('results: a line of text each, counted; groups before their results, notes last; formulas disarmed', () => {
  expect(csvOf(RESULTS, [initiative], origin).split('\r\n')).toEqual([
    '\uFEFFarea_code,area_name,report,number,title,result_id,line,type,text,relisted_from,url',
    `${FIRST},${TITLE},g1,1,group,【道路関係】,,${URL}`,
    `${FIRST},${TITLE},r1,1,result,一行目,,${URL}#r1`,
    `${FIRST},${TITLE},r1,2,result,（R5:127件→R6:336件）,,${URL}#r1`,
    `${FIRST},${TITLE},r1-1,1,result,"""引用""",1-1-1-1,${URL}#r1-1`,
    `${FIRST},${TITLE},r2,1,result,'-5度,,${URL}#r2`,
    `${FIRST},${TITLE},g2,1,group,【河川関係】,,${URL}`,
    `${FIRST},${TITLE},r3,1,result,終わり,,${URL}#r3`,
    `${FIRST},${TITLE},n1,1,note,※の注,,${URL}`,
    `${FIRST},${TITLE},n1,2,note,続き,,${URL}`,
    '',
  ])
})

test('figures: a line each value and each change, by year; negative numbers and 0 are numbers', () => {
  const place = `${FIRST},${TITLE},残高`
  expect(csvOf(FIGURES, [initiative], origin).split('\r\n')).toEqual([
    '\uFEFFarea_code,area_name,report,number,title,label,measure,fiscal_year,fiscal_year_label,value,unit,url',
    `${place},change,2023,R5,0,億円,${URL}`,
    `${place},value,2024,R6,-3,億円,${URL}`,
    `${place},value,2025,R7,8371.5,億円,${URL}`,
    `${place},change,2025,R7,-452,億円,${URL}`,
    '',
  ])
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x'])(
  'the text %j begins with an apostrophe',
  (text) => {
    const csv = csvOf(RESULTS, [{ ...initiative, results: [{ id: 'r1', text }], notes: [] }], origin)
    expect(csv).toContain(`,result,'${text},`)
  },
)

test('nothing that is chosen is a table of its header alone', () => {
  expect(csvOf(FIGURES, [], origin).split('\r\n')).toHaveLength(2)
})

test('read again, the frozen report’s results, notes and groups are there verbatim', () => {
  const rows = readCsv(csvOfFrozen(RESULTS))
  const texts = Map.groupBy(rows, ({ number, result_id }) => `${number} ${result_id}`)
  const textOf = (key: string) =>
    texts
      .get(key)
      ?.map(({ text }) => text)
      .join('\n')
  for (const { number, results, notes } of data.initiatives) {
    for (const { id, text } of flatResults(results)) expect(textOf(`${number} ${id}`), `${number} ${id}`).toBe(text)
    notes.forEach((note, i) => expect(textOf(`${number} n${i + 1}`)).toBe(note))
    const groups = new Set(results.flatMap(({ group }) => group ?? []))
    expect(rows.filter((row) => row['number'] === number && row['type'] === 'group').map(({ text }) => text)).toEqual([
      ...groups,
    ])
  }
  expect(data.initiatives.length).toBe(68)
})

test('read again, the frozen report’s figures are those of its files', () => {
  const rows = readCsv(csvOfFrozen(FIGURES))
  const again = new Map(
    rows.map((row) => [
      [row['number'], row['label'], row['measure'], row['fiscal_year_label']].join(' '),
      `${row['value']} ${row['unit']}`,
    ]),
  )
  const expected = data.initiatives.flatMap(({ number, figures }) =>
    figures.flatMap(({ label, unit, values, changes = {} }) => [
      ...Object.entries(values).map(
        ([year, value]) => [`${number} ${label} value ${year}`, `${value} ${unit}`] as const,
      ),
      ...Object.entries(changes).map(
        ([year, value]) => [`${number} ${label} change ${year}`, `${value} ${unit}`] as const,
      ),
    ]),
  )
  expect(again).toEqual(new Map(expected))
  expect(rows).toHaveLength(expected.length)
})

test('read again, the frozen report’s initiatives are there in order with their places', () => {
  expect(
    readCsv(csvOfFrozen(INITIATIVES)).map((row) => [row['number'], row['title'], row['subsection_title']]),
  ).toEqual(data.initiatives.map(({ number, title, subsection }) => [number, title, subsection?.title ?? '']))
})

test('whatever a text holds, a reader has it again, a row for each of its lines', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '-', '=', '\t', ';', ' ', '～', '①', '一', '1') })
  fc.assert(
    fc.property(text, (said) => {
      const csv = csvOf(RESULTS, [{ ...initiative, results: [{ id: 'r1', text: said }], notes: [] }], origin)
      expect(readCsv(csv).map((row) => row['text'])).toEqual(said.split('\n'))
      expect(csv.split('\n')).toHaveLength(said.split('\n').length + 2)
    }),
  )
})
