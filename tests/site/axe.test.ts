import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ACTED, ALL_RULES, type Look, RULES_OF_LOOKS, openLook, runAxe } from '../../src/build/accessibility.ts'
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

// `npm run test:accessibility` runs every rule on every page in all four looks.
test.concurrent.each([
  ['every page, light at 360 px; dark its colours', everyPage, 360, 'light', 'dark'],
  ['every kind of page, dark at 1280 px; light its colours', kinds, 1280, 'dark', 'light'],
] as const)(
  'axe finds nothing on %s',
  async (_, looks, width, colorScheme, other) => {
    const page = await visit(browser, '/', { viewport: { width, height: 740 } })
    const found: string[] = []
    const look = async (url: string, scheme: 'light' | 'dark', rules: typeof ALL_RULES) => {
      await page.emulateMedia({ colorScheme: scheme })
      for (const { id, nodes } of (await runAxe(page, { ...rules, resultTypes: ['violations'] })).violations) {
        found.push(`${url} ${scheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`.slice(0, 300))
      }
    }
    for (const { url, act } of looks) {
      await page.emulateMedia({ colorScheme })
      await openLook(page, act ? { url, act } : { url })
      await look(url, colorScheme, ALL_RULES)
      await look(url, other, RULES_OF_LOOKS)
    }
    expect(found).toEqual([])
    await page.context().close()
  },
  300_000,
)
