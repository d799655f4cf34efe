import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { textOf } from './text-of.ts'
import { writeThreeYears } from './years-content.ts'

/** The frozen report and made-up ones of the years before and after, built together. */
let folder = ''
let pages: BuiltPage[] = []
let said = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'years-'))
  const content = path.join(folder, 'content')
  writeThreeYears(content)
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: path.join(folder, 'dist'), PDF: '0' }
  const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
  expect(built.status, built.stdout + built.stderr).toBe(0)
  said = built.stdout + built.stderr
  pages = readPages(env.OUT_DIR)
})
afterAll(() => rmSync(folder, { recursive: true }))

function main(url: string) {
  return all('main', pages.find((page) => page.url === url)?.tree ?? { type: 'root', children: [] })[0]
}

test('the timeline marks as 未報告 what was announced for the year and is gone or silent in its report', () => {
  const timeline = main('/r7/timeline/')
  const marked = (timeline ? all('li:has(.unreported)', timeline) : []).map((item) => [
    textOf(all('.when', item)[0]),
    all('a', item)[0]?.properties['href'],
    textOf(all('.unreported', item)[0]),
  ])
  // 2-1-4-1 says no more of it, 2-2-2-3 has another name; 2-2-2-2 has one too and says whose it was.
  expect(marked).toEqual([
    ['R8以降', '/r7/2-1-4-1/#r2', '未報告'],
    ['R8', '/r7/2-2-2-3/#r1', '未報告'],
  ])
})

test('every year keeps its pages and files', () => {
  for (const year of ['r6', 'r7', 'r8']) {
    for (const url of ['', 'all/', '1/', 'data/']) expect(main(`/${year}/${url}`), `${year}/${url}`).toBeDefined()
    expect(existsSync(path.join(folder, 'dist', year, 'initiatives.json')), year).toBe(true)
  }
})

test('the text in plain Japanese stands on its initiative’s page, in paragraphs', () => {
  const plainOf = (url: string) => texts('#plain + div > p', url)
  expect(plainOf('/r8/1-1-1-1/')).toEqual(['試験用の文です。', '二つ目の段落です。'])
  expect(plainOf('/r7/1-1-1-1/')).toEqual([])
})

test('the newest report has nothing unreported', () => {
  const timeline = main('/r8/timeline/')
  expect(timeline && all('.unreported', timeline)).toEqual([])
})

test('a fact stands beside the result that states it, not beside a longer number that ends in it', () => {
  const figures = main('/r8/figures/')
  const row = (figures ? all('tr', figures) : []).find((each) => textOf(each).includes('受付'))
  expect(row && textOf(all('.sentence', row)[0])).toBe('受付 5件')
  expect(row && all('a', row)[0]?.properties['href']).toBe('/r8/2-3-2/#r2')
})

const page = (url: string) => pages.find((each) => each.url === url)?.tree ?? { type: 'root' as const, children: [] }
const texts = (selector: string, url: string) => all(selector, page(url)).map((each) => textOf(each).trim())
const links = (selector: string, url: string) =>
  all(selector, page(url)).map((each) => [textOf(each).trim(), each.properties['href']])

test('home is the newest published report; the header of an older one says so and leads on', () => {
  expect(texts('h1', '/')[0]).toContain('令和8年度')
  expect(texts('.year-links p', '/r7/2-1-3-1/')).toEqual(['令和7年度の報告書です。新しい報告書があります。'])
  expect(texts('.year-links p', '/r8/2-1-3-1/')).toEqual(['令和8年度の報告書です。'])
  expect(links('.site-header nav[aria-label="サイト"] a', '/r7/2-1-3-1/')).toContainEqual(['目次', '/r7/'])
  expect(all('.year-links', page('/glossary/'))).toEqual([])
})

test('the header leads to the same page of another year: by the story, by name, else to that year', () => {
  expect(links('.year-links a', '/r7/5-1-2-2/')).toEqual([
    ['令和8年度', '/r8/5-1-1-4/'],
    ['令和6年度', '/r6/5-1-2-2/'],
  ])
  expect(links('.year-links a', '/r7/figures/')[0]).toEqual(['令和8年度', '/r8/figures/'])
  expect(links('.year-links a', '/r7/2/')[0]).toEqual(['令和8年度', '/r8/2/'])
  expect(links('.year-links a', '/r8/4-2-2-2/')[0]).toEqual(['令和7年度', '/r7/'])
})

test('titles of pages carry the year, and no two are equal', () => {
  const titles = pages.map(({ tree }) => textOf(all('title', tree)[0]))
  expect(texts('title', '/r7/2-1-3-1/')[0]).toMatch(/^2-1-3-1 電子契約の促進（令和7年度）｜/)
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
})

test.each([
  [
    '/r7/2-1-3-1/',
    [
      '令和6年度 2-1-3-1 電子契約の促進',
      '令和7年度 変更 2-1-3-1 電子契約の促進（このページ）',
      '令和8年度 変更 2-1-3-1 電子契約の促進',
    ],
  ],
  ['/r7/5-1-1-1/', [null, /^令和7年度 継続/, /^令和8年度 継続/]],
  ['/r8/5-1-1-4/', [null, null, /^令和8年度 移動（5-1-2-2 から）/]],
  ['/r6/5-2-3-2/', [null, null, '令和8年度 終了 試験用に作った文書 令和8年度取組実績に、この取組はありません。']],
  ['/r8/4-2-2-2/', [/^令和8年度 新規/]],
  ['/r8/2-2-2-2/', [null, null, /^令和8年度 変更 2-2-2-2 税システムの再構築/]],
])('the story of %s', (url, expected) => {
  const story = texts('.story ol > li', url).map((text) => text.replaceAll(/\s+/g, ' '))
  expect(story).toHaveLength(expected.length)
  for (const [i, each] of expected.entries()) {
    if (typeof each === 'string') expect(story[i]).toBe(each)
    else if (each) expect(story[i]).toMatch(each)
  }
})

test('an initiative links the same one of the years beside it in its text', () => {
  expect(links('main .story a', '/r7/2-1-3-1/').map(([, href]) => href)).toEqual(['/r6/2-1-3-1/', '/r8/2-1-3-1/'])
})

test('figures of all years join, and a value that reports state differently is shown as such', () => {
  const rows = texts('.story .figure-table tbody tr', '/r7/2-1-3-1/').map((text) => text.replaceAll(/\s+/g, ' '))
  expect(rows).toEqual([
    'R5（2023年度）127件',
    'R6（2024年度）337件+165.4%',
    'R7（2025年度）523件+55.2%',
    'R8（2026年度）610件+16.6%',
  ])
  expect(texts('.differing', '/r7/2-1-3-1/')[0]).toMatch(/R6 は、.*令和6年度 336件、令和7年度 336件、令和8年度 337件/)
  expect(all('.differing', page('/r7/5-1-1-1/'))).toEqual([])
})

test('the check warns of a value that two years state differently', () => {
  expect(said).toMatch(
    /r8\/initiatives\/2-1-3-1\.md:.*R6 は、前の年度の報告書（r7 の 2-1-3-1）では 336件、ここでは 337件/,
  )
})

test('what changed: the silent, numbers by size, the ended, the new, the moved; the rest is counted', () => {
  const hrefs = (id: string) => links(`#${id} a`, '/r8/changes/').map(([, href]) => href)
  expect(texts('.changes > section > h2', '/r8/changes/')).toEqual([
    '未報告',
    '数の変わったもの',
    '終了',
    '新規',
    '移動・名前の変更',
    '変更',
  ])
  expect(hrefs('silent')).toContain('/r7/2-1-4-1/#r2')
  expect(hrefs('ended')).toEqual(['/r7/2-2-2-3/', '/r7/5-2-3-2/'])
  expect(hrefs('added')).toEqual(['/r8/2-2-2-3/', '/r8/4-2-2-2/'])
  expect(hrefs('moved')).toEqual(['/r7/5-1-2-2/', '/r8/5-1-1-4/', '/r7/2-2-2-2/', '/r8/2-2-2-2/'])
  expect(texts('#numbers li', '/r8/changes/').join()).toMatch(/電子契約の件数：R7 523件 → R8 610件（\+87件、\+16\.6%）/)
  const shares = all('#numbers li', page('/r8/changes/')).map(({ properties }) =>
    Math.abs(Number(properties['dataShare'])),
  )
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(texts('main p', '/r8/changes/')[0]).toMatch(/変わっていない取組は 6[0-9] です/)
  expect(all('main a[href="/r8/5-1-1-1/"]', page('/r8/changes/'))).toEqual([])
})

test('the first year has no changes to tell, and nothing links there', () => {
  expect(pages.some(({ url }) => url === '/r6/changes/')).toBe(false)
  expect(links('main a', '/r6/').some(([, href]) => href === '/r6/changes/')).toBe(false)
  expect(links('main a', '/r8/')).toContainEqual(['令和7年度からの変更点', '/r8/changes/'])
})
