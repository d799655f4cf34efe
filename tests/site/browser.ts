import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { CHROMIUM_ARGS, ensureChromium } from '../../src/build/chromium.ts'

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS })
}

/** A page of the built site in a browser context of its own; by default as wide as a phone. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    baseURL: inject('origin'),
    ...options,
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}
