/**
 * `node tests/bench/search.ts`: the search of 68, 1,000 and 10,000 initiatives beside stock Pagefind on the same texts.
 * To hold: a first search of 68 weighs 125 KiB at most all in all, of 10,000 and four characters 200 KiB, and its first
 * results are drawn within 300 ms. Bytes are gzipped, as on the wire; the stylesheet, scripts and page count in. Times are
 * those of `timeVisit`; both engines are visited in turn, so that what else the machine does falls on both.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, ensureChromium } from '../../src/build/chromium.ts'
import { ownIndexOf } from '../../src/build/last-versions.ts'
import { writeSearchIndex } from '../../src/build/search-index.ts'
import type { OpenData, PublishedInitiative, PublishedResult } from '../../src/publish/open-data.ts'
import { linesOf } from '../../src/search/index/lines.ts'
import { readGlossary, readReport } from '../search/content.ts'
import { seeded } from '../search/random.ts'
import { serve } from '../../src/build/serve.ts'
import { type Times, type Visit, timeVisit, writeTimed } from './visit.ts'

const RUNS = 9
const WORDS = { first: '電子契約', further: '連携協定' }
const OURS: Visit = { ...WORDS, page: 'search/', result: '#results > li', input: 'input[name="q"]' }
const STOCK: Visit = { ...WORDS, page: '', result: '.pagefind-ui__result-link', input: 'input' }
const [dist = 'dist'] = process.argv.slice(2)

/** A site with its index, served. */
interface Site {
  visit: Visit
  folder: string
  origin: string
  close: () => Promise<void>
  indexSeconds: number
}

interface Measured extends Times {
  indexSeconds: number
  indexMiB: number
  firstKiB: number
  furtherKiB: number
}

const report = await readReport()
const executable = ensureChromium()
console.log('initiatives | engine | index s | index MiB | first KiB | further KiB | first ms | further ms')
for (const count of [68, 1000, 10_000]) {
  const reports = manyReports(count)
  const sites = [await publish(OURS, reports, writeOurs), await publish(STOCK, reports, writeStock)]
  const [ours, stock] = await measure(sites)
  if (!ours || !stock) throw new Error('nothing was measured')
  print(count, 'ours', ours)
  print(count, 'stock', stock)
  console.log(`${count} | ours / stock | ${ratios(ours, stock).join(' | ')}`)
  for (const { close, folder } of sites) {
    await close()
    rmSync(folder, { recursive: true })
  }
}

/** Years of the report, each varied from the real one: numbers changed (but no years and months), a third of the results taken from elsewhere. */
function manyReports(count: number): OpenData[] {
  const random = seeded(count)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const texts = report.initiatives.flatMap(({ results }) => results.map(({ text }) => text))
  const vary = (result: PublishedResult): PublishedResult => {
    const text = random() < 1 / 3 ? pick(texts) : result.text
    const digits = text.replace(/(?<![RHS.\d])\d+(?![.\d])/g, (number) =>
      String(Math.floor(random() * 10 ** number.length)),
    )
    return { ...result, text: digits, ...(result.children && { children: result.children.map(vary) }) }
  }
  const years: OpenData[] = []
  for (let left = count, year = 7; left > 0; left -= report.initiatives.length, year++) {
    const id = `r${year}`
    const initiatives = report.initiatives.slice(0, left).map((initiative): PublishedInitiative => {
      const url = `/${id}/${initiative.number}/`
      return year === 7 ? initiative : { ...initiative, url, results: initiative.results.map(vary) }
    })
    years.push({ report: { ...report.report, id, year: id.toUpperCase(), url: `/${id}/` }, initiatives })
  }
  return years
}

/** The built site's search page over an index of these reports. */
async function writeOurs(folder: string, reports: OpenData[]): Promise<void> {
  for (const part of ['search', '_astro']) cpSync(path.join(dist, part), path.join(folder, part), { recursive: true })
  // Where the built page asks for it.
  await writeSearchIndex(path.join(folder, ownIndexOf(dist) ?? ''), reports, readGlossary())
}

/** Stock Pagefind with its own interface over a page for each initiative. */
async function writeStock(folder: string, reports: OpenData[]): Promise<void> {
  // Chunks of Pagefind's default size.
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE']
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  for (const { initiatives } of reports) {
    for (const initiative of initiatives) {
      const [title, ...lines] = linesOf(initiative).map(({ text }) => escape(text))
      const items = lines.map((line) => `<li>${line}`).join('')
      mkdirSync(path.join(folder, initiative.url), { recursive: true })
      const html = `<!doctype html><html lang="ja"><title>${title}</title><main data-pagefind-body><h1>${title}</h1><ul>${items}</ul></main>`
      writeFileSync(path.join(folder, initiative.url, 'index.html'), html)
    }
  }
  const start = `new PagefindUI({ element: '#s', showImages: false }).triggerSearch(new URLSearchParams(location.search).get('q'))`
  const assets = `<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script src="/pagefind/pagefind-ui.js"></script>`
  const html = `<!doctype html><html lang="ja"><title>検索</title>${assets}<div id="s"></div><script>${start}</script>`
  writeFileSync(path.join(folder, 'index.html'), html)
  const { index } = await createIndex()
  await index?.addDirectory({ path: folder })
  await index?.writeFiles({ outputPath: path.join(folder, 'pagefind') })
  // The service keeps the settings that it began with.
  await close()
}

async function publish(
  visit: Visit,
  reports: OpenData[],
  write: (folder: string, reports: OpenData[]) => Promise<void>,
): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  writeFileSync(path.join(folder, '404.html'), '')
  const start = performance.now()
  await write(folder, reports)
  const indexSeconds = (performance.now() - start) / 1000
  writeTimed(folder, visit)
  return { visit, folder, ...(await serve(folder)), indexSeconds }
}

async function measure(sites: readonly Site[]): Promise<Measured[]> {
  const times = sites.map((): Times[] => [])
  for (let run = 0; run < RUNS; run++) {
    for (const [i, { origin, visit }] of sites.entries()) times[i]?.push(await timeVisit(executable, origin, visit))
  }
  const medianOf = (i: number, pick: (times: Times) => number) => median((times[i] ?? []).map(pick))
  return Promise.all(
    sites.map(async ({ visit, folder, origin, indexSeconds }, i) => ({
      indexSeconds,
      indexMiB: sizeOf(path.join(folder, 'pagefind')) / 2 ** 20,
      ...(await weigh(origin, visit)),
      firstMs: medianOf(i, ({ firstMs }) => firstMs),
      furtherMs: medianOf(i, ({ furtherMs }) => furtherMs),
    })),
  )
}

/** KiB over the wire of a first search by its address in a browser that has nothing yet, and of a further one by typing. */
async function weigh(origin: string, { page: at, first, further, result, input }: Visit) {
  const browser = await chromium.launch({ executablePath: executable, args: CHROMIUM_ARGS })
  const page = await browser.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    // What Pagefind wrote gzipped is not gzipped again on the wire.
    const size = async () => {
      const body = await response.body()
      return Math.min(body.length, gzipSync(body).length)
    }
    sizes.push(size().catch(() => 0))
  })
  const weighed = async () => {
    await page.waitForTimeout(500)
    await page.waitForLoadState('networkidle')
    return (await Promise.all(sizes.splice(0))).reduce((sum, size) => sum + size, 0) / 1024
  }
  await page.goto(`${origin}/${at}?q=${encodeURIComponent(first)}`)
  await page.waitForSelector(result)
  const firstKiB = await weighed()
  await page.fill(input, further)
  const furtherKiB = await weighed()
  await browser.close()
  return { firstKiB, furtherKiB }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((file) => statSync(path.join(folder, String(file))))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}

function print(count: number, engine: string, m: Measured): void {
  const figures = [m.indexSeconds.toFixed(1), m.indexMiB.toFixed(1), m.firstKiB.toFixed(0), m.furtherKiB.toFixed(0)]
  console.log(`${count} | ${engine} | ${[...figures, m.firstMs.toFixed(0), m.furtherMs.toFixed(0)].join(' | ')}`)
}

function ratios(ours: Measured, stock: Measured): string[] {
  return (Object.keys(ours) as (keyof Measured)[]).map((key) => (ours[key] / stock[key]).toFixed(2))
}
