import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readPages } from '../../src/build/built-pages.ts'
import { launch, visit } from './browser.ts'

/** What a reader sees before they scroll, on a phone of 360 × 740 and on wide screens. */

let browser: Browser
let phone: Page
beforeAll(async () => {
  browser = await launch()
  phone = await visit(browser, '/', { hasTouch: true, isMobile: true })
})
afterAll(() => browser.close())

const urls = readPages(inject('dist')).map(({ url }) => url)

/** How far below the top of the page the first of these that shows begins, in pixels. */
const topOf = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const first = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility())
    return first ? first.getBoundingClientRect().top + scrollY : null
  }, selector)

/** The first real content of each kind of page, and how far down it may begin. */
const BARS: [kind: string, pages: RegExp, content: string, most: number][] = [
  ['an initiative', /^\/r7\/\d-\d/, 'main .body', 300],
  ['a viewpoint', /^\/r7\/\d\/$/, 'main .body', 420],
  ['the timeline', /^\/r7\/timeline\/$/, '.timeline-year li', 420],
  ['the figures', /^\/r7\/figures\/$/, '.figure-chart', 420],
  ['the contents', /^\/r7\/$/, '.toc', 520],
  ['the whole text', /^\/r7\/all\/$/, 'main .body', 520],
]

test.each(BARS)('on a phone %s begins to tell soon', async (_, pages, content, most) => {
  const found = urls.filter((url) => pages.test(url))
  expect(found).not.toEqual([])
  for (const url of found) {
    await phone.goto(url)
    const top = await topOf(phone, content)
    expect(top, url).not.toBeNull()
    expect(top, url).toBeLessThanOrEqual(most)
  }
})

/** One page of each kind. */
const KINDS = [
  '/',
  '/r7/',
  '/r7/1/',
  '/r7/5-1-1-2/',
  '/r7/all/',
  '/r7/figures/',
  '/r7/timeline/',
  '/r7/select/',
  '/search/',
  '/glossary/',
  '/about/',
  '/accessibility/',
  '/404.html',
]

test('on a phone the header takes at most 96 px, the way up one line, and what fingers press is 44 px high', async () => {
  for (const url of KINDS) {
    await phone.goto(url)
    await phone.locator('html.ready').waitFor()
    const heights = (selector: string) =>
      phone
        .locator(selector)
        .evaluateAll((elements) =>
          elements
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .map(
              (element) => [element.textContent.trim(), Math.round(element.getBoundingClientRect().height)] as const,
            ),
        )
    for (const [, height] of await heights('.site-header')) expect(height, url).toBeLessThanOrEqual(96)
    for (const [, height] of await heights('.way')) expect(height, url).toBe(44)
    const pressed = await heights(
      '.site-header a, .way a, nav[aria-label=五十音] a, .pagination a, .turner a, footer a, summary, button:not(.term), input[type=search]',
    )
    expect(pressed.filter(([, height]) => height < 44)).toEqual([])
    const listed = await heights('.toc a, .coming a, .timeline-year a, .own-page, .jumps a, .select-list label')
    expect(listed.filter(([, height]) => height < 24)).toEqual([])
  }
}, 180_000)

test('on a phone the header’s search opens the dialog at once, ready to type', async () => {
  for (const url of ['/r7/', '/r7/2-1-3-1/']) {
    await phone.goto(url)
    await phone.locator('html.ready').waitFor()
    await phone.locator('.site-header').getByRole('button', { name: '検索' }).tap()
    await phone.locator('dialog.search-dialog[open]').waitFor()
    expect(await phone.evaluate(() => document.activeElement?.matches('dialog input[name=q]')), url).toBe(true)
  }
})

test('without scripts the header’s search leads to the search', async () => {
  const page = await visit(browser, '/r7/', { javaScriptEnabled: false })
  await page.locator('.site-header').getByRole('button', { name: '検索' }).click()
  expect(new URL(page.url()).pathname).toBe('/search/')
  await page.context().close()
})

test('取りまとめの趣旨 unfolds, and is printed without that', async () => {
  await phone.goto('/r7/')
  const prose = phone.getByText('の着実な推進を図るため')
  expect(await prose.isVisible()).toBe(false)
  await phone.getByRole('heading', { name: '取りまとめの趣旨' }).click()
  expect(await prose.isVisible()).toBe(true)
  await phone.reload()
  await phone.emulateMedia({ media: 'print' })
  expect((await prose.boundingBox())?.height).toBeGreaterThan(20)
  await phone.emulateMedia({ media: null })
})

test('on a wide screen charts stand three across, contents and boxes in columns, and open filters beside the results', async () => {
  const page = await visit(browser, '/', { viewport: { width: 1280, height: 900 } })
  const across = (selector: string) =>
    page.locator(selector).evaluateAll((all) => new Set(all.map((each) => each.getBoundingClientRect().left)).size)
  expect(await across('.charts > li')).toBe(3)
  await page.goto('/r7/figures/')
  expect(await across('.viewpoint-figures .figure-chart')).toBe(3)
  await page.goto('/r7/')
  expect(await across('.contents .viewpoints > section')).toBeGreaterThanOrEqual(2)
  await page.goto('/r7/select/')
  expect(await across('.select-viewpoint > legend')).toBeGreaterThanOrEqual(2)
  await page.goto('/search/?q=県')
  await page.locator('#results[data-state=done]').waitFor()
  const [filters, results] = await Promise.all(
    ['.filter-list', '#results'].map((part) => page.locator(part).boundingBox()),
  )
  expect(filters?.x).toBeGreaterThan((results?.x ?? 0) + (results?.width ?? 0))
  await page.context().close()
})

test('at 1920 px nothing to read is wider than a good measure', async () => {
  const page = await visit(browser, '/', { viewport: { width: 1920, height: 900 } })
  for (const url of KINDS) {
    await page.goto(url)
    const wide = await page.locator('main :is(p, dd, li)').evaluateAll((all) =>
      all
        .filter((each) => !each.querySelector('p, li') && each.textContent.length > 60)
        .map((each) => each.getBoundingClientRect().width / parseFloat(getComputedStyle(each).fontSize))
        .filter((letters) => letters > 48),
    )
    expect(wide, url).toEqual([])
  }
  await page.context().close()
})
