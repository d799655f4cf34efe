import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OpenData } from '../../../src/publish/open-data.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { normalise } from '../../../src/search/language/forms.ts'
import { wordsOf } from '../../../src/search/index/words.ts'
import { launch, visit } from '../../site/browser.ts'
import { substrings } from '../random.ts'
import { scanner } from '../scan.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const report = JSON.parse(readFileSync(path.join(inject('dist'), 'r7/initiatives.json'), 'utf8')) as OpenData
const lines = report.initiatives.flatMap(linesOf).map(({ text }) => text)
const scanPart = scanner(report)

/** What a query must find: the initiatives with a line that contains each of its parts. */
function scan(query: string): string[] {
  const parts = query.split(/\s+/).filter((part) => normalise(part).length > 0)
  const found = report.initiatives.map(({ number }) => number)
  return parts
    .map(scanPart)
    .reduce((both, part) => both.filter((number) => part.includes(number)), found)
    .sort()
}

const searchUrl = (query: string) => `/search/?${new URLSearchParams({ q: query })}`

async function answered(page: Page): Promise<string[]> {
  await page.waitForSelector('#results[data-state="done"]', { state: 'attached' })
  return page
    .locator('#results > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-number') ?? ''))
}

/** All results of the page's search, asked without waiting for typing and drawing. */
function askMany(page: Page, queries: string[]): Promise<{ query: string; kind: string; found: string[] }[]> {
  return page.evaluate(async (asked) => {
    const element = document.querySelector('search-page') as unknown as {
      ask(query: string): Promise<{ kind: string; total: number; items: { number: string }[] }>
    }
    const answers = []
    for (const query of asked) {
      const { kind, total, items } = await element.ask(query)
      if (total !== items.length) throw new Error(`${query}: ${items.length} of ${total}`)
      answers.push({ query, kind, found: items.map(({ number }) => number).sort() })
    }
    return answers
  }, queries)
}

/** The queries whose exact answers are not those of the scan. */
function wrong(answers: Awaited<ReturnType<typeof askMany>>): string[] {
  return answers
    .filter(({ query, kind, found }) => String(kind === 'exact' ? found : []) !== String(scan(query)))
    .map(({ query, kind, found }) => `${query}: ${kind} ${found.join()} instead of ${scan(query).join()}`)
}

test('1,000 parts of the report find what a plain scan of the published data finds', async () => {
  const page = await visit(browser, '/search/')
  const answers = await askMany(page, substrings(lines, 1000, 2025))
  expect(answers.length).toBe(1000)
  expect(wrong(answers)).toEqual([])
  await page.context().close()
})

test('so do all whole words of the report', async () => {
  const page = await visit(browser, '/search/')
  const words = wordsOf(lines)
  expect(words.length).toBeGreaterThan(500)
  expect(wrong(await askMany(page, words))).toEqual([])
  await page.context().close()
})

test('and so does the page itself, by its address, with all that it shows on demand', async () => {
  const page = await visit(browser, '/search/')
  for (const query of [...substrings(lines, 36, 7), '電子契約', 'R7.4', '、', 'DX']) {
    await page.goto(searchUrl(query))
    await answered(page)
    const more = page.locator('#more-results')
    while (await more.isVisible()) {
      const before = await page.locator('#results > li').count()
      await more.click()
      await page.waitForFunction((count) => document.querySelectorAll('#results > li').length > count, before)
    }
    const found = await answered(page)
    expect([query, found.sort()]).toEqual([query, scan(query)])
    expect(await page.locator('#results').getAttribute('data-total')).toBe(String(found.length))
  }
  await page.context().close()
})

describe('what people type', () => {
  test('a forgiven answer says what else was searched, and marks it', async () => {
    const page = await visit(browser, searchUrl('取り組み'))
    expect(await answered(page)).toContain('1-3-3-3')
    expect(await page.locator('#search-status').innerText()).toContain('「取組」でも検索しました')
    expect(await page.locator('#results mark').first().innerText()).toBe('取組')
    await page.context().close()
  })

  test('a synonym stands apart from exact matches', async () => {
    const page = await visit(browser, searchUrl('ライン'))
    expect((await answered(page)).sort()).toEqual(scan('ライン'))
    const related = page.locator('#related [data-related]')
    expect(await related.evaluateAll((items) => items.map((item) => item.getAttribute('data-related')))).toContain(
      '3-1-1-1',
    )
    await page.context().close()
  })

  const related = (page: Page) =>
    page
      .locator('#related [data-related]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-related')))

  test('a slip is read as the word that it is near, says so, and leads back to what was typed', async () => {
    const page = await visit(browser, searchUrl('インターシップ'))
    expect(await answered(page)).toEqual([])
    expect(await related(page)).toEqual(['1-2-1-2', '1-2-1-3'])
    expect(await page.locator('#search-status').innerText()).toBe(
      '「インターシップ」そのものを含む取組はありません。言葉の一部や、近い言葉を含む取組が2件あります。「インターンシップ」と読みました。',
    )
    await page.locator('#related a', { hasText: '「インターシップ」のまま探す' }).click()
    await page.waitForURL(/q=%22/)
    await answered(page)
    expect(await related(page)).toEqual([])
    expect(await page.locator('#nothing').isVisible()).toBe(true)
    await page.context().close()
  })

  test('a question is answered below, under a heading that says why, and its results mark what they have', async () => {
    const page = await visit(browser, searchUrl('雪かきの支援はありますか'))
    expect(await answered(page)).toEqual([])
    expect(await page.locator('#results').getAttribute('data-total')).toBe('0')
    expect((await related(page)).slice(0, 2).sort()).toEqual(['3-2-1-2', '3-2-2-3'])
    expect(await page.locator('#related h2').innerText()).toMatch(/^言葉の一部や、近い言葉を含む取組（\d+件）$/)
    expect(await page.locator('#search-status').innerText()).toContain('「除雪」でも検索しました')
    expect(await page.locator('#related mark').allInnerTexts()).toContain('支援')
    await page.context().close()
  })

  test('filters alone are a list of what passes them', async () => {
    const page = await visit(browser, '/search/?outlook=considered')
    expect(await answered(page)).toContain('5-2-2-2')
    expect(await page.locator('#search-status').innerText()).toMatch(/^しぼりこんだ取組は\d+件です。$/)
    await page.context().close()
  })

  test('a query that finds nothing offers the contents', async () => {
    const page = await visit(browser, searchUrl('ラーメン'))
    expect(await answered(page)).toEqual([])
    expect(await related(page)).toEqual([])
    expect(await page.locator('#search-status').innerText()).toContain('見つかりませんでした')
    expect(await page.locator('#nothing a', { hasText: '目次' }).isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('hostile queries find nothing that is not there', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['"><img src=x onerror=alert(1)>'],
    ["\"電子\" OR '1'='1"],
    ['電'.repeat(10_000)],
    ['\u0000\u0001\u0007\u001b'],
    ['\ud800電\udc00'],
    ['🎉👨‍👩‍👧'],
    ['%00%'],
    ['a"b" "c'],
    ['__proto__ constructor'],
  ])('%j', async (query) => {
    const page = await visit(browser, '/search/')
    const faults: string[] = []
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a dialog')))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.locator('#q').evaluate((input, value) => {
      ;(input as HTMLInputElement).value = value
      ;(input as HTMLInputElement).form?.requestSubmit()
    }, query)
    await page.waitForSelector('#results:is([data-state="done"], [data-state="idle"])', { state: 'attached' })
    expect(await page.locator('#results > li').count()).toBe(0)
    expect(await page.locator('search-page :is(script, img)').count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('the page', () => {
  test('results lead to their own line, where the words are marked', async () => {
    const page = await visit(browser, searchUrl('継続検討'))
    await answered(page)
    await page.locator('.result-lines a').first().click()
    await page.waitForURL(/\/r7\/2-1-4-1\/\?q=.*#r2$/)
    await page.waitForFunction(() => CSS.highlights.get('search')?.size)
    const marked = await page.evaluate(() => Array.from(CSS.highlights.get('search') ?? [], String))
    expect(new Set(marked)).toEqual(new Set(['継続検討']))
    // The targeted line and the marked words have different colours.
    const [line, words] = await page.locator('#r2').evaluate((target) => {
      return [getComputedStyle(target), getComputedStyle(target, '::highlight(search)')].map((s) => s.backgroundColor)
    })
    expect(line).not.toBe(words)
    await page.context().close()
  })

  test('a filter that is on is seen, also where it leaves nothing, and the count of all is told', async () => {
    const page = await visit(browser, `${searchUrl('電子契約')}&viewpoint=1`)
    expect(await answered(page)).toEqual([])
    const status = await page.locator('#search-status').innerText()
    expect(status).toBe('「電子契約」を含む取組は1件、しぼりこんだ結果は0件です。')
    const title = '1 県庁機能の抜本的な強化と人財の活躍'
    await page.locator('.filters summary', { hasText: `しぼりこみ：${title}` }).click()
    expect(await page.locator('.filters a[aria-current]').innerText()).toBe(`${title}（0）`)
    expect(await page.locator('#nothing').isVisible()).toBe(false)
    await page.locator('.filters a[aria-current]').click()
    await page.waitForSelector('#results > li[data-number="2-1-3-1"]')
    await page.context().close()
  })

  test('each search that was asked has its place in the history, what was typed on the way to it has not', async () => {
    const page = await visit(browser, '/search/')
    for (const word of ['除雪', 'ダム']) {
      await page.locator('#q').fill('')
      await page.locator('#q').pressSequentially(word, { delay: 250 })
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${encodeURIComponent(word)}`)
      await expect.poll(() => page.title()).toContain(`「${word}」の検索`)
    }
    await page.goBack()
    await expect.poll(() => page.locator('#q').inputValue()).toBe('除雪')
    await page.goBack()
    await expect.poll(() => page.locator('#q').inputValue()).toBe('')
    await page.context().close()
  })

  test('who comes back to a long answer finds the place that was left', async () => {
    const page = await visit(browser, searchUrl('の'), { viewport: { width: 360, height: 780 } })
    await answered(page)
    await page.locator('#more-results').click()
    const fifteenth = page.locator('#results > li:nth-child(15) .result-title a')
    await fifteenth.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    await fifteenth.click()
    await page.waitForURL(/\/r7\/\d/)
    await page.goBack()
    await expect.poll(() => page.locator('#results > li').count()).toBe(20)
    // Playwright may scroll a little before it clicks.
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(100)
    await page.context().close()
  })

  test('filters count, narrow, and are part of the address; back and forward work', async () => {
    const page = await visit(browser, searchUrl('DX'))
    const all = (await answered(page)).length
    await page.locator('.filters summary').click()
    const link = page.locator('.filters a', { hasText: '県庁DXの推進' })
    const count = Number(/（(\d+)）/.exec(await link.innerText())?.[1])
    await link.click()
    await page.waitForURL(/viewpoint=2/)
    await page.waitForFunction(
      (total) => document.querySelector('#results')?.getAttribute('data-total') === total,
      String(count),
    )
    expect((await answered(page)).every((number) => number.startsWith('2-'))).toBe(true)
    await page.goBack()
    await page.waitForFunction((total) => document.querySelectorAll('#results > li').length === total, all)
    await page.goForward()
    await page.waitForFunction((total) => document.querySelectorAll('#results > li').length === total, count)
    await page.context().close()
  })

  test('while the index is unreachable it says so, and finds everything when asked again', async () => {
    const page = await visit(browser, '/search/')
    await page.route(/pf_index|pf_meta/, (route) => route.abort())
    await page.goto(searchUrl('電子契約'))
    await page.waitForSelector('#results[data-state="failed"]', { state: 'attached' })
    expect(await page.locator('#failure').innerText()).toContain('全文を読む')
    expect(await page.locator('#results > li').count()).toBe(0)
    await page.unroute(/pf_index|pf_meta/)
    await page.locator('#retry').click()
    expect(await answered(page)).toEqual(['2-1-3-1'])
    expect(await page.locator('#failure').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.context().close()
  })

  test.each([
    ['the page', searchUrl('電子契約'), (page: Page) => page.locator('#renewed').getByRole('button')],
    ['the dialog', '/r7/', (page: Page) => page.locator('dialog .lead a')],
  ])('where its index went with a renewal, %s says so and leads to the new one', async (_, url, wayOf) => {
    const page = await visit(browser, '/about/')
    // Such a page as was open before: its index has gone since, and the same address has another page.
    const old = async (route: Route) => {
      const html = await (await route.fetch()).text()
      await route.fulfill({ contentType: 'text/html', body: html.replaceAll(/pagefind\/\w+\//g, 'pagefind/gone/') })
    }
    await page.route((each) => each.pathname === new URL(url, each).pathname, old, { times: 1 })
    await page.goto(url)
    if (url === '/r7/') {
      await page.keyboard.press('/')
      await page.locator('dialog input[name="q"]').fill('電子契約')
    }
    await page.getByText('このページを開いたあとに、報告書が新しくなりました。').waitFor()
    expect(await page.locator('#results > li, dialog li').count()).toBe(0)
    await wayOf(page).click()
    expect(await answered(page)).toEqual(['2-1-3-1'])
    await page.context().close()
  })

  test('what is typed before the script comes is searched', async () => {
    const page = await visit(browser, '/search/')
    const scripts: (() => void)[] = []
    await page.route(/search\.astro/, (route) => scripts.push(() => void route.continue()))
    await page.goto('/search/', { waitUntil: 'commit' })
    await page.locator('#q').fill('電子契約')
    scripts.forEach((script) => script())
    expect(await answered(page)).toEqual(['2-1-3-1'])
    await page.context().close()
  })

  test('a box takes as much as an address can hold', async () => {
    for (const url of ['/', '/r7/', '/search/']) {
      const page = await visit(browser, url, { viewport: { width: 1280, height: 740 } })
      const box = page.locator('input[name="q"]')
      await box.focus()
      await page.keyboard.insertText('電'.repeat(10_000))
      expect((await box.inputValue()).length).toBe(500)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\/\?q=/)
      expect(await answered(page)).toEqual([])
      await page.context().close()
    }
  })

  test('while it takes long it says so', async () => {
    const page = await visit(browser, '/search/')
    const answers: (() => void)[] = []
    await page.route(/catalogue/, (route) => answers.push(() => void route.continue()))
    await page.goto(searchUrl('電子契約'))
    const status = page.locator('#search-status')
    await expect.poll(() => status.innerText(), { timeout: 5000 }).toBe('探しています…')
    answers.forEach((answer) => answer())
    await expect.poll(() => status.innerText()).toContain('1件')
    await page.context().close()
  })

  test('without scripts it explains, and leads to the whole report', async () => {
    const page = await visit(browser, '/', { javaScriptEnabled: false })
    await page.getByRole('searchbox').fill('電子契約')
    await page.getByRole('button', { name: '検索' }).click()
    await page.waitForURL(/\/search\/\?q=/)
    expect(await page.locator('main').innerText()).toContain('全文のページ')
    await page.context().close()
  })
})

describe('the dialog', () => {
  test('nothing of the search is loaded before it is asked for; / opens it, arrows and Enter lead on', async () => {
    const page = await visit(browser, '/r7/')
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.waitForLoadState('networkidle')
    expect(loaded.filter((url) => /pagefind|dialog|worker/.test(url))).toEqual([])
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.search-dialog[open]')
    // While the reader types, the index is on its way.
    await expect.poll(() => loaded.some((url) => url.includes('.pf_meta'))).toBe(true)
    await page.keyboard.type('電子契約')
    await page.waitForSelector('dialog li[data-number="2-1-3-1"]')
    expect(await page.locator('dialog [role="status"]').innerText()).toContain('1件')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/r7\/2-1-3-1\/\?q=/)
    await page.context().close()
  })

  test('Ctrl+K opens it, Escape closes it, Enter goes to all results', async () => {
    const page = await visit(browser, '/')
    await page.keyboard.press('Control+k')
    await page.waitForSelector('dialog.search-dialog[open]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog.search-dialog:not([open])', { state: 'attached' })
    await page.keyboard.press('Control+k')
    await page.waitForSelector('dialog.search-dialog[open]')
    await page.keyboard.type('LAN')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\/\?q=LAN/)
    expect((await answered(page)).sort()).toEqual(scan('LAN'))
    await page.context().close()
  })

  test('it shows what the page shows, the ranked list too', async () => {
    const page = await visit(browser, '/r7/')
    await page.keyboard.press('/')
    const dialog = page.locator('dialog.search-dialog')
    await dialog.locator('input[name="q"]').fill('若者の定着')
    await dialog.locator('li[data-number="3-3-1-2"][data-match="ranked"]').waitFor()
    expect(await dialog.locator('h2').innerText()).toContain('言葉の一部や、近い言葉を含む取組')
    await page.context().close()
  })

  test('Escape closes it at once, and where there is no answer it leads on', async () => {
    const page = await visit(browser, '/r7/')
    await page.keyboard.press('/')
    const dialog = page.locator('dialog.search-dialog')
    await dialog.locator('input[name="q"]').fill('ラーメン')
    await dialog.getByRole('link', { name: '全文を読む', exact: true }).waitFor()
    expect(await dialog.locator('.lead a').last().innerText()).toBe('全文を読む')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    await page.context().close()
  })

  test('while the index is unreachable it says so, and finds all when asked again', async () => {
    const page = await visit(browser, '/r7/')
    await page.route(/catalogue/, (route) => route.abort())
    await page.keyboard.press('/')
    const dialog = page.locator('dialog.search-dialog')
    await dialog.locator('input[name="q"]').fill('電子契約')
    await dialog.getByRole('button', { name: 'もう一度試す' }).waitFor()
    expect(await dialog.getByRole('status').innerText()).toContain('読み込めませんでした')
    expect(await dialog.locator('.lead a').getAttribute('href')).toBe('/r7/all/')
    await page.unroute(/catalogue/)
    await dialog.getByRole('button', { name: 'もう一度試す' }).click()
    await dialog.locator('li[data-number="2-1-3-1"]').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/r7\/2-1-3-1\//)
    await page.context().close()
  })

  test('while an IME composes nothing is searched', async () => {
    const page = await visit(browser, '/search/')
    const input = page.locator('#q')
    await input.focus()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'でんし', selectionStart: 3, selectionEnd: 3 })
    await page.waitForTimeout(500)
    expect(await page.locator('#results').getAttribute('data-state')).toBe('idle')
    await session.send('Input.insertText', { text: '電子' })
    expect(await answered(page)).not.toEqual([])
    expect(await input.inputValue()).toBe('電子')
    await page.context().close()
  })
})
