import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headingFindings, htmlFindings } from '../../src/build/accessibility.ts'
import { type BuiltPage, all, readPages } from '../../src/build/built-pages.ts'
import { readFiles } from '../../src/build/folder.ts'
import { checkContent } from '../check/check-content.ts'
import { baseFiles } from '../check/fixtures.ts'
import { RIGHT } from '../check/writings.ts'
import { deadLinks } from './dead-links.ts'
import { textOf } from './text-of.ts'

/** Sites whose bodies, cover and summaries are made of valid writings at random, each by its seed. */
const SEEDS = [11, 1009, 20251125]

/** Writings that can stand together in one body: notes and definitions have marks of their own. */
const blocks = RIGHT.filter((body) => !/\[\^|^\[a\]|\[a\]|再掲|^(?:###|[*+] )|\n\n/.test(body))
const LINKS = [
  '[関連](1-2-1.md#r1)',
  '[関連](1-2-2.md)',
  '[手引き](https://example.jp/a_b)',
  '**重点**',
  'https://example.jp/',
]

const result = fc.constantFrom(...blocks)
const nested = result.map((body) => body.replace(/^/gm, '  '))
const list = fc.tuple(fc.uniqueArray(result, { minLength: 1, maxLength: 6 }), fc.uniqueArray(nested, { maxLength: 3 }))
const body = fc
  .record({
    first: list,
    group: fc.option(list),
    linked: fc.uniqueArray(fc.constantFrom(...LINKS), { maxLength: 3 }),
    notes: fc.nat(2),
    note: fc.constantFrom('説明', '**大切**な[説明](https://example.jp/)', '一\\\n    二'),
  })
  .map(({ first, group, linked, notes, note }) => {
    const write = ([results, inner]: [string[], string[]]) => [...results, ...inner].join('\n')
    const marks = Array.from({ length: notes }, (_, i) => `- 点検${i + 1}[^1]と確認[^1]`)
    return [
      [write(first), ...linked.map((words, i) => `- 公開${i + 1}：${words}`), ...marks].join('\n'),
      ...(group ? [`### 【その他】\n\n${write(group)}`] : []),
      ...(notes > 0 ? [`[^1]: ${note}`] : []),
    ].join('\n\n')
  })

const COVER = `## 趣旨

**趣旨**の文[^1]と[取組](initiatives/1-1-1-1.md#r1)、もう一度[^1]、[別の取組](initiatives/1-2-1.md)。

- 一覧
- https://example.jp/をご覧ください

[^1]: [説明](https://example.jp/)の\\
    続き
`

describe.each(SEEDS)('the site of seed %i', (seed) => {
  let folder = ''
  let pages: BuiltPage[] = []
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'random-'))
    const content = path.join(folder, 'content')
    cpSync('tests/fixtures/check/_base', content, { recursive: true })
    const paths = baseFiles()
      .map((file) => file.path)
      .filter((file) => /1-1-1-1|1-1-1-2|1-1-3-1/.test(file))
    fc.sample(body, { seed, numRuns: paths.length }).forEach((text, i) => {
      const file = path.join(content, paths[i] ?? '')
      const [, head = ''] = /^(---\n[\s\S]*?)\n---\n/.exec(readFileSync(file, 'utf8')) ?? []
      const plain = 'plain: |\n  **紙**を減らします。\n\n  - [取組](1-2-1.md)\n  - https://example.jp/を見てください\n'
      writeFileSync(file, `${head}\n${plain}---\n\n${text}\n`)
    })
    const report = path.join(content, 'r7/report.md')
    writeFileSync(report, readFileSync(report, 'utf8').replace(/## 趣旨[\s\S]*/, COVER))
    expect(checkContent(await readFiles(content))).toEqual([])
    const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: path.join(folder, 'dist'), PDF: '0' }
    const built = spawnSync('node', ['scripts/build.ts'], { env, encoding: 'utf8' })
    expect(built.status, built.stdout + built.stderr).toBe(0)
    pages = readPages(env.OUT_DIR)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('has no dead link, no broken HTML and no mark left over', async () => {
    expect(deadLinks(pages, path.join(folder, 'dist'), '/')).toEqual([])
    for (const page of pages) {
      expect(headingFindings(page), page.url).toEqual([])
      expect(await htmlFindings(page), page.url).toEqual([])
      const ids = all('[id]', page.tree).map(({ properties }) => properties['id'])
      expect(new Set(ids).size, page.url).toBe(ids.length)
      expect(textOf(all('main', page.tree)[0]), page.url).not.toMatch(/\*\*(?!\S*\*\*)|\]\(|Footnotes|Back to/)
    }
  })
})
