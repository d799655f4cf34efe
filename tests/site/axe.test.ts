import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ACTED, type Look, runAxe } from '../../src/build/accessibility.ts'
import { readPages } from '../../src/build/built-pages.ts'
import { launch, visit } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const urls = readPages(inject('dist')).map(({ url }) => url)
const everyPage: Look[] = [...urls.map((url) => ({ url })), ...ACTED]
/** One page of each kind; the rest of the 68 initiatives are built by the same component. */
const kinds: Look[] = [
  ...urls.filter((url) => !/^\/r7\/[1345]/.test(url) && !/^\/r7\/2-(?!1-[34]-1)/.test(url)).map((url) => ({ url })),
  ...ACTED,
]

// In parallel, each in a page of its own.
test.concurrent.each([
  ['every page', 'light', 360, everyPage],
  ['every page', 'dark', 1280, everyPage],
  ['every kind of page', 'dark', 360, kinds],
  ['every kind of page', 'light', 1280, kinds],
] as const)(
  'axe finds nothing on %s, %s at %i px',
  async (_, colorScheme, width, looks) => {
    const page = await visit(browser, '/', { colorScheme, viewport: { width, height: 740 } })
    const found: string[] = []
    for (const look of looks) {
      for (const { id, nodes } of (await runAxe(page, look, ['violations'])).violations) {
        found.push(`${look.url} ${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 300))
      }
    }
    expect(found).toEqual([])
    await page.context().close()
  },
  300_000,
)
