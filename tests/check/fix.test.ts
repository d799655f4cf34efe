import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { environment, everythingIn } from '../build/commands.ts'
import { baseFiles } from './fixtures.ts'

vi.setConfig({ testTimeout: 60_000 })

let content: string
beforeEach(() => {
  content = path.join(mkdtempSync(path.join(tmpdir(), 'fix-')), 'content')
  for (const { path: file, bytes } of baseFiles()) {
    mkdirSync(path.join(content, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(content, file), bytes)
  }
})
afterEach(() => rmSync(path.dirname(content), { recursive: true }))

const FILE = 'r7/initiatives/1-1-1-1.md'
const HEAD = '---\nnumber: 1-1-1-1\ntitle: 事務所の見直し\n---\n\n'

function fix(...args: string[]) {
  const given = args.length > 0 ? args : ['--content', content]
  const { status, stdout, stderr } = spawnSync('node', ['scripts/fix.ts', ...given], {
    env: environment({}),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('every edit is made and printed, and no other byte changes', () => {
  const written = `\ufeff${HEAD}- 8事務所\u200b体制\t→ 移行\n- 事務所⻑を配置  \n`.replaceAll('\n', '\r\n')
  writeFileSync(path.join(content, FILE), written)
  writeFileSync(path.join(content, '.hidden'), 'mine\u200b')
  symlinkSync('r7', path.join(content, 'newest'))
  const before = everythingIn(content)
  const { status, stdout } = fix()
  const mended = written.replace('\u200b', '').replace('\t', ' ').replace('⻑', '長')
  expect(everythingIn(content)).toEqual({ ...before, [FILE]: Buffer.from(mended).toString('latin1') })
  expect(status).toBe(0)
  expect(stdout).toContain(`${content}/${FILE}:6:7: 「[U+200B]」 → （なし）`)
  expect(stdout).toContain('「[U+0009]」 → 「 」')
  expect(stdout).toContain('「⻑」 → 「長」')
  expect(stdout).toContain('1 個のファイルの 3 か所を直しました。')
  expect(readdirSync(path.dirname(content))).toEqual(['content'])
})

test('a folder without anything to mend stays as it is, and what is left is counted', () => {
  writeFileSync(path.join(content, FILE), `${HEAD}- 8事務所体制（へ移行\n`)
  const before = everythingIn(content)
  expect(fix()).toEqual({
    status: 0,
    stdout: '自動で直せるところはありませんでした。残りはエラー 0 件、注意 1 件です（npm run check で見られます）。\n',
    stderr: '',
  })
  expect(everythingIn(content)).toEqual(before)
})

test('errors that only a person can mend leave with 1', () => {
  writeFileSync(path.join(content, FILE), `${HEAD}- 8事\ufffd所体制へ移\u200b行\n`)
  const { status, stdout } = fix()
  expect(status).toBe(1)
  expect(stdout).toContain('残りはエラー 1 件')
})

test('a folder that is not there is wrong use', () => {
  expect(fix('--content', path.join(content, 'none')).status).toBe(2)
  expect(fix('--nothing').status).toBe(2)
})

test('killed at any moment, the folder is as before or mended, and the next run mends it', () => {
  const written = `${HEAD}- 8事務所\u200b体制へ移行\n`
  writeFileSync(path.join(content, FILE), written)
  writeFileSync(
    path.join(content, 'r7/initiatives/1-1-1-2.md'),
    '---\nnumber: 1-1-1-2\ntitle: 分科\u200b会\n---\n\n- 設置\n',
  )
  const before = everythingIn(content)
  for (const timeout of [150, 300, 450, 600, 750, 900]) {
    spawnSync('node', ['scripts/fix.ts', '--content', content], {
      env: environment({}),
      timeout,
      killSignal: 'SIGKILL',
    })
    const files = readdirSync(path.dirname(content)).includes('content') ? everythingIn(content) : before
    const mended = Object.keys(files).filter((file) => files[file] !== before[file])
    expect([0, 2]).toContain(mended.length)
    if (mended.length > 0) break
  }
  expect(fix().status).toBe(0)
  expect(everythingIn(content)[FILE]).toBe(Buffer.from(written.replace('\u200b', '')).toString('latin1'))
  expect(readdirSync(path.dirname(content))).toEqual(['content'])
})
