import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastChanges } from '../../src/build/last-changes.ts'

/** A repository of two commits, whose content stands in a folder of it. */
let folder = ''
const at = (...parts: string[]) => path.join(folder, ...parts)

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'last-changes-'))
  mkdirSync(at('whole/内容/r7/initiatives'), { recursive: true })
  writeFileSync(at('whole/README.md'), '')
  for (const number of ['1-1-1', '1-1-2']) writeFileSync(at('whole/内容/r7/initiatives', `${number}.md`), number)
  git('whole', '', 'init', '-q', '-b', 'main')
  commit('2026-02-10T12:00:00Z')
  // In Japan it is the next day already.
  writeFileSync(at('whole/内容/r7/initiatives/1-1-2.md'), 'changed')
  commit('2026-05-19T16:00:00Z')
})
afterAll(() => rmSync(folder, { recursive: true }))

function commit(date: string): void {
  git('whole', date, 'add', '.')
  git('whole', date, 'commit', '-q', '-m', 'change')
}

function git(repository: string, date: string, ...args: string[]): void {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.jp', '-c', 'commit.gpgsign=false']
  const env = { ...process.env, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: date }
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: at(repository), encoding: 'utf8', env })
  expect(status, stderr).toBe(0)
}

test('each file has the day of the last commit that changed it', () => {
  expect(Object.fromEntries(lastChanges(at('whole/内容')))).toEqual({
    'r7/initiatives/1-1-1.md': '2026-02-10',
    'r7/initiatives/1-1-2.md': '2026-05-20',
  })
})

test('nothing is told of a file that has been changed since', () => {
  cpSync(at('whole'), at('edited'), { recursive: true })
  appendFileSync(at('edited/内容/r7/initiatives/1-1-1.md'), 'more')
  writeFileSync(at('edited/内容/r7/initiatives/1-1-3.md'), 'new')
  expect([...lastChanges(at('edited/内容')).keys()]).toEqual(['r7/initiatives/1-1-2.md'])
})

test('nothing is told where the history is cut short, or where there is none', () => {
  git('.', '', 'clone', '-q', '--depth', '1', `file://${at('whole')}`, 'shallow')
  expect(lastChanges(at('shallow/内容')).size).toBe(0)
  mkdirSync(at('bare/r7'), { recursive: true })
  expect(lastChanges(at('bare')).size).toBe(0)
})
