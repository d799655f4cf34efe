import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { summaryOf } from '../../src/build/summary.ts'
import { environment, linesOf, pagesIn, run } from './commands.ts'

const LIMIT = 120_000

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'summary-'))
  out = path.join(folder, 'dist')
})
afterEach(() => rmSync(folder, { recursive: true }))

const counts = { viewpoints: 5, sections: 13, subsections: 32 }

test.each([
  [[{ year: 'r7', initiatives: 68 }], [], 'r7 の取組 68 件、2 ページを 5.1 秒で dist に作りました。'],
  [
    [
      { year: 'r8', initiatives: 1000 },
      { year: 'r7', initiatives: 68 },
    ],
    ['PDF（PDF=0 の指定）'],
    'r8 の取組 1,000 件、r7 の取組 68 件、2 ページを 5.1 秒で dist に作りました。作らなかったもの: PDF（PDF=0 の指定）',
  ],
])('the last line of a build says what it made: %j, without %j', (reports, leftOut, line) => {
  const files = new Map([
    ['index.html', 1],
    ['r7/index.html', 1],
    ['favicon.svg', 1],
  ])
  const built = { files, reports: reports.map((report) => ({ ...counts, ...report })), leftOut }
  expect(summaryOf(built, path.resolve('dist'), 5123)).toBe(line)
})

test(
  'a build ends with what it made, and shows no steps where nobody watches',
  () => {
    const ended = run('build', { OUT_DIR: out })
    expect(ended.status, ended.output).toBe(0)
    const line = `r7 の取組 8 件、${pagesIn(out)} ページを \\d+\\.\\d 秒で ${out} に作りました。作らなかったもの: PDF（PDF=0 の指定）`
    // Before it stands what is not set.
    expect(linesOf(ended)).toEqual([expect.stringMatching('^設定されていないので'), expect.stringMatching(line)])
  },
  LIMIT,
)

test(
  'on a terminal a build shows its steps',
  ({ skip }) => {
    const { status, stdout } = spawnSync('script', ['-qec', 'node scripts/build.ts', '/dev/null'], {
      env: environment({ OUT_DIR: out }),
      encoding: 'utf8',
    })
    if (status === null) skip('the program script, which gives a terminal, is not installed')
    expect(status, stdout).toBe(0)
    for (const step of ['原稿を点検しています …', 'ページと検索の索引を作っています …']) expect(stdout).toContain(step)
  },
  LIMIT,
)
