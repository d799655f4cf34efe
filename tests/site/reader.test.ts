import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readWord } from '../publish/read-word.ts'
import { launch, visit } from './browser.ts'

/** What readers do besides reading: choose initiatives, switch the readings on, copy a citation. */

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('choosing one’s own report', () => {
  const numbers = (page: Page) =>
    page.locator('#chosen article').evaluateAll((articles) => articles.map(({ id }) => id.slice(1)))
  const shown = (page: Page) => page.getByText('の取組を表示しています').waitFor()

  test('ticking a section and an initiative gives a link that shows just those, numbered as in the report', async () => {
    const page = await visit(browser, '/r7/')
    await page.getByRole('link', { name: '取組を選んで読む' }).click()
    await page.getByRole('checkbox', { name: '(3) DX推進のための環境整備' }).check()
    await page.getByRole('checkbox', { name: '5-2-2-1' }).check()
    expect(await page.locator('#count').innerText()).toBe('3の取組')
    await page.getByRole('button', { name: '選んだ取組を表示' }).click()
    await shown(page)
    expect(new URL(page.url()).search).toBe('?n=2-3,5-2-2-1')
    expect(await numbers(page)).toEqual(['2-3-1', '2-3-2', '5-2-2-1'])
    expect(await page.locator('#chosen h2').allInnerTexts()).toHaveLength(2)
    const whole = await visit(browser, '/r7/all/')
    for (const id of ['n2-3-2', 'n5-2-2-1']) {
      expect(await page.locator(`#${id}`).textContent()).toBe(await whole.locator(`#${id}`).textContent())
    }
    expect(await page.locator('.citation').innerText()).toBe(page.url())
    await whole.context().close()
    await page.context().close()
  })

  test('boxes follow each other: a heading stands for all below it', async () => {
    const page = await visit(browser, '/r7/select/')
    const box = (value: string) => page.locator(`input[value="${value}"]`)
    await box('2-1').check()
    expect(await box('2-1-3-1').isChecked()).toBe(true)
    await box('2-1-3-1').uncheck()
    expect(await box('2-1').isChecked()).toBe(false)
    expect(await box('2-1').evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true)
    await box('2-1-3').check()
    expect(await box('2-1').isChecked()).toBe(true)
    await page.context().close()
  })

  test('an address with unknown numbers shows what there is and says what there is not', async () => {
    const page = await visit(browser, '/r7/select/?n=2-1-3-1&n=9-9-9-9')
    await shown(page)
    expect(await numbers(page)).toEqual(['2-1-3-1'])
    expect(await page.locator('#select-status').innerText()).toContain('9-9-9-9')
    await page.context().close()
  })

  test('the files hold the chosen initiatives alone, as those of the whole report do', async () => {
    const page = await visit(browser, '/r7/select/?n=2-1-3-1,5-1-1-2')
    await shown(page)
    const download = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    for (const [button, file] of [
      ['実績の表', 'results.csv'],
      ['数値の表', 'figures.csv'],
    ] as const) {
      const { name, bytes } = await download(button)
      expect(name).toBe(`r7-${file}`)
      const whole = readFileSync(path.join(inject('dist'), 'r7', file), 'utf8').split('\r\n')
      const expected = whole.filter((line, i) => i === 0 || /^020001,青森県,r7,(?:2-1-3-1|5-1-1-2),|^$/.test(line))
      expect(bytes.toString().split('\r\n')).toEqual(expected)
      expect(expected.length).toBeGreaterThan(3)
    }
    const { name, bytes } = await download('文書（Word）')
    expect(name).toBe('r7-chosen.docx')
    const paragraphs = readWord(bytes)
    expect(paragraphs.filter(({ style }) => style === 'Heading4').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^2-1-3-1 /),
      expect.stringMatching(/^5-1-1-2 /),
    ])
    expect(paragraphs[0]).toMatchObject({ style: 'Title', text: expect.stringContaining('から選んだ取組') })
    expect(paragraphs.map(({ text }) => text)).toContain(await page.locator('#keep .citation').innerText())
    await page.context().close()
  })

  test('initiatives without figures have no table of them, and the page says so', async () => {
    const page = await visit(browser, '/r7/select/?n=1-1-1-1')
    await shown(page)
    await page.getByRole('button', { name: '数値の表' }).click()
    await page.getByText('選んだ取組に数値はありません').waitFor()
    await page.context().close()
  })

  test('terms of the chosen text still tell their meaning', async () => {
    const page = await visit(browser, '/r7/select/?n=2-1')
    await shown(page)
    await page.locator('#chosen button.term').first().click()
    await page.locator('#chosen .term-note:popover-open').waitFor()
    await page.context().close()
  })

  test('on paper only the chosen text is left', async () => {
    const page = await visit(browser, '/r7/select/?n=2-1-3-1')
    await shown(page)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['header', 'form', '.files', '.copy']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    }
    expect(await page.locator('#n2-1-3-1').isVisible()).toBe(true)
    await page.context().close()
  })

  test('the whole report cannot be had: it says so, and shows all when asked again', async () => {
    const page = await visit(browser, '/r7/select/')
    await page.route('**/r7/all/', (route) => route.abort())
    await page.goto('/r7/select/?n=2-1-3-1')
    await page.getByText('読み込めませんでした').waitFor()
    await page.unroute('**/r7/all/')
    await page.getByRole('button', { name: 'もう一度試す' }).click()
    await shown(page)
    expect(await numbers(page)).toEqual(['2-1-3-1'])
    await page.context().close()
  })

  test('without scripts the form is still a link, and the page leads to the whole report', async () => {
    const page = await visit(browser, '/r7/select/', { javaScriptEnabled: false })
    await page.locator('input[value="2-3"]').check()
    await page.getByRole('button', { name: '選んだ取組を表示' }).click()
    expect(new URL(page.url()).search).toBe('?n=2-3')
    await page.getByRole('link', { name: '全文のページ' }).click()
    expect(new URL(page.url()).pathname).toBe('/r7/all/')
    await page.context().close()
  })

  test('a search leads to a report of its results', async () => {
    const page = await visit(browser, '/search/?q=電子契約')
    await page.locator('#results[data-state=done]').waitFor()
    const found = await page
      .locator('#results > li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-number')))
    await page.getByRole('link', { name: 'この結果だけの報告書を見る' }).click()
    await shown(page)
    expect(await numbers(page)).toEqual(found.sort())
    await page.context().close()
  })
})

describe('who comes back', () => {
  test.each([
    ['Back', async (page: Page) => void (await page.goto('/about/'), await page.goBack())],
    ['loading the page again', async (page: Page) => void (await page.reload())],
  ])('by %s finds the boxes as they were left, counted, with their headings', async (_, comeBack) => {
    for (const address of ['/r7/select/', '/r7/select/?n=3-1']) {
      const page = await visit(browser, address)
      const box = (value: string) => page.locator(`input[value="${value}"]`)
      if (address.includes('?')) {
        await page.getByText('の取組を表示しています').waitFor()
        await page.locator('select-report > details > summary').click()
        await box('3-1').uncheck()
      }
      await box('2-1-3-1').check()
      await box('2-3').check()
      await comeBack(page)
      await page.locator('#count', { hasText: /^3の取組$/ }).waitFor({ state: 'attached' })
      expect(await box('2-1-3-1').isChecked()).toBe(true)
      expect(await box('2-3-2').isChecked()).toBe(true)
      expect(await box('3-1-1-1').isChecked()).toBe(false)
      expect(await box('2-1').evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true)
      await page.context().close()
    }
  })

  test('finds the words in the search box whose results are shown, also after typing others', async () => {
    const page = await visit(browser, '/search/?q=DX')
    await page.locator('#results[data-state=done]').waitFor()
    await page.locator('.result-title a').first().click()
    await page.locator('h1 .number').waitFor()
    await page.goBack()
    await page.locator('#results[data-state=done]').waitFor()
    expect(await page.getByLabel('探す言葉').inputValue()).toBe('DX')
    // As browsers do that keep pages but not what stands in boxes.
    await page.getByLabel('探す言葉').evaluate((input: HTMLInputElement) => (input.value = ''))
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    expect(await page.getByLabel('探す言葉').inputValue()).toBe('DX')
    await page.context().close()
  })

  test('finds the page and no dialog where they left by the dialog’s Enter', async () => {
    const page = await visit(browser, '/r7/2-1-3-1/')
    await page.keyboard.press('/')
    await page.locator('dialog[open] input[name=q]').fill('電子契約')
    await page.keyboard.press('Enter')
    await page.locator('#results[data-state=done]').waitFor()
    await page.goBack()
    await page.locator('h1 .number').waitFor()
    expect(await page.locator('dialog[open]').count()).toBe(0)
    // As browsers do that keep the whole page.
    await page.keyboard.press('Control+k')
    await page.locator('dialog[open]').waitFor()
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.context().close()
  })
})

test('a page is printed where a reader would print it', async () => {
  const page = await visit(browser, '/')
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.classList.add('printed')
  })
  for (const url of ['/r7/2-1-3-1/', '/r7/2/', '/r7/all/', '/r7/select/?n=2-3']) {
    await page.goto(url)
    await page.getByRole('button', { name: '印刷' }).click()
    expect(await page.locator('html.printed').count(), url).toBe(1)
  }
  await page.context().close()
})

describe('readings', () => {
  test('a switch puts them over the terms, everywhere and remembered, and takes them away again', async () => {
    const page = await visit(browser, '/r7/2-1-3-1/')
    const title = page.getByRole('heading', { level: 1 })
    const plain = await title.textContent()
    const button = page.getByRole('button', { name: 'ふりがな' })
    await button.click()
    await page.locator('h1 rt', { hasText: 'でんしけいやく' }).waitFor()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await page.goto('/r7/2/')
    await page.locator('#n2-1-3-1 rt', { hasText: 'でんしけいやく' }).waitFor()
    await button.click()
    await page.locator('rt').first().waitFor({ state: 'detached' })
    await page.goto('/r7/2-1-3-1/')
    expect(await title.textContent()).toBe(plain)
    expect(await page.locator('rt').count()).toBe(0)
    await page.context().close()
  })

  test('the words of a search are marked under them too', async () => {
    const page = await visit(browser, '/r7/2-1-3-1/')
    await page.getByRole('button', { name: 'ふりがな' }).click()
    await page.locator('h1 rt').waitFor()
    await page.goto('/r7/2-1-3-1/?q=電子契約の促進')
    await page.locator('h1 rt').waitFor()
    await page.waitForFunction(() => CSS.highlights.has('search'))
    const marked = await page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String))
    expect(marked[0]?.replace(/（[ぁ-ん]+）|でんしけいやく/g, '')).toBe('電子契約の促進')
    await page.context().close()
  })

  test('results that come later get theirs', async () => {
    const page = await visit(browser, '/search/?q=電子契約')
    await page.locator('#results[data-state=done]').waitFor()
    await page.getByRole('button', { name: 'ふりがな' }).click()
    await page.locator('#results rt').first().waitFor()
    await page.getByRole('searchbox').fill('カスハラ')
    await page.locator('#results rt', { hasText: 'かすたまーはらすめんと' }).first().waitFor()
    await page.context().close()
  })
})

test('a citation is copied for an initiative and for each result', async () => {
  const page = await visit(browser, '/r7/2-1-4-1/', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByText('引用する').click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: /この取組の引用文を\s?コピー/ }).click()
  await page.getByText('コピーしました').first().waitFor()
  expect(await copied()).toMatch(
    /^青森県.+「2-1-4-1 アナログ規制※の見直し」『青森県行財政改革行動計画 令和7年度取組実績』令和8年2月、https:\/\/.+\/r7\/2-1-4-1\/$/,
  )
  await page.getByRole('button', { name: /実績2の引用文を\s?コピー/ }).click()
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#r2'))
  expect(await copied()).toContain('アナログ規制※の見直し 実績2」')
  await page.context().close()
})

test('the / key can be switched off, and stays off; Ctrl+K still opens the search', async () => {
  const page = await visit(browser, '/r7/', { viewport: { width: 1280, height: 740 } })
  const dialog = page.locator('.search-dialog')
  await page.keyboard.press('/')
  await page.getByRole('checkbox', { name: '「/」のキーでは開かない' }).check()
  await page.goto('/r7/2/')
  await page.keyboard.press('/')
  await page.waitForTimeout(500)
  expect(await dialog.count()).toBe(0)
  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await page.getByRole('checkbox', { name: '「/」のキーでは開かない' }).uncheck()
  await page.goto('/r7/2/')
  await page.keyboard.press('/')
  await dialog.waitFor()
  await page.context().close()
})
