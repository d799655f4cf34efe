import type { Browser as Chromium } from 'playwright-core'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readPages } from '../../src/build/built-pages.ts'
import { launch, visit } from '../site/browser.ts'
import { launchFirefox, open } from './firefox.ts'

/** What readers do, in Firefox; what the site answers must be what it answers in Chromium. */

let firefox: Browser
let chromium: Chromium
beforeAll(async () => {
  ;[firefox, chromium] = await Promise.all([launchFirefox(), launch()])
})
afterAll(() => Promise.all([firefox.close(), chromium.close()]))

const done = (page: Page) => page.waitForSelector('#results[data-state=done]')
/** Goes back to a page, out of the browser's memory or anew: Puppeteer would wait for it to load. */
async function back(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()))
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => ''), { timeout: 20_000 }).toBe(path)
}

const inputOf = (page: Page, selector = 'search-page input[name=q]') =>
  page.$eval(selector, (input) => (input as HTMLInputElement).value)

/** Words, parts of words, numbers, times, slips, and what nothing answers. */
const QUERIES = [
  ...['電子契約', '県', '推進', 'DX', 'dx', 'ＤＸ', 'カスハラ', 'インターンシップ', '協定', '検討', 'AI', 'RPA', 'LAN'],
  ...['2-1-3-1', '2-1', '523件', '8,371億円', '8371', '令和7年4月', 'R7.4', '2025年4月', 'R9', '令和8年度'],
  ...['電子 契約', '研修 DX', '取り組み', '取組み', '電子契役', 'でんしけいやく', '若者の定着', '公共施設の老朽化'],
  ...['検討中のもの', '県の貯金はいくらありますか', '"電子契約"', '火星', 'zzzz', '※', '→', '（予定）', '県庁北5LABO'],
]

/** The numbers that the page's own search finds, for each query; runs in the browser. */
const answersOf = async (queries: string[]) => {
  await customElements.whenDefined('search-page')
  const page = document.querySelector('search-page') as unknown as {
    ask(query: string): Promise<{ items: { number: string }[] }>
  }
  const answers: string[][] = []
  for (const query of queries) answers.push((await page.ask(query)).items.map(({ number }) => number))
  return answers
}

test('searches answer as in Chromium', async () => {
  const page = await open(firefox, '/search/')
  const other = await visit(chromium, '/search/')
  const [here, there] = await Promise.all([page.evaluate(answersOf, QUERIES), other.evaluate(answersOf, QUERIES)])
  expect(here).toEqual(there)
  expect(here.filter((numbers) => numbers.length > 0).length).toBeGreaterThan(20)
  await other.context().close()
  await page.close()
})

test('no page scrolls sideways on a phone or on a desk', async () => {
  const page = await open(firefox, '/')
  const found: string[] = []
  const urls = readPages(inject('dist')).map(({ url }) => url)
  for (const url of urls.filter((url) => !/^\/r7\/\d-/.test(url) || url === '/r7/5-1-1-2/')) {
    await page.goto(inject('origin') + url)
    for (const width of [360, 1280]) {
      await page.setViewport({ width, height: 740 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) found.push(`${url} at ${width} px: ${over} px too wide`)
    }
  }
  expect(found).toEqual([])
  await page.close()
})

test('the dialog opens by / and by the phone’s button, leads on by Enter, and is shut for who comes back', async () => {
  for (const width of [1280, 360]) {
    const page = await open(firefox, '/r7/2-1-3-1/', width)
    await page.waitForSelector('html.ready')
    if (width === 360) await page.click('.site-header .search-box button')
    else await page.keyboard.press('/')
    await page.waitForSelector('dialog[open] input[name=q]')
    await page.keyboard.type('DX')
    await page.waitForSelector('dialog[open] .result-title a')
    await page.keyboard.press('Enter')
    await done(page)
    await back(page, '/r7/2-1-3-1/')
    expect(await page.$('dialog[open]')).toBeNull()
    await page.close()
  }
})

test('who comes back finds the words whose results are shown', async () => {
  const page = await open(firefox, '/search/?q=DX')
  await done(page)
  await page.click('.result-title a')
  await page.waitForSelector('h1 .number')
  await back(page, '/search/')
  await done(page)
  expect(await inputOf(page)).toBe('DX')
  await page.focus('search-page input[name=q]')
  await page.keyboard.press('End')
  await page.keyboard.type('推')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'DX推')
  expect(await inputOf(page)).toBe('DX推')
  await page.close()
})

test.each([
  ['Back', async (page: Page) => void (await page.goto(`${inject('origin')}/about/`), await back(page, '/r7/select/'))],
  ['loading the page again', async (page: Page) => void (await page.reload())],
])('by %s the choice is as it was left', async (_, comeBack) => {
  const page = await open(firefox, '/r7/select/')
  await page.waitForSelector('#keep')
  await page.click('input[value="2-1-3-1"]')
  await page.click('input[value="2-3"]')
  await comeBack(page)
  await page.waitForFunction(() => document.querySelector('#count')?.textContent === '3の取組')
  const states = await page.$$eval('input[value="2-1"], input[value="2-1-3-1"], input[value="2-3-2"]', (boxes) =>
    boxes.map((box) => (box.indeterminate ? 'in part' : box.checked)),
  )
  expect(states).toEqual(['in part', true, true])
  await page.click('.act button')
  await page.waitForSelector('#chosen article')
  expect(await page.$$eval('#chosen article', (articles) => articles.map(({ id }) => id))).toEqual([
    'n2-1-3-1',
    'n2-3-1',
    'n2-3-2',
  ])
  await page.close()
})

test('readings come and go', async () => {
  const page = await open(firefox, '/r7/2-1-3-1/')
  await page.waitForSelector('html.ready')
  await page.click('button.readings')
  await page.waitForSelector('h1 rt')
  await page.click('button.readings')
  await page.waitForFunction(() => !document.querySelector('rt'))
  await page.close()
})

test('a term tells its meaning, a year its full form', async () => {
  const page = await open(firefox, '/r7/2/')
  await page.click('.body button.term')
  await page.waitForSelector('.term-note:popover-open')
  await page.keyboard.press('Escape')
  expect(await page.$('.term-note:popover-open')).toBeNull()
  await page.focus('.body time')
  const tip = await page.$eval('.body time', (time) => [
    getComputedStyle(time, '::after').content,
    time.getAttribute('data-reading'),
  ])
  expect(tip).toEqual([expect.stringMatching(/data-reading|令和/), expect.stringMatching(/^令和\d+年/)])
  await page.close()
})
