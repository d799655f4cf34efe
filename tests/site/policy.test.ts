import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'
import { pagePolicy } from '../../src/security-policy.ts'
import { launch } from './browser.ts'
import { DOINGS, KINDS, read, watchedPage } from './walk.ts'

/** The Content-Security-Policy that every page carries, and that nothing on the site offends. */

let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  browser = await launch()
  context = await browser.newContext({ viewport: { width: 1280, height: 740 }, acceptDownloads: true })
})
afterAll(() => browser.close())

const home = `${inject('origin')}/`

test('every page says the policy before it loads anything, and holds no script or style of its own', () => {
  for (const { url, tree } of readPages(inject('dist'))) {
    const metas = all('meta[http-equiv="Content-Security-Policy"]', tree)
    expect(
      metas.map(({ properties }) => properties['content']),
      url,
    ).toEqual([pagePolicy(false)])
    const head = all('head > *', tree)
    const loading = head.findIndex(({ tagName }) => ['link', 'script', 'base'].includes(tagName))
    expect(head.indexOf(metas[0] as (typeof head)[number]), url).toBeLessThan(loading)
    expect(all('style, [style], script:not([src]):not([type="application/ld+json"])', tree), url).toEqual([])
    const handlers = all('*', tree).flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^on/i.test(name)),
    )
    expect(handlers, url).toEqual([])
  }
  expect(pagePolicy(false)).not.toContain('unsafe')
})

test('on a page of each kind nothing is refused, fails or comes from elsewhere', async () => {
  const { page, faults } = await watchedPage(context, home)
  for (const path of KINDS) {
    await page.goto(home + path)
    await read(page)
  }
  expect(faults).toEqual([])
  await page.close()
})

test.each(DOINGS)('nor on /%s where a reader %s', async (path, _, act) => {
  const { page, faults } = await watchedPage(context, home)
  await page.goto(home + path)
  await act(page)
  expect(faults).toEqual([])
  await page.close()
})

test('a script, a style and a picture from elsewhere that got into a page do nothing', async () => {
  const { page, faults } = await watchedPage(context, home)
  await page.goto(`${home}r7/2-1-3-1/`)
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p id="in" style="color: red" onclick="document.title = 1">text</p><img src="https://elsewhere.example/a.png">',
    )
    const script = document.createElement('script')
    script.textContent = 'document.title = 2'
    document.body.append(script)
  })
  await page.locator('#in').click()
  expect(await page.title()).not.toMatch(/^\d$/)
  expect(await page.locator('#in').evaluate((element) => getComputedStyle(element).color)).not.toBe('rgb(255, 0, 0)')
  expect(faults.filter((fault) => /Content Security Policy/.test(fault))).toHaveLength(4)
  await page.close()
})
