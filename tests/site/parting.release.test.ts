import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headingFindings, htmlFindings, openLook, runAxe } from '../../src/build/accessibility.ts'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { textOf } from './text-of.ts'
import { serve } from '../../src/build/serve.ts'
import { MOST_BYTES } from '../../src/parting.ts'
import { launch, visit } from './browser.ts'
import { deadLinks } from './dead-links.ts'
import { writeHeavyContent } from './heavy-content.ts'

/** Runs with `npm run test:release`: the made-up report takes long to build. */
describe('a report whose pages are all too heavy', () => {
  let folder: string
  let dist: string
  let pages: BuiltPage[]
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'heavy-'))
    dist = path.join(folder, 'dist')
    const content = path.join(folder, 'content')
    writeHeavyContent(content)
    const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: dist }
    const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
    expect(built.status, built.stderr).toBe(0)
    expect(built.stdout).toContain('作らなかったもの: 全文を分けた報告書の PDF')
    pages = readPages(dist)
    server = await serve(dist)
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const page = (url: string) => pages.find((candidate) => candidate.url === url) as BuiltPage
  const main = (url: string) => textOf(all('main', page(url).tree)[0])
  /** One of each kind of page that comes with the parts. */
  const kinds = [
    '',
    'all/',
    '1/',
    '1-2/',
    '2/',
    'figures/',
    'figures/2/',
    'timeline/',
    'timeline/2/',
    'select/',
    'select/2/',
  ]
  const open = (url: string): Promise<Page> => visit(browser, url, { baseURL: server.origin })

  test('no page and no table passes the limit', () => {
    const files = readdirSync(path.join(dist, 'r7'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.html') || /select.*\.json$/.test(file),
    )
    expect(files.length).toBeGreaterThan(600)
    expect(files.filter((file) => statSync(path.join(dist, 'r7', file)).size > MOST_BYTES)).toEqual([])
  })

  test('every link and anchor leads somewhere', () => {
    expect(deadLinks(pages, dist, '/')).toEqual([])
  })

  test('titles and descriptions of the parts differ, headings make no jump, and html-validate finds nothing', async () => {
    const parts = kinds.map((kind) => page(`/r7/${kind}`))
    for (const selector of ['head > title', 'meta[name=description]', 'link[rel=canonical]']) {
      const texts = parts.map(({ tree }) => JSON.stringify(all(selector, tree)))
      expect(new Set(texts).size, selector).toBe(kinds.length)
    }
    for (const part of parts) {
      expect(headingFindings(part)).toEqual([])
      if (part.html.length < 200_000) expect(await htmlFindings(part)).toEqual([])
    }
  })

  test('what is parted says so, and nothing promises the text on one page', () => {
    expect(main('/r7/')).toContain('視点、項目、小項目だけを載せています')
    expect(main('/r7/')).toContain('全文を視点ごとに読む')
    expect(main('/')).toContain('全文を視点ごとに読む')
    expect(main('/r7/all/')).toContain('視点ごとのページに分けています')
    expect(main('/r7/all/')).toContain('検査の仕組みを確かめるための文です')
    expect(main('/r7/1/')).toContain('項目ごとのページに分けています')
    expect(main('/r7/figures/')).toMatch(
      /視点ごとのページに分けています.*視点その2\s*120の数値.*視点その5\s*120の数値/s,
    )
    expect(main('/r7/timeline/')).toMatch(/視点その2\s*予定 120 件、実績 0 件/)
    expect(main('/r7/timeline/')).not.toContain('視点その1')
    for (const { url, html } of pages) expect(html, url).not.toContain('1ページで読')
  })

  test('addresses of headings lead to the viewpoint’s page, and the text stands on those of its sections', () => {
    const ids = (url: string) => all('main [id]', page(url).tree).map(({ properties }) => properties['id'])
    expect(ids('/r7/1/')).toEqual(expect.arrayContaining(['s1-2', 's1-2-3']))
    expect(ids('/r7/1-2/')).toEqual(expect.arrayContaining(['s1-2', 's1-2-3', 'n1-2-3-4', 'n1-2-3-4-r1']))
    expect(ids('/r7/2/')).toEqual(expect.arrayContaining(['s2-2', 's2-2-3', 'n2-2-3-4']))
    expect(pages.map(({ url }) => url)).not.toContain('/r7/2-2/')
  })

  test('an initiative leads to the part of the timeline that holds its year', () => {
    const links = all('section[aria-labelledby=relations] a', page('/r7/2-1-1-1/').tree)
    expect(links.map(({ properties }) => properties['href'])).toContain('/r7/timeline/2/#r8')
  })

  test('axe finds nothing on the pages that lead to parts', async () => {
    const looked = await open('/r7/')
    for (const kind of ['all/', '1/', 'select/']) {
      await openLook(looked, { url: `/r7/${kind}` })
      expect((await runAxe(looked)).violations).toEqual([])
    }
    await looked.context().close()
  })

  test('a choice is shown out of the pages that hold it, and of no others', async () => {
    const choosing = await open('/r7/all/')
    const asked: string[] = []
    choosing.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await choosing.goto('/r7/select/?n=1-1-1-1,1-3-2,2-1-1-1&n=9-9')
    await choosing.getByText('7の取組を表示しています').waitFor()
    expect(asked.filter((url) => url.endsWith('/')).sort()).toEqual(['/r7/1-1/', '/r7/1-3/', '/r7/2/', '/r7/select/'])
    const chosen = await choosing.locator('#chosen article').evaluateAll((found) => found.map(({ id }) => id))
    expect(chosen).toEqual(['n1-1-1-1', ...[1, 2, 3, 4, 5].map((order) => `n1-3-2-${order}`), 'n2-1-1-1'])
    const headings = await choosing
      .locator('#chosen :is(h1, h2, h3, h4)')
      .evaluateAll((found) => found.map(({ tagName, textContent }) => `${tagName} ${textContent}`))
    expect(headings).toEqual([
      'H2 1 視点その1',
      'H3 (1) 項目 1-1',
      'H4 ① 小項目 1-1-1',
      'H3 (3) 項目 1-3',
      'H4 ② 小項目 1-3-2',
      'H2 2 視点その2',
      'H3 (1) 項目 2-1',
      'H4 ① 小項目 2-1-1',
    ])
    const [file] = await Promise.all([
      choosing.waitForEvent('download'),
      choosing.getByRole('button', { name: '数値の表' }).click(),
    ])
    const table = readFileSync(await file.path(), 'utf8').split('\r\n')
    expect(table.map((line) => line.split(',')[0])).toEqual(['\uFEFF番号', '2-1-1-1', '2-1-1-1', ''])
    await choosing.context().close()
  })

  test('single initiatives of a viewpoint are chosen where it is opened, beside headings of the others', async () => {
    const choosing = await open('/r7/select/?n=2-1-1-1')
    await choosing.locator('#chosen article').waitFor()
    await choosing.locator('summary', { hasText: '取組を選ぶ' }).click()
    await choosing.getByRole('link', { name: '視点2の取組を1つずつ選ぶ' }).click()
    const box = (value: string) => choosing.locator(`input[value="${value}"]`)
    expect(await box('2-1-1-1').isChecked()).toBe(true)
    await box('2-1-1-1').uncheck()
    await box('2-1-1-2').check()
    await box('1-2-3').check()
    expect(await choosing.locator('#count').innerText()).toBe('6の取組')
    expect(await box('1-2').evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true)
    await choosing.getByRole('button', { name: '選んだ取組を表示' }).click()
    await choosing.getByText('6の取組を表示しています').waitFor()
    expect(new URL(choosing.url()).search).toBe('?n=1-2-3,2-1-1-2')
    await choosing.context().close()
  })

  test('without scripts a part of the form is a link to the choice', async () => {
    const choosing = await visit(browser, '/r7/select/', { baseURL: server.origin, javaScriptEnabled: false })
    await choosing.getByRole('link', { name: '視点2の取組を1つずつ選ぶ' }).click()
    await choosing.locator('input[value="2-1-1-2"]').check()
    await choosing.getByRole('button', { name: '選んだ取組を表示' }).click()
    expect(new URL(choosing.url()).href).toBe(`${server.origin}/r7/select/?n=2-1-1-2`)
    await choosing.context().close()
  })
})
