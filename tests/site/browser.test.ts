import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, visit } from './browser.ts'
import { coveringPages } from './covering.ts'
import { readPages } from '../../src/build/built-pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const pages = readPages(inject('dist'))
const urls = pages.map(({ url }) => url)

test('a citizen on a phone without scripts finds an initiative by the contents, goes on, and links to one result', async () => {
  const page = await visit(browser, '/', { javaScriptEnabled: false })
  await page.getByRole('link', { name: '目次から読む' }).click()
  await page.getByRole('link', { name: '電子契約の促進' }).click()
  expect(new URL(page.url()).pathname).toBe('/r7/2-1-3-1/')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('電子契約の促進')
  await page.getByRole('link', { name: '次の取組' }).click()
  expect(new URL(page.url()).pathname).toBe('/r7/2-1-4-1/')
  await page.getByRole('link', { name: '2-1-4-1 の実績 2 へのリンク' }).click()
  expect(new URL(page.url()).hash).toBe('#r2')
  expect(await page.locator('#r2').innerText()).toContain('継続検討とされた69条項')
  await page.context().close()
})

test('no page scrolls sideways at 320, 360, 768 and 1280 px', async () => {
  const page = await visit(browser, '/')
  const found: string[] = []
  const covering = new Set(coveringPages(pages).map(({ url }) => url))
  for (const url of urls) {
    await page.goto(url)
    // A text that is too long is so where it is narrowest; what else differs by width is the same on every page of a kind.
    for (const width of covering.has(url) ? [320, 360, 768, 1280] : [320]) {
      await page.setViewportSize({ width, height: 740 })
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (over > 0) found.push(`${url} at ${width} px: ${over} px too wide`)
    }
  }
  expect(found).toEqual([])
  await page.context().close()
})

test('no page scrolls sideways with text at 200 %', async () => {
  // A reader's own style sheet is not the page's.
  const page = await visit(browser, '/', { viewport: { width: 640, height: 740 }, bypassCSP: true })
  for (const url of ['/', '/r7/', '/r7/2/', '/r7/2-1-3-1/', '/r7/5-1-1-2/', '/r7/all/']) {
    await page.goto(url)
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, url).toBeLessThanOrEqual(0)
  }
  await page.context().close()
})

test('the first Tab reaches the skip link, and it leads to the text', async () => {
  const page = await visit(browser, '/r7/2/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本文へ')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.context().close()
})

test('a result shows its link on hover and on focus, and always where nothing hovers', async () => {
  const seen = (element: Element) => getComputedStyle(element).opacity
  const desk = await visit(browser, '/r7/2-1-3-1/', { viewport: { width: 1280, height: 740 } })
  const link = desk.locator('#r1 > .permalink')
  expect(await link.evaluate(seen)).toBe('0')
  await desk.locator('#r1').hover()
  expect(await link.evaluate(seen)).toBe('1')
  await desk.mouse.move(0, 0)
  await link.focus()
  expect(await link.evaluate(seen)).toBe('1')
  await desk.context().close()
  const phone = await visit(browser, '/r7/2-1-3-1/', { hasTouch: true, isMobile: true })
  expect(await phone.locator('#r1 > .permalink').evaluate(seen)).toBe('1')
  await phone.context().close()
})

test('a year of the text tells its full form on focus', async () => {
  const page = await visit(browser, '/r7/1-1-1-1/')
  const year = page.locator('main time').first()
  await year.focus()
  expect(await year.evaluate((element) => getComputedStyle(element, '::after').content)).toContain(
    '令和7年4月（2025年4月）',
  )
  expect(await year.innerText()).toBe('R7.4')
  // The browser would show a tip of its own beside ours.
  expect(await page.locator('time[title]').count()).toBe(0)
  await page.context().close()
})

test('a year’s full form stays on the screen, and Escape takes it away until the reader moves on', async () => {
  const page = await visit(browser, '/r7/all/', { viewport: { width: 320, height: 740 } })
  const shown = (year: Element) => {
    const { content, display } = getComputedStyle(year, '::after')
    return content !== 'none' && display !== 'none'
  }
  const over: string[] = []
  await page.locator('main > details > summary').click()
  const years = await page.locator('main time[data-reading]').all()
  expect(years.length).toBeGreaterThan(50)
  for (const year of years) {
    await year.focus()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) over.push(`${await year.innerText()}: ${wide} px`)
  }
  expect(over).toEqual([])
  const [first, second] = years
  await first?.focus()
  expect(await first?.evaluate(shown)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await first?.evaluate(shown)).toBe(false)
  await second?.focus()
  expect(await second?.evaluate(shown)).toBe(true)
  await page.context().close()
})

test.each([
  [360, 740],
  [1280, 900],
])('nothing that has the focus is hidden behind the bar of a choice, at %i × %i', async (width, height) => {
  const page = await visit(browser, '/r7/select/', { viewport: { width, height }, reducedMotion: 'reduce' })
  const hidden: string[] = []
  for (let i = 0; i < 130; i++) {
    await page.keyboard.press('Tab')
    const behind = await page.evaluate(() => {
      const focused = document.activeElement
      const bar = document.querySelector('.act')?.getBoundingClientRect()
      if (!(focused instanceof HTMLInputElement) || focused.type !== 'checkbox' || !bar) return null
      const { bottom } = focused.getBoundingClientRect()
      return bottom > bar.top ? focused.value : null
    })
    if (behind) hidden.push(behind)
  }
  expect(hidden).toEqual([])
  await page.context().close()
})

test('a viewpoint prints on A4 without what only a screen needs', async () => {
  const page = await visit(browser, '/r7/2/')
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['header', 'footer', '#contents', '.permalink']) {
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  }
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000)
  await page.context().close()
})

test('a page that does not exist leads back to the report', async () => {
  const page = await visit(browser, '/r7/9-9-9-9/')
  await page.getByRole('link', { name: '目次', exact: true }).last().click()
  expect(new URL(page.url()).pathname).toBe('/r7/')
  await page.context().close()
})
