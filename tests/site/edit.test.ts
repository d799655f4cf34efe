import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'
import { OpenContent } from '../../src/edit/open-content.ts'
import { previewOf } from '../../src/edit/preview.ts'
import type { Sources } from '../../src/edit/sources.ts'
import type { Proposal } from '../../src/revise/proposal.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { launch, visit } from './browser.ts'

const FILE = 'r7/initiatives/2-1-3-1.md'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function open(file: string, width = 360): Promise<Page> {
  const page = await visit(browser, `/edit/?file=${file}`, { viewport: { width, height: 740 }, acceptDownloads: true })
  await page.waitForSelector('#findings[data-state=done]')
  return page
}

/** Until the check has answered the last change. */
async function checked(page: Page): Promise<void> {
  await page.waitForTimeout(400)
  await page.waitForSelector('#findings[data-state=done]')
}

const rules = (page: Page) =>
  page.locator('#findings li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['rule']))

test('a number is broken, told of, mended, saved as a proposal and applied to the content', async () => {
  const page = await open(FILE)
  const body = page.locator('textarea[name=body]')
  expect(await rules(page)).toEqual([])
  await body.fill((await body.inputValue()).replace('523件', '532件'))
  await checked(page)
  expect(await rules(page)).toContain('figures/not-in-body')
  await page.locator('input[name="figures.0.values.R7"]').fill('532')
  await checked(page)
  expect(await rules(page)).toEqual(['source/differs'])
  expect(await page.locator('#preview').innerText()).toContain('R7:532件')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-proposal')])
  const saved = await download.path()
  const { files } = JSON.parse(readFileSync(saved, 'utf8')) as Proposal
  const before = readFileSync(path.join(FROZEN_CONTENT, FILE), 'utf8')
  expect(files).toEqual([{ path: FILE, before, after: before.replaceAll('523', '532') }])

  const content = mkdtempSync(path.join(tmpdir(), 'edit-'))
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const { status, stdout, stderr } = spawnSync('node', ['scripts/apply.ts', saved, '--content', content], {
    encoding: 'utf8',
  })
  expect(status, stdout + stderr).toBe(0)
  expect(readFileSync(path.join(content, FILE), 'utf8')).toBe(files[0]?.after)
  rmSync(content, { recursive: true })
  await page.context().close()
})

test('what is not sent survives a reload, and is gone when it is thrown away', async () => {
  const page = await open(FILE)
  await page.locator('input[name=title]').fill('別の題')
  await checked(page)
  await page.reload()
  await page.waitForSelector('#findings[data-state=done]')
  expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
  expect(await page.locator('#changed').innerText()).toBe(FILE)
  await page.click('#discard')
  expect(await page.locator('input[name=title]').inputValue()).toBe('電子契約の促進')
  expect(await page.locator('#send').isVisible()).toBe(false)
  await page.context().close()
})

test('a text that the site has changed meanwhile stands beside the draft, and nothing is lost', async () => {
  const page = await open(FILE)
  await page.locator('input[name=title]').fill('別の題')
  await checked(page)
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage)) {
      localStorage.setItem(key, (value as string).replace('title: 電子契約の促進', 'title: 前の題'))
    }
  })
  await page.reload()
  await page.waitForSelector('#conflict:not([hidden])')
  expect(await page.locator('#conflict textarea').inputValue()).toContain('title: 電子契約の促進')
  expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
  await page.click('#keep-mine')
  expect(await page.locator('#conflict').isVisible()).toBe(false)
  expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
  await page.context().close()
})

test('files without front matter, and front matter that can’t be read, are edited as a whole', async () => {
  const page = await open('r7/outline.yml', 1280)
  expect(await page.locator('textarea[name=body]').isVisible()).toBe(false)
  const whole = page.locator('textarea[name=text]')
  await whole.fill((await whole.inputValue()).replace('title: ', 'titel: '))
  await checked(page)
  expect(await rules(page)).toContain('front-matter/unknown-key')
  await page.click('#findings .place >> nth=0')
  expect(
    await whole.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)),
  ).toContain('titel: ')
  await page.context().close()
})

test('a finding that can be mended without judgement has a button that does', async () => {
  const page = await open(FILE)
  const body = page.locator('textarea[name=body]')
  const before = await body.inputValue()
  await body.fill(before.replace('利用促進\\', '利用\u200b促進\\'))
  await checked(page)
  await page
    .getByRole('button', { name: /行目を直す/ })
    .first()
    .click()
  await checked(page)
  expect(await body.inputValue()).toBe(before)
  expect(await rules(page)).toEqual([])
  await page.context().close()
})

test('the preview of every initiative is the body of its page', async () => {
  const { files } = (await (await fetch(`${inject('origin')}/edit/sources.json`)).json()) as Sources
  const content = new OpenContent(files)
  const pages = new Map(readPages(inject('dist')).map((page) => [page.url, page]))
  for (const [file] of files) {
    const [, year, number] = /^(r\d+)\/initiatives\/(.+)\.md$/.exec(file) ?? []
    if (!year || !number) continue
    const { content: read, body } = content.read(file)
    const tree = pages.get(`/${year}/${number}/`)?.tree ?? { type: 'root', children: [] }
    // The page shows the meanings of its terms below all of its text.
    const shown = all('.body, .term-notes', tree)
      .flatMap(({ children }) => children.map((child) => toHtml(child)))
      .join('')
    const preview = body === null ? '' : previewOf(body, read.terms)
    expect(toHtml(fromHtml(preview, { fragment: true })), file).toBe(shown)
  }
})
