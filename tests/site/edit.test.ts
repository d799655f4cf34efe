import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'
import { checkFiles } from '../../src/build/content.ts'
import { readFiles } from '../../src/build/folder.ts'
import { OpenContent } from '../../src/edit/open-content.ts'
import { coverPreview, previewOf } from '../../src/edit/preview.ts'
import type { SourcePart, Sources } from '../../src/edit/sources.ts'
import { readAndRender } from '../../src/rendered-initiative.ts'
import { parseFiscalYear } from '../../src/text/era.ts'
import type { Proposal } from '../../src/revise/proposal.ts'
import { fixFiles } from '../../src/check/fix.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { launch, visit } from './browser.ts'

const FILE = 'r7/initiatives/2-1-3-1.md'
const BODY = 'textarea[name=body]'

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
  await page.waitForSelector('#findings[data-state=done]', { state: 'attached' })
}

const rules = (page: Page) =>
  page.locator('#findings li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['rule']))

async function replace(page: Page, from: string, to: string, selector = BODY): Promise<void> {
  const field = page.locator(selector)
  await field.fill((await field.inputValue()).replace(from, to))
  await checked(page)
}

async function saved(page: Page): Promise<{ file: string; proposal: Proposal }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save-proposal')])
  const file = await download.path()
  return { file, proposal: JSON.parse(readFileSync(file, 'utf8')) as Proposal }
}

/** The frozen content with a proposal applied by the command; the caller takes it away. */
function applied(proposal: string): { content: string; says: string } {
  const content = mkdtempSync(path.join(tmpdir(), 'edit-'))
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const { status, stdout, stderr } = run('apply', proposal, '--content', content)
  expect(status, stdout + stderr).toBe(0)
  return { content, says: stdout }
}

const run = (name: string, ...args: string[]) =>
  spawnSync('node', [`scripts/${name}.ts`, ...args], { encoding: 'utf8' })

/** A text without the blanks between its parts. */
const bare = (text: string) => text.replaceAll(/[\s《》]/g, '')

test('a number is broken, told of, mended, recorded as an erratum, saved and applied; the page tells the changes that the command tells', async () => {
  const page = await open(FILE)
  expect(await rules(page)).toEqual([])
  await replace(page, '523件', '532件')
  expect(await rules(page)).toContain('figures/not-in-body')
  expect(await page.locator('#body .lines .error, #whole .lines .error').count()).toBeGreaterThan(0)
  await page.locator('input[name="figures.0.values.R7"]').fill('532')
  await checked(page)
  expect(await rules(page)).toEqual(['source/differs'])
  expect(await page.locator('#preview').innerText()).toContain('R7:532件')
  expect(await page.locator('#changes .warning').innerText()).toContain('errata.yml に訂正がありません')

  await page.click('.record summary')
  await page.fill('.record input[name=reason]', '集計の誤り')
  await page.fill('.record input[name=date]', '2026-05-20')
  await page.check('.record input[name=changesMeaning]')
  await page.click('.record button')
  await page.waitForSelector('#changes .recorded')
  // The erratum explains the difference from the document as received.
  expect(await rules(page)).toEqual([])
  expect(await page.locator('#changes .warning').count()).toBe(0)
  expect(await page.locator('#preview .erratum').innerText()).toBe('訂正あり')

  const shown = await page.locator('#changes').innerText()
  const { file, proposal } = await saved(page)
  const before = readFileSync(path.join(FROZEN_CONTENT, FILE), 'utf8')
  const errata = `- date: '2026-05-20'
  number: 2-1-3-1
  result: r1
  kind: 訂正
  before: (R5:127件→R6:336件→R7:523件)
  after: (R5:127件→R6:336件→R7:532件)
  reason: 集計の誤り
  changesMeaning: true
`
  expect(proposal.files).toEqual([
    { path: 'r7/errata.yml', before: null, after: errata },
    { path: FILE, before, after: before.replaceAll('523', '532') },
  ])
  const { content, says } = applied(file)
  expect(says).not.toContain('ほかの直しもありました')
  expect(readFileSync(path.join(content, FILE), 'utf8')).toBe(proposal.files[1]?.after)
  const { stdout } = run('changes', '--base', FROZEN_CONTENT, '--content', content)
  const told = stdout.split('\n').filter((line) => /: .* → |^■|数値 1|^ {4}後/.test(line))
  expect(told.length).toBeGreaterThan(3)
  for (const line of told) {
    const words = line.replace(/^■ |^ +後: /, '').replaceAll(/《[^》]*》/g, '')
    expect(bare(shown), line).toContain(bare(words).slice(0, 30))
  }
  rmSync(content, { recursive: true })
  await page.context().close()
})

test('a new initiative and one that goes: each takes all files along, and can be taken back', async () => {
  const page = await open(FILE)
  await page.click('#new summary')
  await page.waitForSelector('select[name=new-parent] option[value="2-1-3"]', { state: 'attached' })
  await page.selectOption('select[name=new-parent]', '2-1-3')
  await page.fill('input[name=new-title]', '新しい取組の見本')
  await page.click('#new button')
  await page.waitForURL(/2-1-3-2/)
  await checked(page)
  expect(await rules(page)).toContain('body/placeholder')
  await page.goto('/edit/?file=r7/initiatives/1-1-2-1.md')
  await page.waitForSelector('#findings[data-state=done]')
  await page.click('#remove summary')
  await page.waitForSelector('#remove .published:not([hidden])')
  await page.fill('input[name=remove-reason]', '終わったため')
  await page.click('#remove button')
  await page.waitForSelector('#editor[hidden]', { state: 'attached' })
  await checked(page)
  const changed = await page.locator('#changed').innerText()
  expect(changed).toContain('r7/errata.yml（新しいファイル）')
  expect(changed).toContain('r7/initiatives/1-1-2-1.md（なくします）')
  expect(changed).toContain('r7/initiatives/2-1-3-2.md（新しいファイル）')
  expect(await page.locator('#changes').innerText()).toContain('削除: 1-1-2-1')
  await page.click('#undo')
  await page.waitForURL(/file=/)
  await checked(page)
  expect((await saved(page)).proposal.files.map(({ path }) => path)).toEqual(['r7/initiatives/2-1-3-2.md'])
  await page.context().close()
})

test('what is not sent survives a reload, and is gone when it is thrown away', async () => {
  const page = await open(FILE)
  await page.locator('input[name=title]').fill('別の題')
  await checked(page)
  await page.reload()
  await page.waitForSelector('#findings[data-state=done]')
  expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
  expect(await page.locator('#changed a').allInnerTexts()).toEqual([FILE])
  await page.click('#discard')
  expect(await page.locator('input[name=title]').inputValue()).toBe('電子契約の促進')
  expect(await page.locator('#send').isVisible()).toBe(false)
  await page.context().close()
})

describe('two texts of one file stand beside each other, and nothing is lost', () => {
  /** As if the site's text had been another one when the draft was begun. */
  const begunWith = (page: Page, from: string, to: string) =>
    page.evaluate(
      ([from, to]) => {
        for (const [key, value] of Object.entries(localStorage)) {
          const draft = JSON.parse(value as string) as { before: string }
          localStorage.setItem(key, JSON.stringify({ ...draft, before: draft.before.replace(from, to) }))
        }
      },
      [from, to] as const,
    )

  test('the site has changed meanwhile', async () => {
    const page = await open(FILE)
    await page.locator('input[name=title]').fill('別の題')
    await checked(page)
    await begunWith(page, 'title: 電子契約の促進', 'title: 前の題')
    await page.reload()
    await page.waitForSelector('#conflict:not([hidden])')
    expect(await page.locator('#conflict textarea').inputValue()).toContain('title: 電子契約の促進')
    expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
    expect(await page.locator('#merge').isVisible()).toBe(false)
    await page.click('#keep-mine')
    expect(await page.locator('#conflict').isVisible()).toBe(false)
    expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
    await page.context().close()
  })

  test('the site has changed elsewhere in the file: both go together', async () => {
    const page = await open(FILE)
    await page.locator('input[name=title]').fill('別の題')
    await checked(page)
    await begunWith(page, 'R6:336件', 'R6:300件')
    await page.reload()
    await page.waitForSelector('#conflict:not([hidden])')
    await page.click('#merge')
    expect(await page.locator('#conflict').isVisible()).toBe(false)
    expect(await page.locator('input[name=title]').inputValue()).toBe('別の題')
    expect(await page.locator(BODY).inputValue()).toContain('R6:336件')
    await page.context().close()
  })

  test('another tab has changed it', async () => {
    const page = await open(FILE)
    const other = await page.context().newPage()
    await other.goto(`/edit/?file=${FILE}`)
    await other.waitForSelector('#findings[data-state=done]')
    await page.locator('input[name=title]').fill('この画面の題')
    await other.waitForSelector('#conflict[data-with=tab]:not([hidden])')
    await other.locator('input[name=title]').fill('別のタブの題')
    expect(await other.locator('#conflict textarea').inputValue()).toContain('この画面の題')
    // What the first tab has kept stands until somebody chooses.
    await page.reload()
    await page.waitForSelector('#findings[data-state=done]')
    expect(await page.locator('input[name=title]').inputValue()).toBe('この画面の題')
    await other.click('#keep-mine')
    await page.waitForSelector('#conflict[data-with=tab]:not([hidden])')
    await page.click('#take-other')
    expect(await page.locator('input[name=title]').inputValue()).toBe('別のタブの題')
    await page.context().close()
  })
})

test('forms are made of the schema: outline, glossary, words, corrections and errata', async () => {
  const page = await open('r7/outline.yml', 1280)
  const fill = async (file: string, act: () => Promise<unknown>) => {
    await page.selectOption('select[name=file]', file)
    await page.waitForFunction((path) => location.search.endsWith(path), file)
    await act()
    await checked(page)
    return page.locator('textarea[name=text]').inputValue()
  }
  const text = (file: string) => readFileSync(path.join(FROZEN_CONTENT, file), 'utf8')
  await page.click('[data-way="viewpoints.0"] > summary')
  await page.locator('input[name="viewpoints.0.title"]').fill('新しい視点の名前')
  await checked(page)
  const title = /title: (.*)/.exec(text('r7/outline.yml').split('viewpoints:')[1] ?? '')?.[1] ?? ''
  expect(await page.locator('textarea[name=text]').inputValue()).toBe(
    text('r7/outline.yml').replace(title, '新しい視点の名前'),
  )

  const glossary = await fill('glossary.yml', async () => {
    await page.click('.add[data-way=terms]')
    const last = page.locator('details[data-way^="terms."]').last()
    expect(await last.getAttribute('open')).not.toBe(null)
    const way = await last.getAttribute('data-way')
    for (const [key, value] of [
      ['term', '事業者'],
      ['reading', 'じぎょうしゃ'],
      ['meaning', '事業を営む人や会社'],
    ] as const) {
      await page.locator(`[name="${way}.${key}"]`).fill(value)
    }
    await page.check(`[name="${way}.reviewed"]`)
    await page.click(`.add[data-way="${way}.spellings"]`)
    await page.locator(`[name="${way}.spellings.0"]`).fill('事業主')
  })
  expect(glossary).toBe(
    `${text('glossary.yml').trimEnd()}
  - term: 事業者
    reading: じぎょうしゃ
    meaning: 事業を営む人や会社
    reviewed: true
    spellings:
      - 事業主
`,
  )
  expect(await rules(page)).toEqual([])

  const corrections = await fill('r7/corrections.yml', () => page.click('.add[data-way=places]'))
  expect(await rules(page)).toEqual(['title/empty', 'front-matter/empty'])
  expect(corrections).toContain("  - title: ''\n    reason: ''\n")
  await page.context().close()
})

test('files whose YAML can’t be read are edited as a whole', async () => {
  const page = await open('r7/outline.yml', 1280)
  const whole = page.locator('textarea[name=text]')
  await replace(page, 'title: ', 'titel: ', 'textarea[name=text]')
  expect(await rules(page)).toContain('front-matter/unknown-key')
  await page.click('#findings .place >> nth=0')
  expect(
    await whole.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)),
  ).toContain('titel: ')
  await replace(page, 'titel: ', 'title: [', 'textarea[name=text]')
  expect(await page.locator('#fields').isVisible()).toBe(false)
  await page.context().close()
})

test('everything that `npm run fix` mends has a button 直す, and both mend alike', async () => {
  const page = await open(FILE, 1280)
  const broken = readFileSync(path.join(FROZEN_CONTENT, FILE), 'utf8')
    .replace('利用促進\\', '利用\u200b促進¥')
    .replace('R7: 523', 'R7: ５２３')
    .replace('R6:336件', 'Ｒ６:336件')
  await page.locator('#whole summary').click()
  await page.locator('textarea[name=text]').fill(broken)
  await checked(page)
  const offered = await page.locator('#findings button.mend').count()
  expect(offered).toBeGreaterThan(0)
  const files = (await readFiles(FROZEN_CONTENT)).map((file) =>
    file.path === FILE ? { ...file, bytes: new TextEncoder().encode(broken) } : file,
  )
  expect(checkFiles(files).findings.filter(({ file, fix }) => fix && file === FILE)).toHaveLength(offered)
  for (let n = 0; n < 10 && (await page.locator('#findings button.mend').count()) > 0; n++) {
    await page.locator('#findings button.mend').first().click()
    await page.waitForSelector('#findings[data-state=done]')
  }
  const fixed = fixFiles(files, (now) => checkFiles(now).findings).files.find((file) => file.path === FILE)
  expect(await page.locator('textarea[name=text]').inputValue()).toBe(new TextDecoder().decode(fixed?.bytes))
  await page.context().close()
})

test('while Japanese is converted nothing is told, and no letter is lost', async () => {
  const page = await open(FILE, 1280)
  const keyboard = await page.context().newCDPSession(page)
  const compose = async (...texts: string[]) => {
    for (const text of texts) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
  }
  const state = () => page.locator('#findings').getAttribute('data-state')
  // The first letters after the page has come.
  const body = page.locator(BODY)
  await body.focus()
  await body.evaluate((field: HTMLTextAreaElement) => {
    const end = field.value.trimEnd().length
    field.setSelectionRange(end, end)
  })
  await page.keyboard.type('1')
  await compose('か', 'かん', 'かんじ', '漢字')
  await page.waitForTimeout(700)
  // The letter before the conversion waits too.
  expect(await rules(page)).toEqual([])
  expect(await state()).toBe('checking')
  expect(await body.inputValue()).toMatch(/件\)1漢字\n$/)
  await keyboard.send('Input.insertText', { text: '漢字' })
  await checked(page)
  expect(await body.inputValue()).toMatch(/件\)1漢字\n$/)
  expect(await rules(page)).toContain('source/differs')

  const title = page.locator('input[name=title]')
  await title.fill('')
  await compose('d', 'で', 'でn', 'でんし')
  expect(await title.inputValue()).toBe('でんし')
  await keyboard.send('Input.insertText', { text: '電子' })
  await page.keyboard.type('!')
  expect(await title.inputValue()).toBe('電子!')
  await checked(page)
  expect(await page.locator('textarea[name=text]').inputValue()).toContain('title: 電子!\n')
  await page.context().close()
})

test('by keyboard alone: every control is reached, and a finding is mended', async () => {
  const page = await open(FILE)
  await replace(page, '利用促進\\', '利用促進¥')
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('edit-page details')) details.setAttribute('open', '')
  })
  const wanted = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'edit-page :is(a[href], button, input, select, textarea, summary):not([hidden])',
    )
    const shown = [...all].filter((control) => control.checkVisibility())
    shown.forEach((control, i) => (control.dataset['stop'] = String(i)))
    return shown.length
  })
  await page.focus('edit-page select >> visible=true')
  const reached = new Set<string>()
  for (let n = 0; n < 3 * wanted && reached.size < wanted; n++) {
    const stop = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['stop'])
    if (stop !== undefined) reached.add(stop)
    await page.keyboard.press('Tab')
  }
  expect(reached.size).toBe(wanted)
  await page.focus('#findings button.mend')
  await page.keyboard.press('Enter')
  await checked(page)
  expect(await rules(page)).toEqual([])
  await page.context().close()
})

test('the numbers stand beside their lines at every width, however the lines wrap', async () => {
  for (const width of [360, 768, 1280]) {
    const page = await open('r7/initiatives/5-2-2-1.md', width)
    const heights = await page.evaluate(() => {
      const box = document.querySelector('#body .numbered') as HTMLElement
      const [lines, field] = [box.querySelector('.lines') as HTMLElement, box.querySelector('textarea') as HTMLElement]
      return { lines: lines.scrollHeight, field: field.scrollHeight, client: field.clientHeight }
    })
    expect(heights.field).toBe(heights.lines)
    expect(heights.field).toBe(heights.client)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.context().close()
  }
})

test('GitHub is offered where a repository is set: each file’s text on the clipboard, and the page that edits it', async () => {
  const page = await open(FILE, 1280)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await replace(page, '523件', '532件')
  await page.click('#propose')
  await page.evaluate(() => {
    window.open = (url) => ((document.body.dataset['opened'] = String(url)), null)
  })
  await page.click('#steps button')
  await page.waitForSelector('body[data-opened]')
  expect(await page.getAttribute('body', 'data-opened')).toBe(
    `https://git.example/aomori/gyokaku-report/edit/main/content/${FILE}`,
  )
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  expect(await clipboard()).toContain('R7:532件')
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: '文をコピーする' }).click()
  await page.waitForFunction(() => document.querySelector('#edit-status')?.textContent?.includes('コピーしました'))
  expect(await clipboard()).toContain('R7:532件')
  await page.context().close()
})

test('the preview of every initiative and cover is the body of its page', async () => {
  const from = `${inject('origin')}/edit/sources`
  const index = (await (await fetch(`${from}.json`)).json()) as Sources
  const parts = await Promise.all(
    index.parts.map(async ({ name }) => (await (await fetch(`${from}/${name}.json`)).json()) as SourcePart),
  )
  const { content } = new OpenContent(parts).read()
  const pages = new Map(readPages(inject('dist')).map((page) => [page.url, page]))
  let previews = 0
  for (const { path: file, text } of parts.flat()) {
    const [, year, number] = /^(r\d+)\/(?:initiatives\/(.+)|report)\.md$/.exec(file) ?? []
    if (!year) continue
    const { tree } = pages.get(number ? `/${year}/${number}/` : `/${year}/`) ?? { tree: { type: 'root', children: [] } }
    const source = { path: file, bytes: new TextEncoder().encode(text) }
    const body = number ? readAndRender(source, [parseFiscalYear(year.toUpperCase()) ?? 0], content.terms).html : null
    const preview = body === null ? coverPreview(file, text) : previewOf(body, content, file)
    // The page shows the meanings of its terms below all of its text.
    const built = all(number ? '.body, .term-notes' : '.introduction summary, .introduction div', tree)
    const shown = built.flatMap(({ children }) => children.map((child) => toHtml(child))).join('')
    const withoutLines = (html: string) => html.replaceAll('\n', '')
    expect(withoutLines(toHtml(fromHtml(preview ?? '', { fragment: true }))), file).toBe(withoutLines(shown))
    previews++
  }
  expect(previews).toBe(69)
})
