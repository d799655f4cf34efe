import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Lock, takeLock } from '../../src/build/lock.ts'
import { takeInventory } from '../../src/build/inventory.ts'
import { moveIn } from '../../src/build/swap.ts'
import { SMALL_CONTENT, everythingIn, linesOf, pagesIn, run, writeLastBuild } from './commands.ts'

const LIMIT = 120_000

let folder: string
let out: string
let mounted: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swap-'))
  out = path.join(folder, 'dist')
  mounted = []
})
afterEach(() => {
  for (const place of mounted.reverse()) spawnSync('umount', [place])
  rmSync(folder, { recursive: true })
})

/** Makes a folder a disk of its own in memory. Only root may, and not in every container. */
function mount(place: string, size: string): boolean {
  mkdirSync(place, { recursive: true })
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]).status === 0
  if (done) mounted.push(place)
  return done
}

const NO_MOUNT = 'only root can mount a disk, and not in every container'

test(
  'a build on another disk replaces the last one',
  ({ skip }) => {
    if (!mount(folder, '50m')) skip(NO_MOUNT)
    writeLastBuild(out)
    const ended = run('build', { OUT_DIR: out })
    expect(ended.status, ended.output).toBe(0)
    expect(linesOf(ended).at(-1)).toContain(`、${pagesIn(out)} ページを`)
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(existsSync(path.join(out, 'last.html'))).toBe(false)
  },
  LIMIT,
)

test(
  'a build onto a mount point replaces what is on it',
  ({ skip }) => {
    if (!mount(out, '50m')) skip(NO_MOUNT)
    mkdirSync(path.join(out, 'lost+found'))
    writeLastBuild(out)
    mkdirSync(path.join(out, 'r6/1'), { recursive: true })
    writeFileSync(path.join(out, 'about'), 'a file where a folder comes')
    mkdirSync(path.join(out, '404.html'))
    const ended = run('build', { OUT_DIR: out })
    expect(ended.status, ended.output).toBe(0)
    expect(linesOf(ended).at(-1)).toContain(`、${pagesIn(out)} ページを`)
    expect(existsSync(path.join(out, 'last.html'))).toBe(false)
    expect(readdirSync(out)).toContain('lost+found')
    expect(readdirSync(out)).not.toContain('r6')
    expect(readdirSync(folder)).toEqual(['dist'])
  },
  LIMIT,
)

test(
  'a full disk is told in one line, and the last build stays',
  ({ skip }) => {
    if (!mount(folder, '200k')) skip(NO_MOUNT)
    writeLastBuild(out)
    const before = everythingIn(folder)
    const ended = run('build', { OUT_DIR: out })
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringContaining('ディスクの空きがない')])
    expect(everythingIn(folder)).toEqual(before)
  },
  LIMIT,
)

test(
  'a disk that can only be read is told in one line',
  ({ skip }) => {
    if (!mount(folder, '1m')) skip(NO_MOUNT)
    spawnSync('mount', ['-o', 'remount,ro', folder])
    const ended = run('build', { OUT_DIR: out })
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringContaining('読み取り専用')])
  },
  LIMIT,
)

test(
  'a build that was killed between the two renames comes back, also where the content has errors now',
  () => {
    const content = path.join(folder, 'content')
    cpSync(SMALL_CONTENT, content, { recursive: true })
    rmSync(path.join(content, 'r7/outline.yml'))
    const old = path.join(folder, '.dist.swap-old')
    writeLastBuild(out)
    const before = everythingIn(out)
    renameSync(out, old)
    mkdirSync(path.join(folder, '.dist.swap-new'))
    const { status, output } = run('build', { OUT_DIR: out, CONTENT_DIR: content })
    expect(status).toBe(1)
    expect(output).toContain('outline.yml')
    expect(everythingIn(out)).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['content', 'dist'])
  },
  LIMIT,
)

test.each([
  ['a file of it is missing', (fresh: string) => rmSync(path.join(fresh, 'b/index.html'))],
  ['a file of it is not whole', (fresh: string) => writeFileSync(path.join(fresh, 'b/index.html'), '')],
  ['a file is not of it', (fresh: string) => writeFileSync(path.join(fresh, 'c.html'), 'c')],
  ['another build has taken the lock', () => writeFileSync(path.join(folder, '.dist.lock'), '{}')],
])('what is finished is not put in its place where %s', async (_, harm) => {
  const fresh = path.join(folder, 'fresh')
  for (const place of [out, fresh]) {
    mkdirSync(path.join(place, 'b'), { recursive: true })
    writeFileSync(path.join(place, 'b/index.html'), place)
  }
  const lock: Lock = takeLock(path.join(folder, '.dist.lock'), out)
  const expected = takeInventory(fresh)
  harm(fresh)
  await expect(moveIn(fresh, out, expected, lock)).rejects.toThrow(/もう一度実行してください/)
  lock.release()
  expect(readFileSync(path.join(out, 'b/index.html'), 'utf8')).toBe(out)
})
