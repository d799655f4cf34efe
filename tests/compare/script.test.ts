import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SourceFile } from '../../src/text/source-file.ts'
import { baseFiles } from '../check/fixtures.ts'
import { edited } from './edited.ts'
import { EVERY_CHANGE, EVERY_FINDING, EVERY_KIND } from './every-kind.ts'

/** A repository whose `main` has the base content and whose work tree has one change of every kind. */
let folder = ''
let content = ''
let base = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'changes-'))
  base = path.join(folder, 'base')
  content = path.join(folder, 'repository', '内容')
  write(base, baseFiles())
  write(content, baseFiles())
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', 'base'],
    ['branch', 'docs'],
  ]) {
    git(...args)
  }
  rmSync(content, { recursive: true })
  write(content, edited(baseFiles(), EVERY_KIND))
})
afterAll(() => rmSync(folder, { recursive: true }))

function git(...args: string[]): void {
  const cwd = path.join(folder, 'repository')
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.jp', '-c', 'commit.gpgsign=false']
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
}

function write(target: string, files: readonly SourceFile[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(target, file.path)), { recursive: true })
    writeFileSync(path.join(target, file.path), file.bytes)
  }
}

function changes(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/changes.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, SITE_URL: '', ...env },
  })
  return { status, stdout, stderr }
}

test('json against a branch, a commit and a folder says the same of one change of every kind', () => {
  const [branch, commit, directory] = ['main', 'HEAD', base].map((base) =>
    changes(['--base', base, '--content', content, '--format', 'json']),
  )
  expect(JSON.parse(branch?.stdout ?? '')).toEqual({ ...EVERY_CHANGE, findings: EVERY_FINDING })
  expect(branch?.status).toBe(0)
  expect([commit?.stdout, directory?.stdout]).toEqual([branch?.stdout, branch?.stdout])
  expect(branch?.stderr).toContain('2-1-1-1「電子契約の促進」は、公表した数が変わりました')
})

test('json without a change has only empty lists', () => {
  const { stdout, stderr } = changes(['--base', base, '--content', base, '--format', 'json'])
  const lists = Object.fromEntries(Object.keys(EVERY_CHANGE).map((name) => [name, []]))
  expect(JSON.parse(stdout)).toEqual({ ...lists, findings: { new: [], gone: [] } })
  expect(stderr).toBe('')
})

test('text says each change in words, with the changed words marked', () => {
  const { stdout } = changes(['--base', 'main', '--content', content])
  expect(stdout).toContain('数値「電子契約の件数」R7: 523件 → 532件')
  expect(stdout).toContain('R7：《532》件')
  expect(stdout).toContain('題名: 事業の見直し → 事務事業の見直し')
  expect(changes(['--base', base, '--content', base]).stdout).toMatch(/^内容の変更はありません/)
})

test('markdown links the page as it is and as it will be, where these are known', () => {
  const args = ['--base', 'main', '--content', content, '--format', 'markdown']
  const { stdout } = changes(args, {
    SITE_URL: 'https://report.example',
    BASE_PATH: '/k/',
    PREVIEW_URL: 'https://preview.example/1',
  })
  expect(stdout).toContain(
    '（[今のページ](https://report.example/k/r7/2-1-1-1/)・[見本](https://preview.example/1/r7/2-1-1-1/)）',
  )
  expect(changes(args).stdout).not.toContain('](')
})

test.each<[string, string[], number, RegExp]>([
  ['no base', [], 2, /--base に、比べる元の版/],
  ['a format that is not there', ['--base', 'main', '--format', 'html'], 2, /「html」という形式はありません/],
  ['an option that is not there', ['--bsae', 'main'], 2, /読めない指定があります/],
  [
    'a content folder that is not there',
    ['--base', 'main', '--content', '/nowhere'],
    2,
    /フォルダー「\/nowhere」がありません/,
  ],
])('wrong use: %s', (_, args, code, says) => {
  const { status, stdout, stderr } = changes(args)
  expect({ status, stdout }).toEqual({ status: code, stdout: '' })
  expect(stderr).toMatch(says)
})

test.each<[string, () => string[], Record<string, string>, RegExp]>([
  [
    'an unknown version',
    () => ['--base', 'nowhere', '--content', content],
    {},
    /^「nowhere」という版（.*）もフォルダーもありません/,
  ],
  ['a version that looks like an option', () => ['--base=--output=x', '--content', content], {}, /という版/],
  ['no repository', () => ['--base', 'main', '--content', base], {}, /git のリポジトリの中にない/],
  ['no git', () => ['--base', 'main', '--content', content], { PATH: '/nowhere' }, /^git がありません/],
])('refused: %s', (_, args, env, says) => {
  const { status, stdout, stderr } = changes(args(), env)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(says)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a folder that had no report yet is all new', () => {
  const empty = path.join(folder, 'empty')
  mkdirSync(empty)
  const { stdout, stderr } = changes(['--base', empty, '--content', base, '--format', 'json'])
  expect(stderr).toContain('年度のフォルダーはありません')
  expect((JSON.parse(stdout) as typeof EVERY_CHANGE).added).toHaveLength(8)
})
