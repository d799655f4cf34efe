import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import type { Edition } from '../../src/build/edition.ts'
import { takeInventory } from '../../src/build/inventory.ts'
import { PUBLISHED } from '../../src/publish/published.ts'
import { textOf } from './text-of.ts'

/** What machines read of the site: previews, search engines, feed readers. */

const ADDRESS = 'https://report.example'
const dist = inject('dist')
const pages = readPages(dist)
const listed = pages.filter(({ tree }) => all('meta[name=robots]', tree).length === 0)
const page = (url: string) => pages.find((each) => each.url === url) as BuiltPage
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8')

interface Thing {
  '@type': string
  [property: string]: unknown
}

const thingsOn = ({ tree }: BuiltPage): Thing[] =>
  all('script[type="application/ld+json"]', tree).map((script) => JSON.parse(textOf(script)) as Thing)
const thingOn = (url: string, type: string) => thingsOn(page(url)).find((thing) => thing['@type'] === type)

/** Width and height of a PNG, as a page states them. */
function sizeOf(file: string): string[] {
  const png = readFileSync(path.join(dist, file))
  return [png.readUInt32BE(16), png.readUInt32BE(20)].map(String)
}

test('a shared page says its title, what it is about and its address', () => {
  expect(listed.length).toBeGreaterThan(80)
  for (const { url, tree } of listed) {
    const meta = (name: string) => all(`meta[property="${name}"]`, tree)[0]?.properties['content']
    expect(meta('og:url'), url).toBe(ADDRESS + url)
    expect(meta('og:url'), url).toBe(all('link[rel=canonical]', tree)[0]?.properties['href'])
    expect(meta('og:description'), url).toBe(all('meta[name=description]', tree)[0]?.properties['content'])
    expect(textOf(all('head > title', tree)[0]), url).toContain(String(meta('og:title')))
    for (const name of ['og:type', 'og:site_name', 'og:locale']) expect(meta(name), url).toBeTruthy()
    expect(all('meta[name="twitter:card"]', tree), url).toHaveLength(1)
    const image = String(meta('og:image'))
    expect(image, url).toMatch(/^https:\/\/report\.example\/.*\.png$/)
    expect([meta('og:image:width'), meta('og:image:height')], url).toEqual(sizeOf(image.slice(ADDRESS.length)))
    expect(meta('og:image:alt'), url).toBeTruthy()
  }
  const image = (url: string) => all('meta[property="og:image"]', page(url).tree)[0]?.properties['content']
  expect(image('/r7/2-1-3-1/')).toBe(`${ADDRESS}/r7/cards/2-1-3-1.png`)
  expect(image('/r7/2/')).toBe(`${ADDRESS}/r7/cards/2.png`)
  expect(image('/')).toBe(`${ADDRESS}/card.png`)
  expect(all('meta[property^="og:"]', page('/404.html').tree)).toEqual([])
})

test('the report’s page describes a report, the page of its data a dataset with every file', () => {
  expect(thingOn('/r7/', 'Report')).toMatchObject({
    name: expect.stringContaining('令和7年度'),
    url: `${ADDRESS}/r7/`,
    datePublished: '2026-02',
    author: { name: '青森県 総務部 行政経営課' },
    publisher: { name: '青森県' },
  })
  const dataset = thingOn('/r7/data/', 'Dataset')
  expect(dataset).toMatchObject({ name: expect.any(String), temporalCoverage: '2025-04-01/2026-03-31' })
  // What search engines for data ask of a description.
  expect(String(dataset?.['description']).length).toBeGreaterThanOrEqual(50)
  expect((dataset?.['distribution'] as Thing[]).map((each) => [each['contentUrl'], each['encodingFormat']])).toEqual(
    PUBLISHED.map(({ name, mediaType }) => [`${ADDRESS}/r7/${name}`, mediaType]),
  )
})

test('where a page stands is told in full addresses, in order, the page itself last', () => {
  const below = pages.filter(({ tree }) => all('nav.breadcrumbs', tree).length > 0)
  expect(below.length).toBeGreaterThan(70)
  for (const built of below) {
    const list = thingsOn(built).find((thing) => thing['@type'] === 'BreadcrumbList')
    const items = (list?.['itemListElement'] ?? []) as { position: number; name: string; item: string }[]
    const shown = all('nav.breadcrumbs a', built.tree)
    expect(items.map(({ position }) => position)).toEqual(items.map((_, i) => i + 1))
    expect(items.slice(0, shown.length).map(({ item }) => item)).toEqual(
      shown.map(({ properties }) => ADDRESS + String(properties['href'])),
    )
    expect(items.at(-1)?.item, built.url).toBe(ADDRESS + built.url)
  }
})

test('the sitemap names every page that search engines may list, and since when a report says what it says', () => {
  const entries = Array.from(
    read('sitemap-0.xml').matchAll(/<url><loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g),
    ([, url = '', date]) => ({ path: url.slice(ADDRESS.length), date }),
  )
  expect(new Set(entries.map((entry) => entry.path))).toEqual(new Set(listed.map(({ url }) => url)))
  for (const { path: url, date } of entries) {
    expect(date, url).toBe(url.startsWith('/r7/') ? '2026-02-01T00:00:00.000Z' : undefined)
  }
  expect(read('sitemap-index.xml')).toContain(`${ADDRESS}/sitemap-0.xml`)
  expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${ADDRESS}/sitemap-index.xml\n`)
})

test('the feed is named on every page, and llms.txt leads to pages and files that are there', () => {
  for (const { url, tree } of listed) {
    expect(all('link[type="application/atom+xml"][href="/feed.xml"]', tree), url).toHaveLength(1)
  }
  expect(read('feed.xml')).toContain(`<id>${ADDRESS}/r7/</id>`)
  const links = Array.from(read('llms.txt').matchAll(/\]\((.*?)\)/g), ([, url = '']) => url)
  expect(links.length).toBeGreaterThan(10)
  for (const url of links) {
    const file = url.slice(ADDRESS.length).replace(/\/$/, '/index.html')
    expect(existsSync(path.join(dist, file)), url).toBe(true)
  }
})

test('edition.json tells the commit, and the SHA-256 of every other file of the site', () => {
  const { commit, date, checksums } = JSON.parse(read('edition.json')) as Edition
  expect(commit === null || /^[0-9a-f]{40}$/.test(commit)).toBe(true)
  expect(date === null).toBe(commit === null)
  const files = [...takeInventory(dist).keys()].filter((file) => file !== 'edition.json').sort()
  expect(Object.keys(checksums)).toEqual(files)
  for (const file of ['index.html', 'r7/results.csv', 'r7/report.pdf', 'r7/figures/2-1-3-1_1.png']) {
    const bytes = readFileSync(path.join(dist, file))
    expect(checksums[file], file).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
