import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'
import { type Served, serve } from '../../src/build/serve.ts'
import { launch } from './browser.ts'
import { textOf } from './text-of.ts'

vi.setConfig({ hookTimeout: 600_000 })

/** This project as another town has it: its own `src/site.ts`, no content of ours, a report made as docs/adopt.md says. */
let folder = ''
let dist = ''
let browser: Browser
let server: Served

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'town-'))
  dist = path.join(folder, 'dist')
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  const files = stdout
    .split('\0')
    .filter((file) => file !== '' && existsSync(file) && !/^(?:content|tests)\//.test(file))
  for (const file of files) cpSync(file, path.join(folder, file))
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
  edit('src/site.ts', (text) =>
    text
      .replace("organisation: '青森県'", "organisation: '試験町'")
      .replace("subject: '行財政改革'", "subject: 'まちづくり'")
      .replace("name: '行財政改革 取組実績'", "name: '試験町の取組'")
      .replace("{ code: '020001', name: '青森県' }", "{ code: '999999', name: '試験町' }")
      .replace(/placeReadings: \{[^}]*\}/, 'placeReadings: {}'),
  )
  run('import', path.resolve('tests/fixtures/town/document.md'), '--year', 'r7')
  edit('content/r7/initiatives/1-1-1.md', (text) =>
    text.replace(
      '\n---\n\n',
      '\nfigures:\n  - label: 乗合タクシーの利用\n    unit: 人\n    values: { R6: 120, R7: 345 }\n---\n\n',
    ),
  )
  const said = run('build')
  expect(said).toContain('r7 の取組 4 件')
  server = await serve(dist)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

function edit(file: string, change: (text: string) => string): void {
  const target = path.join(folder, file)
  const before = readFileSync(target, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(target, after)
}

function run(script: string, ...args: string[]): string {
  const env = { ...process.env, OUT_DIR: dist, CONTENT_DIR: '', SITE_URL: 'https://town.example', PDF: '1' }
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${script}.ts`, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

test('two viewpoints, sections without subsections, and headings of the town’s own', () => {
  const pages = readPages(dist)
  const page = (url: string) => pages.find((each) => each.url === url)?.tree ?? { type: 'root' as const, children: [] }
  const texts = (selector: string, url: string) => all(selector, page(url)).map((each) => textOf(each).trim())
  expect(texts('h1', '/')[0]).toContain('試験町まちづくり計画')
  expect(texts('#viewpoints', '/')).toEqual(['計画の2つの柱'])
  expect(texts('.viewpoints li a', '/').map((text) => text.replaceAll(/\s+/g, ''))).toEqual([
    '1暮らしを支える',
    '2町を開く',
  ])
  expect(texts('.lead', '/')[0]).toMatch(/試験町がまちづくりで何をしたかを/)
  expect(
    pages
      .map(({ url }) => url)
      .filter((url) => /^\/r7\/\d+-/.test(url))
      .sort(),
  ).toEqual(['/r7/1-1-1/', '/r7/1-1-2/', '/r7/1-2-1/', '/r7/2-1-1/'])
})

test('nothing of ours is on its site', () => {
  const found = spawnSync('grep', ['-rlE', '青森|020001|行財政|総務部', dist], { encoding: 'utf8' }).stdout
  expect(found).toBe('')
})

test('its data, its Word and its PDF are its own', async () => {
  const figures = readFileSync(path.join(dist, 'r7/figures.csv'), 'utf8').trim().split('\r\n').slice(1)
  expect(figures).toEqual([
    '999999,試験町,r7,1-1-1,乗合タクシーの運行,乗合タクシーの利用,value,2024,R6,120,人,https://town.example/r7/1-1-1/',
    '999999,試験町,r7,1-1-1,乗合タクシーの運行,乗合タクシーの利用,value,2025,R7,345,人,https://town.example/r7/1-1-1/',
  ])
  expect(existsSync(path.join(dist, 'r7/report.docx'))).toBe(true)
  const pdf = await PDFDocument.load(readFileSync(path.join(dist, 'r7/report.pdf')))
  expect([pdf.getTitle(), pdf.getAuthor()]).toEqual([expect.stringContaining('試験町まちづくり計画'), '試験町'])
})

test('its search finds its words', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.origin}/search/?q=${encodeURIComponent('配食')}`)
  await page.waitForSelector('#results[data-state=done]')
  expect(
    await page
      .locator('#results li[data-number]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-number'))),
  ).toEqual(['1-2-1'])
})
