import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { examplesOf } from '../../src/publish/examples.ts'
import { PUBLISHED } from '../../src/publish/published.ts'
import { TABLES } from '../../src/publish/tables.ts'
import { frozenYear } from '../frozen-report.ts'
import { reportOf } from '../content.ts'
import { readCsv } from '../publish/read-csv.ts'
import { readWord } from '../publish/read-word.ts'
import { textOf } from './text-of.ts'

const dist = inject('dist')
const pages = readPages(dist)
const page = (url: string) => pages.find((each) => each.url === url) as BuiltPage
const bytesOf = (file: string) => readFileSync(path.join(dist, file))

test('the page of the data tells of every file its size and SHA-256, of the printed one neither', () => {
  const items = all('.published-files li', page('/r7/data/').tree)
  expect(items).toHaveLength(PUBLISHED.length)
  for (const [i, { name, make }] of PUBLISHED.entries()) {
    const bytes = bytesOf(`r7/${name}`)
    const said = textOf(items[i])
    expect(all(`a[href="/r7/${name}"]`, items[i] as never), name).toHaveLength(1)
    expect(said, name).toContain('令和8年2月')
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(said.includes(digest), name).toBe(make !== null)
    expect(said.includes(`${bytes.length.toLocaleString('ja')} バイト`), name).toBe(make !== null)
  }
})

test('every column of every table is explained on it', () => {
  const tables = all('.field-table', page('/r7/data/').tree)
  expect(tables).toHaveLength(TABLES.length)
  TABLES.forEach(({ fields }, i) => {
    const said = textOf(tables[i])
    for (const { name, title, codes = {} } of fields) {
      for (const word of [name, title, ...Object.keys(codes), ...Object.values(codes)]) expect(said).toContain(word)
    }
  })
})

test('the report’s page and the page of the data name every file as an alternate', () => {
  for (const url of ['/r7/', '/r7/data/']) {
    const links = all('link[rel=alternate]:not([type*=atom])', page(url).tree).map(({ properties }) => [
      properties['href'],
      properties['type'],
    ])
    expect(links).toEqual(PUBLISHED.map(({ name, mediaType }) => [`/r7/${name}`, mediaType]))
    expect(all('a[href="/r7/data/"], h1', page(url).tree)).not.toEqual([])
  }
})

test('the tables name full addresses where the site has one, and every address is a page', () => {
  for (const { name } of TABLES) {
    for (const { url = '' } of readCsv(bytesOf(`r7/${name}.csv`).toString())) {
      const { origin, pathname, hash } = new URL(url)
      expect(origin).toBe('https://report.example')
      const tree = page(pathname).tree
      if (hash !== '') expect(all(hash, tree), url).toHaveLength(1)
    }
  }
})

test('the joined figures are those of the one year', () => {
  expect(bytesOf('data/figures.csv').equals(bytesOf('r7/figures.csv'))).toBe(true)
})

test('the package and the catalogue tell the checksums of the files as they lie there', () => {
  const digest = (file: string) => createHash('sha256').update(bytesOf(file)).digest('hex')
  const { resources } = JSON.parse(bytesOf('r7/datapackage.json').toString()) as {
    resources: { path: string; bytes: number; hash: string }[]
  }
  for (const { path: name, bytes, hash } of resources) {
    expect(hash, name).toBe(`sha256:${digest(`r7/${name}`)}`)
    expect(bytes, name).toBe(bytesOf(`r7/${name}`).length)
  }
  const catalog = bytesOf('data/catalog.jsonld').toString()
  for (const { name, make } of PUBLISHED) {
    expect(catalog).toContain(`https://report.example/r7/${name}`)
    expect(catalog.includes(digest(`r7/${name}`)), name).toBe(make !== null)
  }
})

test('the Word file holds the 68 initiatives', () => {
  const titles = readWord(bytesOf('r7/report.docx')).filter(({ text }) => /^\d-\d-.* /.test(text))
  expect(titles.filter(({ style }) => style?.startsWith('Heading'))).toHaveLength(68)
})

/** The examples as the page shows them, run in a folder that holds the tables. */
const folder = mkdtempSync(path.join(tmpdir(), 'examples-'))
afterAll(() => rmSync(folder, { recursive: true }))
copyFileSync(path.join(dist, 'r7/figures.csv'), path.join(folder, 'figures.csv'))
const report = reportOf(await frozenYear())
const examples = examplesOf(report, (name) => `https://report.example/r7/${name}`)
const served = (code: string) => code.replaceAll('https://report.example', inject('origin'))

test('the page shows the examples', () => {
  const shown = all('.data-reading pre', page('/r7/data/').tree).map(textOf)
  expect(shown).toEqual(Object.values(examples).map(({ code }) => code))
})

test.for([
  ['python', 'python3', ['example.py'], 'example.py'],
  ['r', 'Rscript', ['example.R'], 'example.R'],
  ['javascript', 'node', ['example.mjs'], 'example.mjs'],
  ['curl', 'sh', ['example.sh'], 'example.sh'],
] as const)('the example in %s prints what the report says', ([language, command, args, file], { skip }) => {
  const tool = language === 'curl' ? 'curl' : command
  if (spawnSync(tool, ['--version']).status !== 0) skip(`${tool} is not installed`)
  writeFileSync(path.join(folder, file), served(examples[language].code))
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const shown = report.initiatives.find(({ figures }) => figures.length > 0)
  const digest = createHash('sha256').update(bytesOf('r7/figures.csv')).digest('hex')
  const expected =
    language === 'curl'
      ? [digest]
      : (shown?.figures.flatMap(({ unit, values }) => [unit, ...Object.values(values)]) ?? [])
  for (const part of expected) expect(stdout).toContain(String(part))
  expect(existsSync(path.join(folder, 'figures.csv'))).toBe(true)
})
