import type { BrowserContext, Page } from 'playwright-core'

/** One page of each kind. */
export const KINDS = [
  '',
  'r7/',
  'r7/2/',
  'r7/all/',
  'r7/figures/',
  'r7/timeline/',
  'r7/data/',
  'data/',
  'glossary/',
  'about/',
  'accessibility/',
  '404.html',
]

/** What a reader or an editor does, by the path of the page where they do it. Each ends once the page has done it. */
export const DOINGS: [path: string, does: string, act: (page: Page) => Promise<unknown>][] = [
  ['search/?q=電子契約', 'searches', searched],
  ['search/?q=若者の定着', 'searches, for a ranked list', searched],
  ['search/?q=denshi keiyaku', 'searches in letters', searched],
  ['search/?outlook=considered', 'looks at a list', searched],
  ['r7/', 'searches in the dialog', searchInDialog],
  ['r7/2-1-3-1/?q=電子契約', 'sees the words of a search marked', seeMarks],
  ['r7/2-1-3-1/', 'switches readings on', switchReadings],
  ['r7/2-2-2-1/', 'opens what a term means', openTerm],
  ['r7/2-1-4-1/', 'copies a citation', copyCitation],
  ['r7/select/', 'chooses initiatives', choose],
  ['r7/select/?n=2-1-3-1,5-1-1-2', 'takes them as CSV', (page) => download(page, '実績の表')],
  ['r7/select/?n=2-1-3-1', 'takes them as Word', (page) => download(page, '文書（Word）')],
  ['r7/all/', 'prints', (page) => page.pdf({ preferCSSPageSize: true })],
  ['edit/?file=r7/initiatives/2-1-3-1.md', 'edits, sees findings and preview, saves', edit],
]

export async function read(page: Page) {
  await page.waitForSelector('.ready', { state: 'attached' })
}

async function searched(page: Page) {
  await page.waitForSelector('#results[data-state="done"]', { state: 'attached' })
}

async function searchInDialog(page: Page) {
  await page.waitForSelector('.ready')
  await page.keyboard.press('/')
  await page.locator('dialog.search-dialog input[name="q"]').fill('電子契約')
  await page.waitForSelector('dialog li[data-number="2-1-3-1"]')
}

async function seeMarks(page: Page) {
  await page.waitForFunction(() => CSS.highlights.get('search')?.size)
}

async function switchReadings(page: Page) {
  await page.getByRole('button', { name: 'ふりがな' }).click()
  await page.locator('h1 rt').first().waitFor()
  await page.getByRole('button', { name: 'ふりがな' }).click()
  await page.locator('rt').first().waitFor({ state: 'detached' })
}

async function openTerm(page: Page) {
  await page.locator('main [popovertarget]').first().click()
  await page.locator('.term-note:popover-open').waitFor()
}

async function copyCitation(page: Page) {
  await page.getByText('引用する').click()
  await page.getByRole('button', { name: /この取組の引用文を\s?コピー/ }).click()
  await page
    .getByText(/コピーしました|コピーできませんでした/)
    .first()
    .waitFor()
}

async function choose(page: Page) {
  await page.waitForSelector('.ready')
  await page.getByRole('checkbox', { name: '5-2-2-1' }).check()
  await page.getByRole('button', { name: '選んだ取組を表示' }).click()
  await page.getByText('の取組を表示しています').waitFor()
}

async function download(page: Page, button: string) {
  await page.getByText('の取組を表示しています').waitFor()
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
}

async function edit(page: Page) {
  await page.waitForSelector('#findings[data-state=done]')
  const body = page.locator('textarea[name=body]')
  await body.fill((await body.inputValue()).replace('523件', '532件'))
  await page.locator('#findings li').first().waitFor()
  await page.locator('#preview', { hasText: '532件' }).waitFor()
  await Promise.all([page.waitForEvent('download'), page.click('#save-proposal')])
}

/** A page of a context, and whatever goes wrong in it: violations of its policy, errors, and failed or foreign requests. */
export async function watchedPage(context: BrowserContext, home: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfailed', (request) => {
    // What a page no longer wants when it is left is no failure.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(home) && !/^(?:data|blob):/.test(url)) faults.push(`${url} is foreign`)
  })
  return { page, faults }
}
