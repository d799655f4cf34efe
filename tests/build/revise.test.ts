import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { everythingIn } from './commands.ts'

// Each runs a command or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let content: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'revise-'))
  content = path.join(folder, 'content')
  cpSync(FROZEN_CONTENT, content, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(script: string, ...args: string[]) {
  const all = [`scripts/${script}.ts`, ...args, '--content', content]
  const { status, stdout, stderr } = spawnSync('node', all, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const undo = () => path.join(folder, '.content.undo.json')

test('a command says what it did; the line that it ends with takes it back', () => {
  writeFileSync(path.join(content, 'r7/.hidden'), 'mine')
  mkdirSync(path.join(content, 'notes'))
  writeFileSync(path.join(content, 'notes/film.bin'), Buffer.alloc(300 * 1024, 7))
  const before = everythingIn(content)
  const { status, stdout } = run('move', '２-１-３-１', '2-1-4-1', '--force', '--reason', '見本')
  expect(status).toBe(0)
  expect(stdout).toContain('取組 2-1-3-1「電子契約の促進」を 2-1-4-1 に移しました。')
  expect(stdout).toContain('正誤表（r7/errata.yml）に 2 件書きました。')
  const [line = ''] = stdout.trim().split('\n').slice(-1)
  expect(line).toBe(`元に戻すには: npm run apply -- ${undo()} --content ${content}`)
  expect(everythingIn(content)).not.toEqual(before)
  expect(run('apply', undo()).status).toBe(0)
  expect(everythingIn(content)).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['.content.undo.json', 'content'])
})

test('a new year comes and goes whole, beside a year that stays as it is', () => {
  const before = everythingIn(content)
  const { status, stdout } = run('new-year', 'R8')
  expect(status).toBe(0)
  expect(stdout).toContain('r8（準備中）を r7 から始めました。取組は 68 件です。')
  const { r8 = [], r7 = [] } = Object.groupBy(Object.entries(everythingIn(content)), ([file]) => file.slice(0, 2))
  expect(r8).toHaveLength(68 + 2)
  expect(r7).toEqual(Object.entries(before).filter(([file]) => file.startsWith('r7')))
  // The newest year is now the draft, where numbers are free.
  expect(run('remove', '1-1-2-1').status).toBe(0)
  expect(run('apply', undo()).status).toBe(0)
  expect(run('new-year', 'r8').status).toBe(1)
})

test.each([
  ['a published year', 'move', ['2-1-3-1', '2-1-4-1'], 1, '公表した年度'],
  ['a title that another one has', 'new', ['2-1-3', '電子契約の促進'], 1, 'titleduplicate'],
  ['a year out of turn', 'new-year', ['r9'], 1, 'r7 の次の年度は r8 です'],
  ['an option that there is not', 'remove', ['2-1-3-1', '--on', '2'], 2, '読めない指定'],
])('%s: nothing is written', (_, script, args, code, says) => {
  const before = everythingIn(folder)
  const { status, stderr } = run(script, ...args)
  expect(stderr).toContain(says)
  expect(status).toBe(code)
  expect(everythingIn(folder)).toEqual(before)
})

test('content with errors is not renumbered', () => {
  writeFileSync(path.join(content, 'r7/initiatives/2-1-3-1.md'), '---\nnumber: 2-1-3-1\n---\n')
  const { status, stderr } = run('new', '2-1-3', '名前')
  expect(status).toBe(1)
  expect(stderr).toMatch(/先に、次のまちがいを直してください。何も書き込みませんでした。[^]*title/)
})

const PROPOSED = 'r7/initiatives/2-1-3-1.md'

function propose(...files: { path: string; before: string | null; after: string | null }[]): string {
  const file = path.join(folder, 'p.json')
  writeFileSync(file, JSON.stringify({ base: '0'.repeat(64), files }))
  return file
}

test('a proposal with an error is written, and the finding told', () => {
  const before = readFileSync(path.join(content, PROPOSED), 'utf8')
  const after = before.replace('R7: 523', 'R7: 532')
  const { status, stdout } = run('apply', propose({ path: PROPOSED, before, after }))
  expect(status).toBe(0)
  expect(stdout).toContain('新しく出た指摘:')
  expect(stdout).toContain('figuresnot-in-body')
  expect(readFileSync(path.join(content, PROPOSED), 'utf8')).toBe(after)
})

test.each([
  ['the file', PROPOSED],
  ['the folder of the initiatives', 'r7/initiatives'],
  ['the year', 'r7'],
])('a proposal does not write through a link in the place of %s', (_, place) => {
  const outside = path.join(folder, 'outside')
  cpSync(path.join(content, place), outside, { recursive: true })
  rmSync(path.join(content, place), { recursive: true })
  symlinkSync(outside, path.join(content, place))
  const file = propose({ path: PROPOSED, before: null, after: '---\nnumber: 2-1-3-1\ntitle: 新\n---\n\n- 文\n' })
  const before = everythingIn(outside.endsWith('.md') ? folder : content)
  const { status, stderr } = run('apply', file)
  expect(status).toBe(1)
  expect(stderr).toMatch(/シンボリックリンク|フォルダーではない/)
  expect(everythingIn(outside.endsWith('.md') ? folder : content)).toEqual(before)
})
