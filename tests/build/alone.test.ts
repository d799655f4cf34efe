import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { workFolder } from '../../src/build/work-folder.ts'
import { type Ended, everythingIn, linesOf, pagesIn, run, start, writeLastBuild } from './commands.ts'

const LIMIT = 120_000

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alone-'))
  out = path.join(folder, 'dist')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Waits until a build has come so far that it has written a file. */
async function until(file: string): Promise<void> {
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 20_000) throw new Error(`${file} did not come`)
    await sleep(5)
  }
}

test(
  'of two builds into one folder one builds all of it, and the other says so and ends with 1',
  async () => {
    const ended = await Promise.all(
      [start('build', { OUT_DIR: out }), start('build', { OUT_DIR: out })].map((it) => it.ended),
    )
    const [first, second] = ended.sort((a, b) => (a.status ?? 9) - (b.status ?? 9)) as [Ended, Ended]
    expect(first.status, first.output).toBe(0)
    expect(second.status, second.output).toBe(1)
    expect(second.output).toMatch(/別の処理が .* に書いています（プロセス \d+、/)
    expect(linesOf(first).at(-1)).toContain(`、${pagesIn(out)} ページを`)
    expect(readdirSync(folder)).toEqual(['dist'])
  },
  LIMIT,
)

test(
  'a build that was killed does not stand in the way of the next one',
  async () => {
    const { child, ended } = start('build', { OUT_DIR: out })
    await until(path.join(workFolder(out), 'site/index.html'))
    child.kill('SIGKILL')
    await ended
    expect(readdirSync(folder)).toEqual(['.dist.lock'])
    const next = run('build', { OUT_DIR: out })
    expect(next.status, next.output).toBe(0)
    expect(readdirSync(folder)).toEqual(['dist'])
  },
  LIMIT,
)

test.each([
  ['SIGTERM', 143, 'when it begins', () => path.join(folder, '.dist.lock')],
  ['SIGINT', 130, 'while pages are written', () => path.join(workFolder(out), 'site/index.html')],
  ['SIGHUP', 129, 'while the search index is written', () => path.join(workFolder(out), 'index')],
] as const)(
  'a build that gets %s ends with %i and leaves the last one: %s',
  async (signal, status, _, sign) => {
    writeLastBuild(out)
    const before = everythingIn(out)
    const { child, ended } = start('build', { OUT_DIR: out })
    await until(sign())
    child.kill(signal)
    expect((await ended).status).toBe(status)
    expect(everythingIn(out)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(existsSync(workFolder(out))).toBe(false)
  },
  LIMIT,
)
