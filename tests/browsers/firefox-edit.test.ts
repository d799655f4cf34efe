import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFirefox, open } from './firefox.ts'

/** The edit page in Firefox: what staff do from the first letter to the file that they send on. */

const FILE = '/edit/?file=r7/initiatives/2-1-3-1.md'
const BODY = 'textarea[name=body]'

let firefox: Browser
beforeAll(async () => {
  firefox = await launchFirefox()
})
afterAll(() => firefox.close())

const done = (page: Page) => page.waitForSelector('#findings[data-state=done]')
const rules = (page: Page) =>
  page.$$eval('#findings li', (items) => items.map((item) => (item as HTMLElement).dataset['rule']))

/** Puts the caret behind a word of the body, takes some letters away and types others. */
async function retype(page: Page, behind: string, letters: number, text: string): Promise<void> {
  await page.$eval(
    BODY,
    (field, behind) => {
      const body = field
      const at = body.value.indexOf(behind) + behind.length
      body.focus()
      body.setSelectionRange(at, at)
    },
    behind,
  )
  for (let n = 0; n < letters; n++) await page.keyboard.press('Backspace')
  await page.keyboard.type(text)
  await page.waitForSelector('#findings[data-state=checking]')
  await done(page)
}

test('a number is broken, told of, mended, kept over a reload and offered to be sent', async () => {
  const page = await open(firefox, FILE)
  await done(page)
  expect(await rules(page)).toEqual([])
  await retype(page, '523', 3, '532')
  expect(await rules(page)).toContain('figures/not-in-body')
  await page.$eval('input[name="figures.0.values.R7"]', (field) => field.select())
  await page.keyboard.type('532')
  await page.waitForSelector('#findings[data-state=checking]')
  await done(page)
  expect(await rules(page)).toEqual(['source/differs'])
  expect(await page.$eval('#preview', (preview) => preview.textContent)).toContain('R7:532件')
  await page.reload()
  await done(page)
  expect(await page.$eval(BODY, (field) => field.value)).toContain('R7:532件')
  expect(await page.$eval('#changes', (changes) => changes.textContent)).toContain('523件 → 532件')
  // What the button would save, as text: the download itself is the browser's.
  const saved = await page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const original = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then(resolve)
      return original(blob)
    }
    document.querySelector<HTMLElement>('#save-proposal')?.click()
    return promise
  })
  const { files } = JSON.parse(saved) as { files: { path: string; before: string; after: string }[] }
  expect(files.map(({ path }) => path)).toEqual(['r7/initiatives/2-1-3-1.md'])
  expect(files[0]?.after).toBe(files[0]?.before.replaceAll('523', '532'))
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

test.each([360, 768, 1280])('the numbers stand beside their lines at %i px', async (width) => {
  const page = await open(firefox, '/edit/?file=r7/initiatives/5-2-2-1.md', width)
  await done(page)
  const heights = await page.$eval('#body .numbered', (box) =>
    [...box.children].map((child) => (child as HTMLElement).scrollHeight),
  )
  expect(new Set(heights).size).toBe(1)
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(overflow)).toBe(0)
  await page.close()
})
