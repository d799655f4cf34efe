import type { RunOptions } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ACTED, ALL_RULES, type Look, openLook, runAxe } from '../../src/build/accessibility.ts'
import { readPages } from '../../src/build/built-pages.ts'
import { launch, visit } from './browser.ts'
import { coveringPages } from './covering.ts'

/** The rules whose answer depends on colours and on where things stand: all that another colour scheme can change. */
const RULES_OF_LOOKS = {
  runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
}

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Pages that between them have every part of the site; `npm run test:accessibility` runs every rule on every page in all four looks. */
const looks: Look[] = [...coveringPages(readPages(inject('dist'))).map(({ url }) => ({ url })), ...ACTED]

test.concurrent.each([
  ['light at 360 px; dark its colours', 360, 'light', 'dark'],
  ['dark at 1280 px; light its colours', 1280, 'dark', 'light'],
] as const)(
  'axe finds nothing on pages that have every part of the site, %s',
  async (_, width, colorScheme, other) => {
    const page = await visit(browser, '/', { viewport: { width, height: 740 } })
    const found: string[] = []
    const look = async (url: string, scheme: 'light' | 'dark', rules: RunOptions) => {
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
