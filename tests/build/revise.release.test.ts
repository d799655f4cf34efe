import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reviseContent } from '../../src/build/revise.ts'
import { moveInitiative } from '../../src/revise/move.ts'
import { newYear } from '../../src/revise/new-year.ts'
import type { Revised } from '../../src/revise/revision.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { everythingIn } from './commands.ts'

let folder: string
let content: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'killed-'))
  content = path.join(folder, 'content')
})
afterEach(() => rmSync(folder, { recursive: true }))

const args = (...words: string[]) => [`scripts/${words[0]}.ts`, ...words.slice(1), '--content', content]

test.each([
  ['a number that is not there', 'remove', ['9-9-9-9'], 1, '取組 9-9-9-9 がありません'],
  ['a title with a glyph', 'new', ['2-1-3', '○名前'], 1, 'このままでは'],
  ['no arguments', 'move', [], 2, '使い方: npm run move'],
  ['too many arguments', 'remove', ['1-1-1-1', '1-1-1-2'], 2, '使い方: npm run remove'],
  ['a word for a number', 'move', ['電子契約', '2-1-3-1'], 2, '使い方: npm run move'],
  ['a place that is no number', 'new', ['2-1-3', '名前', '--at', 'x'], 2, '--at「x」'],
  ['an empty title', 'new', ['2-1-3', ' '], 2, '使い方: npm run new'],
  ['a year that is none', 'remove', ['1-1-1-1', '--year', '令和7'], 2, '年度「令和7」は読めません'],
  ['a proposal that is not there', 'apply', ['/none.json'], 2, '/none.json がありません'],
])('%s: nothing is written', (_, script, words, code, says) => {
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const before = everythingIn(folder)
  const { status, stderr } = spawnSync('node', args(script, ...words), { encoding: 'utf8' })
  expect(stderr).toContain(says)
  expect(status).toBe(code)
  expect(everythingIn(folder)).toEqual(before)
})

test.each(['new', 'move', 'remove', 'new-year', 'apply'])('%s --help', (script) => {
  const { status, stdout } = spawnSync('node', args(script, '--help'), { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain(`使い方: npm run ${script} -- `)
})

test('a year of 1,000 initiatives is continued and renumbered within two seconds', async () => {
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  for (const file of ['source.md', 'corrections.yml']) rmSync(path.join(content, 'r7', file))
  const initiatives = path.join(content, 'r7/initiatives')
  const files = readdirSync(initiatives)
  const text = readFileSync(path.join(initiatives, '1-3-3-4.md'), 'utf8')
  const homes = [...new Set(files.map((name) => name.slice(0, name.lastIndexOf('-'))))]
  let made = files.length
  for (let order = 1; made < 1000; order++) {
    for (const home of homes) {
      const name = `${home}-${order}`
      if (made === 1000 || files.includes(`${name}.md`)) continue
      const own = text.replace(/number: .*/, `number: ${name}`).replace(/title: .*/, `title: 見本 ${name}`)
      writeFileSync(path.join(initiatives, `${name}.md`), own)
      made++
    }
  }
  const told = { year: 'r8', force: false, reason: '', today: '2026-05-20' }
  for (const plan of [
    (all: Revised) => newYear(all, 'r8', 'r7'),
    (all: Revised) => moveInitiative(all, '1-1-1-1', '1-1-2-1', told),
  ]) {
    // The processor's time, as other work may stand in the way of the clock's.
    const start = process.cpuUsage()
    await reviseContent(content, { sound: true }, plan)
    const { user, system } = process.cpuUsage(start)
    const took = Math.round((user + system) / 1000)
    console.log(took, 'ms')
    expect(took).toBeLessThan(2000)
  }
})
