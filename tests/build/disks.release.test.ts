import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { everythingIn, linesOf, pagesIn, run, writeLastBuild } from './commands.ts'

const LIMIT = 120_000

let folder: string
let out: string
let mounted: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'disks-'))
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
