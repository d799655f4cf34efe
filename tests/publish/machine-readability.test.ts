import { expect, test } from 'vitest'
import { csvOf } from '../../src/publish/csv.ts'
import { PUBLISHED } from '../../src/publish/published.ts'
import { TABLES } from '../../src/publish/tables.ts'
import { csvOfFrozen, origin } from './frozen-data.ts'
import { readCsv } from './read-csv.ts'

/**
 * The Digital Agency's rules of machine-readable data (repository digital-go-jp/machine_readability_rule, file
 * machine-readability-rules.csv, 2026-03-31), each by its id, on every published table of the frozen report.
 */

const tables = TABLES.map((table) => {
  const text = csvOfFrozen(table)
  return { table, text, lines: text.replace(/\r\n$/, '').split('\r\n'), rows: readCsv(text) }
})

const [initiatives, results, figures] = tables as [Read, Read, Read]
type Read = (typeof tables)[number]

/** `rule(id, what holds)` of every table. */
function rule(id: string, says: string, holds: (read: Read) => void) {
  test.each(tables.map((read) => [read.table.name, read] as const))(`${id}: %s: ${says}`, (_, read) => holds(read))
}

rule('L1-01', 'a program reads it directly', ({ table, rows }) => {
  expect(PUBLISHED.find((file) => file.table === table)?.mediaType).toBe('text/csv')
  expect(rows.length).toBeGreaterThan(0)
})
rule('L1-02', 'a file holds one table: every line has as many cells as the header', ({ table, rows }) => {
  for (const row of rows) expect(Object.keys(row)).toEqual(table.fields.map(({ name }) => name))
})
rule('L1-03', 'no empty line or column parts it', ({ table, lines, rows }) => {
  expect(lines.filter((line) => /^,*$/.test(line))).toEqual([])
  for (const { name } of table.fields) {
    expect(
      rows.some((row) => row[name] !== ''),
      name,
    ).toBe(true)
  }
})
rule('L1-04', 'nothing stands beside the table', ({ table, lines }) => {
  expect(lines[0]).toBe(`\uFEFF${table.fields.map(({ name }) => name).join(',')}`)
  expect(lines.at(-1)).not.toBe('')
})
rule('L1-05', 'every column has a name, and the name a meaning', ({ table }) => {
  for (const { name, title, description } of table.fields) {
    expect(name).toMatch(/^[a-z_]+$/)
    expect(title && description, name).toBeTruthy()
  }
})
rule('L1-06', 'no space or line break shapes a cell', ({ rows }) => {
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).toBe(cell.trim().replaceAll('\n', ''))
})
rule('L1-07', 'a cell holds one value: a line of text, a number, a name', ({ table, rows }) => {
  for (const { name, type } of table.fields.filter((field) => field.type !== 'string')) {
    for (const row of rows) expect(row[name], `${name} ${type}`).toMatch(/^-?\d+(?:\.\d+)?$/)
  }
})
rule('L1-08', 'names of columns and codes are plain ASCII; only the report’s own words are more', ({ table }) => {
  for (const { name, codes = {} } of table.fields) expect([name, ...Object.keys(codes)].join('')).toMatch(/^[a-z_]+$/)
})
rule('L1-09', 'an empty cell is never a number, and the dictionary says what it means', ({ table, rows }) => {
  for (const { name, type, blank } of table.fields) {
    if (type !== 'string') expect(blank, name).toBeNull()
    if (rows.some((row) => row[name] === '')) expect(blank, name).not.toBeNull()
  }
})
for (const id of ['L1-10', 'L1-11', 'L1-12', 'L1-13', 'L2-06']) {
  test(`${id}: no table is an Excel file, whose objects, formats, merged or hidden cells and formulas it is about`, () => {
    expect(
      PUBLISHED.filter(({ name, mediaType }) => /excel|spreadsheet/.test(mediaType) || /\.xls/.test(name)),
    ).toEqual([])
  })
}
rule('L1-14', 'a record is one line', ({ lines, rows, text }) => {
  expect(lines).toHaveLength(rows.length + 1)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})
rule('L1-15', 'a cell with a comma is quoted', ({ lines, table }) => {
  for (const line of lines) {
    expect(line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',')).toHaveLength(table.fields.length)
  }
})
test('L2-01: figures: a value is a number alone, its unit stands beside it', () => {
  for (const { value, unit } of figures.rows) {
    expect(value).toMatch(/^-?\d+(?:\.\d+)?$/)
    expect(unit).not.toBe('')
  }
})
rule('L2-02', 'nothing is left out because the line above says it', ({ table, rows }) => {
  for (const { name } of table.fields.filter(({ blank }) => blank === null)) {
    for (const row of rows) expect(row[name], name).not.toBe('')
  }
})
rule('L2-03', 'every column has a name of its own, and every row a key', ({ table, rows }) => {
  expect(new Set(table.fields.map(({ name }) => name)).size).toBe(table.fields.length)
  expect(new Set(rows.map((row) => table.key.map((name) => row[name]).join(' '))).size).toBe(rows.length)
})
rule('L2-04', 'a choice is one of the codes', ({ table, rows }) => {
  for (const { name, codes } of table.fields) {
    if (codes) for (const row of rows) expect(Object.keys(codes)).toContain(row[name])
  }
})
rule('L2-05', 'no choice is “other” with a text of its own', ({ table }) => {
  for (const { codes = {} } of table.fields) expect(Object.values(codes).join('')).not.toContain('その他')
})
rule('L3-01', 'the first line names the columns, the second is data', ({ lines }) => {
  expect(lines[0]).toMatch(/^\uFEFFarea_code,/)
  expect(lines[1]).toMatch(/^020001,/)
})
rule('L3-02', 'every code is explained', ({ table }) => {
  for (const { codes = {} } of table.fields) expect(Object.values(codes)).not.toContain('')
  expect(results.table.fields.find(({ name }) => name === 'type')?.codes).toBeDefined()
  expect(figures.table.fields.find(({ name }) => name === 'measure')?.codes).toBeDefined()
})
test('L3-03: no mark stands where a number is expected', () => {
  for (const { fiscal_year, value } of figures.rows) expect(`${fiscal_year}${value}`).toMatch(/^[-\d.]+$/)
})
test('L3-04: every value has its unit', () => {
  expect(figures.rows.filter(({ unit }) => unit === '')).toEqual([])
})
test('L3-05: a year stands in the common era and beside it as the report has it', () => {
  for (const { fiscal_year, fiscal_year_label } of figures.rows) {
    expect(Number(fiscal_year) - 2018).toBe(Number(fiscal_year_label?.replace(/^R/, '')))
  }
})
rule('L3-06', 'the area stands in every row, as code and name', ({ rows }) => {
  for (const row of rows) expect([row['area_code'], row['area_name']]).toEqual(['020001', '青森県'])
})
rule('L3-07', 'a year without a value has the same columns as any other', ({ table, lines }) => {
  const header = csvOf(table, [], { ...origin, report: 'r8' }).replace(/\r\n$/, '')
  expect(header).toBe(lines[0])
})
rule('L3-08', 'the encoding begins with its mark, and names are of ASCII', ({ text, table }) => {
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(table.fields.map(({ name }) => name).join('')).toMatch(/^[a-z_]+$/)
})
test('L3-09: figures are long: a year is a row and no column', () => {
  expect(figures.table.fields.filter(({ name }) => /\d/.test(name))).toEqual([])
  expect(initiatives.rows).toHaveLength(68)
})
