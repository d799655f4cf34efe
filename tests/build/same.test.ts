import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SMALL_CONTENT, everythingIn, start } from './commands.ts'
import { ELSEWHERE } from './elsewhere.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'same-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the same content gives the same site, byte for byte, on another day and in another time zone and language', async () => {
  const settings = { CONTENT_DIR: path.resolve(SMALL_CONTENT), SITE_URL: 'https://report.example' }
  const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')]
  const ended = await Promise.all([
    start('build', { ...settings, OUT_DIR: here, TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' }).ended,
    start('build', { ...settings, OUT_DIR: there, ...ELSEWHERE }).ended,
  ])
  for (const { status, output } of ended) expect(status, output).toBe(0)
  const [first, second] = [everythingIn(here), everythingIn(there)]
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort())
  expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([])
}, 120_000)
