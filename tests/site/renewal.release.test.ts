import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Served, serve } from '../../src/build/serve.ts'
import { SMALL_CONTENT, run } from '../build/commands.ts'
import { launch } from './browser.ts'

/** New versions go out while somebody has the pages of an older one open. */

// Every version is a whole build.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'renewal-'))
const content = path.join(folder, 'content')
const out = path.join(folder, 'dist')
const live = path.join(folder, 'live')
const file = path.join(content, 'r7/initiatives/1-1-1-1.md')
let text: string
let browser: Browser
let site: Served

/** The first initiative gets one more line, which tells the version. Words of a fixture, not of the prefecture. */
function build(version: string): void {
  writeFileSync(file, `${text}- 試験の第${version}版\n`)
  const { status, output } = run('build', { OUT_DIR: out, CONTENT_DIR: content })
  expect(status, output).toBe(0)
}

/** Puts what was built last in the place of what is served. */
function deploy(): void {
  cpSync(out, `${live}.next`, { recursive: true })
  rmSync(live, { recursive: true, force: true })
  renameSync(`${live}.next`, live)
}

function publish(version: string): void {
  build(version)
  deploy()
}

beforeAll(async () => {
  cpSync(SMALL_CONTENT, content, { recursive: true })
  text = readFileSync(file, 'utf8')
  publish('一')
  site = await serve(live)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(folder, { recursive: true })
})

async function open(url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(site.home + url)
  await page.waitForSelector('.ready')
  return page
}

async function search(page: Page, query: string): Promise<{ state: string; lines: string[] }> {
  await page.locator('#q').fill(query)
  await page.waitForFunction(
    (asked) =>
      new URLSearchParams(location.search).get('q') === asked &&
      /done|failed/.test(document.querySelector<HTMLElement>('#results')?.dataset['state'] ?? ''),
    query,
  )
  const state = await page.locator('#results').getAttribute('data-state')
  return { state: state ?? '', lines: await page.locator('#results .result-lines').allInnerTexts() }
}

test('pages of the last two versions finish their searches with their own index, older ones say that there is a new one', async () => {
  const [unused, used, dialog] = await Promise.all([open('search/'), open('search/'), open('r7/')])
  expect((await search(used, '第一版')).lines.join()).toContain('第一版')

  publish('二')
  const second = await open('search/')
  for (const page of [unused, used]) {
    // What each finds is of its own version alone, whether it had begun to load the index or not.
    expect((await search(page, '第二版')).lines).toEqual([])
    expect((await search(page, '試験の第')).lines.join()).toMatch(/第一版/)
  }
  expect((await search(second, '試験の第')).lines.join()).toMatch(/第二版/)
  await dialog.keyboard.press('/')
  await dialog.locator('dialog input[name="q"]').fill('試験の第')
  await dialog.locator('dialog .result-lines', { hasText: '第一版' }).waitFor()

  publish('三')
  expect(readdirSync(path.join(out, 'pagefind'))).toHaveLength(3)
  const late = await open('search/')
  expect((await search(unused, '試験')).lines.join()).toMatch(/第一版/)

  publish('四')
  publish('五')
  publish('六')
  expect(readdirSync(path.join(out, 'pagefind'))).toHaveLength(3)
  // It has nothing of its index yet, and its program has gone too.
  expect(await search(late, '試験の第')).toEqual({ state: 'failed', lines: [] })
  await late.getByText('報告書が新しくなりました').waitFor()
  await late.getByRole('button', { name: '新しい報告書を読み込む' }).click()
  await late.waitForSelector('#results[data-state="done"]', { state: 'attached' })
  expect((await late.locator('#results .result-lines').allInnerTexts()).join()).toMatch(/第六版/)
  // What had all of it goes on with it.
  expect((await search(used, '試験の第')).lines.join()).toMatch(/第一版/)
})

test('a search that is under way while another version comes is answered from one of them', async () => {
  publish('七')
  const page = await open('search/')
  build('八')
  let deployed = false
  await page.route(/initiatives\/\d+\.json/, async (route) => {
    // The catalogue has come; now the site is replaced, then the texts are asked for.
    if (!deployed) deploy()
    deployed = true
    await route.continue()
  })
  const { state, lines } = await search(page, '試験の第')
  expect(deployed).toBe(true)
  expect(state).toBe('done')
  expect(lines.join()).toMatch(/第七版/)
  expect(lines.join()).not.toMatch(/第八版/)
})
