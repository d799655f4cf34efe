import { spawnSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SourceFile } from '../../src/text/source-file.ts'
import { baseFiles, caseFiles } from './fixtures.ts'

let folder = ''
let good = ''
let bad = ''
let warned = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-'))
  good = write('good', baseFiles())
  bad = write('bad', caseFiles('gap-between-files'))
  warned = write('warned', caseFiles('spaces-inside-a-word'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, files: readonly SourceFile[]): string {
  for (const file of files) {
    const target = path.join(folder, name, file.path)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.bytes)
  }
  return path.join(folder, name)
}

function check(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

test('a faultless folder leaves with 0 and one line', () => {
  expect(check(['--content', good])).toEqual({
    status: 0,
    stdout: 'まちがいは見つかりませんでした。（r7: 2 視点・3 項目・4 小項目・8 取組）\n',
    stderr: '',
  })
})

test('warnings alone leave with 0', () => {
  const { status, stdout } = check(['--content', warned])
  expect(status).toBe(0)
  expect(stdout).toContain('注意が 1 件')
})

test('errors leave with 1', () => {
  const { status, stdout } = check(['--content', bad])
  expect(status).toBe(1)
  expect(stdout).toContain('bad/r7/initiatives/1-1-1-4.md:2:9: エラー:')
})

test('json names files relative to the folder', () => {
  const { status, stdout } = check(['--content', bad, '--format', 'json'])
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    errors: 1,
    warnings: 0,
    messages: [{ file: 'r7/initiatives/1-1-1-4.md', line: 2, column: 9, rule: 'number/gap', severity: 'error' }],
  })
})

test('the folder of CONTENT_DIR is checked where none is given', () => {
  expect(check(['--format', 'github'], { CONTENT_DIR: bad }).stdout).toMatch(
    /^::error file=.*bad\/r7\/initiatives\/1-1-1-4\.md,line=2,col=9,title=number\/gap::/,
  )
})

test('gitlab gets a list, empty where nothing is wrong', () => {
  expect(check(['--content', good, '--format', 'gitlab'])).toEqual({ status: 0, stdout: '[]\n', stderr: '' })
})

test.each([
  ['an unknown format', ['--format', 'xml'], '「xml」という形式はありません。'],
  ['a folder that is not there', ['--content', 'no-such-folder'], 'フォルダー「no-such-folder」がありません。'],
  ['a file instead of a folder', ['--content', 'package.json'], 'フォルダー「package.json」がありません。'],
  ['an unknown option', ['--contents', 'x'], '読めない指定があります。'],
  ['an option without a value', ['--content'], '読めない指定があります。'],
  ['something more', ['content'], '読めない指定があります。'],
])('%s leaves with 2 and says how it is used', (_, args, says) => {
  const { status, stdout, stderr } = check(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(`${says}\n使い方: npm run --silent check`)
})
