import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch, visit } from './browser.ts'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'

const KIB = 1024

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const pages = readPages(inject('dist'))
const urls = pages.map(({ url }) => url)
const initiatives = urls.filter((url) => /^\/r\d+\/\d-\d+-/.test(url))

/** Everything that a browser without a cache fetches for a page before its reader does anything, gzipped here. */
async function firstVisit(url: string, until?: string): Promise<{ path: string; type: string; bytes: number }[]> {
  const page = await visit(browser, 'about:blank')
  const answers: Promise<{ path: string; type: string; bytes: number }>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    const { protocol, pathname } = new URL(response.url())
    // Chromium fetches the icon at some time of its own, and once for all pages; often after this visit.
    if (protocol === 'data:' || pathname === '/favicon.svg') return
    answers.push(response.body().then((body) => ({ path: pathname, type, bytes: gzipSync(body).length })))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  if (until !== undefined) await page.waitForSelector(until, { state: 'attached' })
  const fetched = await Promise.all(answers)
  await page.context().close()
  return fetched
}

test('a first visit to the heaviest initiatives takes at most 16 KiB in at most 3 requests and one for the icon', async () => {
  const built = pages.filter(({ url }) => initiatives.includes(url))
  const heaviest = built.sort((a, b) => b.html.length - a.html.length).slice(0, 3)
  expect(heaviest).toHaveLength(3)
  for (const url of ['/r7/2-1-3-1/', ...heaviest.map((page) => page.url)]) {
    const fetched = await firstVisit(url)
    const told = `${url}: ${fetched.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')}`
    expect(fetched.length, told).toBeLessThanOrEqual(3)
    expect(
      fetched.reduce((sum, { bytes }) => sum + bytes, 0),
      told,
    ).toBeLessThanOrEqual(16 * KIB)
  }
})

/** What a page asks for besides itself. */
const askedBy = ({ tree }: BuiltPage) =>
  all('link[rel=stylesheet], script[src]', tree)
    .map(({ properties }) => String(properties['href'] ?? properties['src']))
    .join(' ')

test('every initiative asks for the same files, so that only its text is new after the first', () => {
  expect(new Set(pages.filter(({ url }) => initiatives.includes(url)).map(askedBy)).size).toBe(1)
})

test('no script that a page loads by itself is over 5 KiB', async () => {
  // The edit page is for staff, and brings what reads and writes YAML.
  const readers = pages.filter(({ url }) => url !== '/edit/')
  for (const [{ url } = { url: '' }] of Map.groupBy(readers, askedBy).values()) {
    const scripts = (await firstVisit(url)).filter(({ type }) => type === 'script')
    for (const { path, bytes } of scripts) expect(bytes, `${url}: ${path}`).toBeLessThanOrEqual(5 * KIB)
  }
})

/** The gzipped bytes of a first visit to a search, once its answer stands. */
async function firstSearch(query: string): Promise<number> {
  const fetched = await firstVisit(`/search/?q=${encodeURIComponent(query)}`, '#results[data-state="done"]')
  expect(fetched.some(({ path }) => /\/pagefind\/\w+\/(?:index|characters)\//.test(path))).toBe(true)
  return fetched.reduce((sum, each) => sum + each.bytes, 0)
}

test.each([['電子契約'], ['連携協定'], ['県'], ['R7.4']])(
  'a first exact search for %s takes at most 116 KiB',
  async (query) => {
    expect(await firstSearch(query)).toBeLessThanOrEqual(116 * KIB)
  },
)

test.each([['取り組み'], ['令和7年4月'], ['DX 研修'], ['R6決算における財政指標(対前年度比)']])(
  'a longer one, or one in another spelling, for %s at most 133 KiB',
  async (query) => {
    expect(await firstSearch(query)).toBeLessThanOrEqual(133 * KIB)
  },
)

test.each([['雪かきの支援'], ['若者の定着'], ['県の貯金はいくらありますか'], ['2月の協定'], ['インターシップ']])(
  'with the ranked list, for %s, at most 156 KiB',
  async (query) => {
    expect(await firstSearch(query)).toBeLessThanOrEqual(156 * KIB)
  },
)

test('in letters of another script, which loads readings too, at most 162 KiB', async () => {
  expect(await firstSearch('denshi keiyaku')).toBeLessThanOrEqual(162 * KIB)
})
