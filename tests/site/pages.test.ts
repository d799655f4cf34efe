import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { flatResults } from '../../src/report/body.ts'
import { readBody } from '../read-body.ts'
import { reportParts } from '../content.ts'
import { FROZEN_CONTENT, frozenYear } from '../frozen-report.ts'
import { headingFindings, htmlFindings } from '../../src/build/accessibility.ts'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { deadLinks } from './dead-links.ts'
import { pdfLinks } from './pdf-links.ts'
import { textOf } from './text-of.ts'

const dist = inject('dist')
const pages = readPages(dist)
const page = (url: string) => pages.find((candidate) => candidate.url === url) as BuiltPage
const { outline, initiatives } = reportParts(await frozenYear())

test('every page of the report is there', () => {
  const urls = pages.map(({ url }) => url)
  expect(urls).toEqual(
    expect.arrayContaining([
      '/',
      '/r7/',
      '/r7/all/',
      '/about/',
      '/404.html',
      ...outline.viewpoints.map(({ number }) => `/r7/${number}/`),
      ...initiatives.map(({ number }) => `/r7/${number}/`),
    ]),
  )
  expect(initiatives).toHaveLength(68)
})

test.each(pages.map((built) => [built.url, built] as const))(
  '%s has one h1, its landmarks, and headings without jumps',
  (url, built) => {
    expect(headingFindings(built)).toEqual([])
    for (const landmark of ['html[lang=ja]', 'header', 'main#main', 'footer', 'a.skip[href="#main"]', 'head > title']) {
      expect(all(landmark, built.tree), `${url} ${landmark}`).toHaveLength(1)
    }
  },
)

test('titles and descriptions of pages differ from each other', () => {
  for (const selector of ['head > title', 'meta[name=description]']) {
    const texts = pages.map(({ tree }) => {
      const [element] = all(selector, tree)
      return textOf(element) || String(element?.properties['content'])
    })
    expect(new Set(texts).size).toBe(pages.length)
  }
})

test('reading pages have no script and no page has inline styles', () => {
  for (const { url, tree } of pages) {
    expect(all('[style], style', tree), url).toEqual([])
    if (!url.startsWith('/search')) expect(all('script:not([type="module"][src])', tree), url).toEqual([])
  }
})

test('html-validate finds nothing on any page', async () => {
  const found: string[] = []
  for (const built of pages) found.push(...(await htmlFindings(built)))
  expect(found).toEqual([])
})

test('every link and anchor leads somewhere', () => {
  expect(deadLinks(pages, dist, '/')).toEqual([])
})

test('every link and anchor leads somewhere under another base path, in the PDF too', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'based-'))
  const env = {
    ...process.env,
    CONTENT_DIR: FROZEN_CONTENT,
    OUT_DIR: path.join(folder, 'dist'),
    BASE_PATH: '/kensei/',
    SITE_URL: 'https://pref.example',
  }
  const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
  expect(built.status, built.stderr).toBe(0)
  const based = readPages(env.OUT_DIR)
  expect(deadLinks(based, env.OUT_DIR, '/kensei/')).toEqual([])
  const [canonical] = all('link[rel=canonical]', (based.find(({ url }) => url === '/r7/') as BuiltPage).tree)
  expect(canonical?.properties['href']).toBe('https://pref.example/kensei/r7/')
  const { addresses, dead } = await pdfLinks(path.join(env.OUT_DIR, 'r7/report.pdf'))
  expect(new Set(addresses)).toEqual(
    new Set(initiatives.map(({ number }) => `https://pref.example/kensei/r7/${number}/`)),
  )
  expect(dead).toEqual([])
  expect(readFileSync(path.join(env.OUT_DIR, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /kensei/\n')
  rmSync(folder, { recursive: true })
})

test('every title and result stands verbatim on its page, its viewpoint’s page and the whole report', () => {
  for (const { number, title, body } of initiatives) {
    const { results, notes } = readBody(body)
    for (const url of [`/r7/${number}/`, `/r7/${number[0]}/`, '/r7/all/']) {
      const text = textOf(all('main', page(url).tree)[0]).replace(/\s/g, '')
      for (const said of [
        title,
        ...flatResults(results).map((result) => result.text),
        ...notes.map((note) => note.text),
      ]) {
        expect(text, `${url}: ${said}`).toContain(said.replace(/\s/g, ''))
      }
    }
  }
})

test('every result of every initiative has its anchor and a link to itself', () => {
  for (const { number, body } of initiatives) {
    const { tree } = page(`/r7/${number}/`)
    for (const { id, text } of flatResults(readBody(body).results)) {
      const [item] = all(`li#${id}`, tree)
      expect(textOf(item).replace(/\s/g, ''), `${number}#${id}`).toContain(text.replace(/\s/g, ''))
      expect(all(`li#${id} > a.permalink[href="/r7/${number}/#${id}"]`, tree), `${number}#${id}`).toHaveLength(1)
    }
  }
})

test('a result with its own number ① gets no bullet before it', () => {
  const numbered = all('.body li.numbered', page('/r7/1-2-1-1/').tree).map(textOf)
  expect(numbered).toHaveLength(3)
  expect(numbered.map((text) => text[0])).toEqual(['①', '②', '③'])
})

test('a relisting leads to its source, and the source leads back', () => {
  for (const [from, to, anchor] of [
    ['2-1-2-1', '1-1-2-1', ''],
    ['2-2-2-3', '1-3-3-4', ''],
    ['4-1-2-1', '3-1-1-1', ''],
    ['5-1-1-1', '1-1-2-2', '#r1'],
  ] as const) {
    expect(all(`main .body a[href="/r7/${to}/${anchor}"]`, page(`/r7/${from}/`).tree), from).toHaveLength(1)
    expect(
      all(`main section[aria-labelledby=relations] a[href^="/r7/${from}/"]`, page(`/r7/${to}/`).tree),
      to,
    ).toHaveLength(1)
  }
})

test('the ※ of 2-1-4-1 leads to its note and back', () => {
  const { tree } = page('/r7/2-1-4-1/')
  expect(all('h1 a.note-mark[href="#note-203b"]', tree)).toHaveLength(1)
  expect(textOf(all('#note-203b', tree)[0])).toContain('※目視、実地監査')
  expect(all('#note-203b a[href="#ref-203b"]', tree)).toHaveLength(1)
})

test('the figures of 5-1-1-2 stand in tables with their change on the year', () => {
  const tables = all('main table', page('/r7/5-1-1-2/').tree).map(textOf)
  expect(tables.join('')).toMatch(/財政調整用基金残高.*R6（2024年度）.*435億円.*\+48億円/s)
  expect(tables.join('')).toMatch(/県債残高.*8,371億円.*△452億円/s)
})

test('from the first initiative, “next” walks all 68 in report order', () => {
  const walked: string[] = []
  for (let url: string | undefined = '/r7/1-1-1-1/'; url;) {
    walked.push(url)
    const next: unknown = all('a[rel=next]', page(url).tree)[0]?.properties['href']
    url = typeof next === 'string' ? next : undefined
  }
  expect(walked).toEqual(
    initiatives.map(({ number }) => `/r7/${number}/`).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  )
})

test('each initiative can be edited in one place', () => {
  const [link] = all('a', page('/r7/2-1-3-1/').tree).filter((element) => textOf(element) === 'この取組を編集する')
  expect(link?.properties['href']).toBe(
    'https://git.example/aomori/gyokaku-report/edit/main/content/r7/initiatives/2-1-3-1.md',
  )
})
