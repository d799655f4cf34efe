import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { textOf } from './text-of.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'

/** The frozen report and a made-up one of the year after, built together. */
let folder = ''
let pages: BuiltPage[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'two-years-'))
  const content = path.join(folder, 'content')
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  writeNextYear(content)
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: path.join(folder, 'dist'), PDF: '0' }
  const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
  expect(built.status, built.stdout + built.stderr).toBe(0)
  pages = readPages(env.OUT_DIR)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Last year's texts without their figures, whose years are last year's, and with a few changes; not the prefecture's words. */
function writeNextYear(content: string): void {
  const year = path.join(content, 'r8')
  cpSync(path.join(content, 'r7'), year, { recursive: true })
  for (const file of ['source.md', 'corrections.yml']) rmSync(path.join(year, file))
  const edit = (file: string, change: (text: string) => string) => {
    const target = path.join(year, file)
    writeFileSync(target, change(readFileSync(target, 'utf8')))
  }
  edit('report.md', (text) => text.replace('year: R7', 'year: R8').replace('2026-02', '2027-02'))
  for (const name of readdirSync(path.join(year, 'initiatives'))) {
    edit(`initiatives/${name}`, (text) => text.replace(/^figures:\n(?: .*\n)+/m, ''))
  }
  edit('initiatives/2-1-4-1.md', (text) => text.replace('R8以降、', ''))
  edit('initiatives/2-2-2-2.md', (text) => text.replace('title: 税務', 'continues: 2-2-2-2\ntitle: 税'))
  edit('initiatives/2-2-2-3.md', (text) => text.replace('title: 人事・給与等', 'title: 人事'))
  const fact = 'figures:\n  - label: 受付\n    unit: 件\n    values: { R8: 5 }\n'
  edit('initiatives/2-3-2.md', (text) => text.replace('---\n\n', `${fact}---\n\n- 相談 15件\n- 受付 5件\n`))
}

function main(url: string) {
  return all('main', pages.find((page) => page.url === url)?.tree ?? { type: 'root', children: [] })[0]
}

test('the timeline marks as 未報告 what was announced for the year and is gone or silent in its report', () => {
  const timeline = main('/r7/timeline/')
  const marked = (timeline ? all('li:has(.unreported)', timeline) : []).map((item) => [
    textOf(all('.when', item)[0]),
    all('a', item)[0]?.properties['href'],
    textOf(all('.unreported', item)[0]),
  ])
  // 2-1-4-1 says no more of it, 2-2-2-3 has another name; 2-2-2-2 has one too and says whose it was.
  expect(marked).toEqual([
    ['R8以降', '/r7/2-1-4-1/#r2', '未報告'],
    ['R8', '/r7/2-2-2-3/#r1', '未報告'],
  ])
})

test('the newest report has nothing unreported', () => {
  const timeline = main('/r8/timeline/')
  expect(timeline && all('.unreported', timeline)).toEqual([])
})

test('a fact stands beside the result that states it, not beside a longer number that ends in it', () => {
  const figures = main('/r8/figures/')
  const row = (figures ? all('tr', figures) : []).find((each) => textOf(each).includes('受付'))
  expect(row && textOf(all('.sentence', row)[0])).toBe('受付 5件')
  expect(row && all('a', row)[0]?.properties['href']).toBe('/r8/2-3-2/#r2')
})
