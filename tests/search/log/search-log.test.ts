import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSearchIndex } from '../../../src/build/search-index.ts'
import { run } from '../../build/commands.ts'
import { readReport } from '../content.ts'

const dist = mkdtempSync(path.join(tmpdir(), 'search-log-'))
const at = (name: string) => path.join(dist, name)

beforeAll(async () => {
  await writeSearchIndex(at('pagefind/a'), [await readReport()], [])
  writeFileSync(at('.gyokaku-versions.json'), '[{ "index": "a", "assets": [] }]')
})
afterAll(() => {
  rmSync(dist, { recursive: true })
})

const searchLog = (args: string[], out = dist) => run('search-log', { OUT_DIR: out }, args)

const line = (query: string) => {
  const request = `GET /search/?${new URLSearchParams({ q: query })} HTTP/1.1`
  return `203.0.113.9 - - [25/Nov/2026:04:00:00 +0900] "${request}" 200 512 "-" "Mozilla/5.0"`
}

test('a log gives the queries that the site does not answer, with their counts, and no addresses', () => {
  const queries = ['むむむ', '電子契約', 'ぬぬ', 'むむむ']
  writeFileSync(at('access.log.gz'), gzipSync([...queries.map(line), 'nonsense'].join('\r\n')))
  const { status, output } = searchLog([at('access.log.gz')])
  expect(status).toBe(0)
  expect(output.split('\n').filter(Boolean).slice(0, 4)).toEqual([
    '検索 4 回、3 通りの言葉を、作ってあるサイトの検索に問い直しました。',
    '何も見つからなかった言葉（2 通り、3 回）',
    '  2 回  むむむ',
    '  1 回  ぬぬ',
  ])
  expect(output).toContain('読めない行が 1 行ありました。')
  expect(output).not.toMatch(/203|Mozilla|nonsense/)
})

test.each([
  ['no file is named', [], 2, /使い方: npm run --silent search-log/],
  ['there is no such file', ['no.log'], 2, /ファイル「no\.log」がありません/],
  ['an option is not known', ['--all'], 2, /読めない指定があります/],
  ['two files are named', [at('list.txt'), at('list.txt')], 2, /使い方/],
  ['the log is of another form', [at('iis.log')], 1, /iis\.log」は、読み方の分からないログです/],
  ['the file is not packed', [at('broken.gz')], 1, /broken\.gz」は \.gz として開けません/],
])('it says so when %s', (_, args, code, says) => {
  writeFileSync(at('list.txt'), '電子契約\n')
  writeFileSync(at('iis.log'), '2026-11-25 04:00:00 203.0.113.9 GET /search/ q=a 443\n')
  writeFileSync(at('broken.gz'), 'plain')
  const { status, output } = searchLog(args)
  expect(status).toBe(code)
  expect(output).toMatch(says)
  expect(output).not.toMatch(/203\.0|\n +at /)
})

test('without a built site there is nobody to ask', () => {
  writeFileSync(at('list.txt'), '電子契約\n')
  const { status, output } = searchLog([at('list.txt')], at('none'))
  expect(status).toBe(1)
  expect(output).toMatch(/検索の索引がありません。先に npm run build/)
})
