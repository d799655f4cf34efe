import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Lock, takeLock } from '../../src/build/lock.ts'
import { takeInventory } from '../../src/build/inventory.ts'
import { moveIn } from '../../src/build/swap.ts'
import { SMALL_CONTENT, everythingIn, run, writeLastBuild } from './commands.ts'

const LIMIT = 120_000

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'swap-'))
  out = path.join(folder, 'dist')
})
afterEach(() => rmSync(folder, { recursive: true }))

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
