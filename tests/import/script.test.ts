import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFiles } from '../../src/build/folder.ts'
import { takeLock } from '../../src/build/lock.ts'
import { recoverFolder } from '../../src/build/swap.ts'
import { everythingIn } from '../build/commands.ts'
import { readDocument } from '../../src/import/document.ts'
import { splitFrontMatter } from '../../src/text/front-matter.ts'
import { find, textOf } from '../content.ts'
import { FROZEN_CONTENT, FROZEN_YEAR, frozenYear } from '../frozen-report.ts'
import { deckOf } from './office/deck.ts'
import { makeSlides } from './office/make.ts'

// Each runs the command several times, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const DOCUMENT = `${FROZEN_YEAR}/source.md`
const SMALL = 'tests/fixtures/import/valid.md'
const NOTHING = 'tests/fixtures/import/no-corrections.yml'

let content: string
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(content, { recursive: true }))

const args = (...more: string[]) => ['scripts/import.ts', ...more, '--content', content]

/** The project's own corrections are those of the frozen report. */
const env = { ...process.env, CONTENT_DIR: FROZEN_CONTENT }

function importing(...more: string[]) {
  const { status, stdout, stderr } = spawnSync('node', args(...more), { encoding: 'utf8', env })
  return { status, stdout, stderr }
}

test('the received document becomes the frozen report’s outline, cover, titles and bodies', async () => {
  const { status, stdout } = importing(DOCUMENT, '--year', 'r7')
  expect(status).toBe(0)
  expect(stdout).toContain('視点 5、項目 13、小項目 32、取組 68')
  const [fresh, frozen] = [await readFiles(path.join(content, 'r7')), await frozenYear()]
  expect(fresh.map((file) => file.path)).toEqual(frozen.map((file) => file.path))
  for (const file of frozen) {
    const again = textOf(find(fresh, file.path))
    if (!file.path.startsWith('initiatives/')) {
      expect(again, file.path).toBe(textOf(file))
      continue
    }
    const [before, after] = [splitFrontMatter(textOf(file)), splitFrontMatter(again)]
    if (typeof before === 'string' || typeof after === 'string') throw new Error(file.path)
    expect(after.body, file.path).toBe(before.body)
    // Figures are authored later; number and title come first and come from the document.
    expect(before.yaml.startsWith(after.yaml), file.path).toBe(true)
  }
})

test('the figures of an initiative survive a second import', () => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const file = path.join(content, 'r7/initiatives/2-1-1.md')
  const withFigures = readFileSync(file, 'utf8').replace('\n---\n\n', '\nfigures: []\n---\n\n')
  writeFileSync(file, withFigures)
  expect(importing(SMALL, '--year', 'r7', '--corrections', NOTHING).status).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(withFigures)
})

test('edited files are not overwritten without --force, and are named', () => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const file = path.join(content, 'r7/initiatives/2-1-1.md')
  writeFileSync(file, readFileSync(file, 'utf8').replace('- 実績', '- 直した実績'))
  const before = everythingIn(content)
  const refused = importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('initiatives/2-1-1.md')
  expect(everythingIn(content)).toEqual(before)
  expect(importing(SMALL, '--year', 'r7', '--corrections', NOTHING, '--force').status).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('- 実績')
})

test('a document with findings writes nothing and names each place', () => {
  const document = path.join(content, 'faulty.md')
  writeFileSync(document, readFileSync(SMALL, 'utf8').replace('### ②', '### ③'))
  const before = everythingIn(content)
  const { status, stderr } = importing(document, '--year', 'r7', '--corrections', NOTHING)
  expect(status).toBe(1)
  expect(stderr).toMatch(/faulty\.md:34: .*とんで/)
  expect(everythingIn(content)).toEqual(before)
})

test('a document that is not UTF-8 is refused with the line', () => {
  const document = path.join(content, 'sjis.md')
  writeFileSync(document, Buffer.concat([Buffer.from('# 題名\n'), Buffer.from([0x90, 0xc2, 0x90, 0x58])]))
  const { status, stderr } = importing(document, '--year', 'r7')
  expect(status).toBe(1)
  expect(stderr).toContain('sjis.md:2:1')
})

test.each([
  ['no document', ['--year', 'r7']],
  ['no year', [SMALL]],
  ['a year that is none', [SMALL, '--year', '2025']],
  ['a missing document', ['no-such.md', '--year', 'r7']],
  ['an unknown option', [SMALL, '--year', 'r7', '--fast']],
])('%s is wrong use: exit 2 and how to use it', (_, more) => {
  const { status, stderr } = importing(...more)
  expect(status).toBe(2)
  expect(stderr).toContain('使い方')
})

test('a broken corrections file is refused', () => {
  const corrections = path.join(content, 'c.yml')
  writeFileSync(corrections, 'text:\n  - from: a\n')
  expect(importing(SMALL, '--year', 'r7', '--corrections', corrections)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/c\.yml:2:5: エラー: 「to」がありません。[\s\S]*何も書き込みませんでした。/),
  })
})

/** How far an import has come when it is killed: the file that is there by then, and some milliseconds. */
const MOMENTS: [sign: string, ms: number][] = [
  ['.r7.lock', 0],
  ['.r7.swap-new/initiatives', 2],
  ['.r7.swap-new/source.md', 1],
]

test('an import killed at any moment leaves the old folder or the new one, and the next one works', async () => {
  const folder = path.join(content, 'r7')
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const old = everythingIn(folder)
  importing(DOCUMENT, '--year', 'r7', '--force')
  const fresh = everythingIn(folder)
  for (const [sign, ms] of MOMENTS) {
    importing(SMALL, '--year', 'r7', '--corrections', NOTHING, '--force')
    expect(everythingIn(folder)).toEqual(old)
    const run = spawn('node', args(DOCUMENT, '--year', 'r7', '--force'))
    const ended = once(run, 'exit')
    while (!existsSync(path.join(content, sign)) && run.exitCode === null) await sleep(1)
    await sleep(ms)
    run.kill('SIGKILL')
    await ended
    recoverFolder(folder)
    const left = JSON.stringify(everythingIn(folder))
    expect([JSON.stringify(old), JSON.stringify(fresh)], `${sign} and ${ms} ms`).toContain(left)
  }
  const next = importing(DOCUMENT, '--year', 'r7', '--force')
  expect(next.status, next.stderr).toBe(0)
  expect(readdirSync(content)).toEqual(['r7'])
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('an import that gets %s ends with %i and leaves the old folder', async (signal, status) => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const old = everythingIn(content)
  const run = spawn('node', args(DOCUMENT, '--year', 'r7', '--force'))
  const ended = once(run, 'exit')
  while (!existsSync(path.join(content, '.r7.lock'))) await sleep(1)
  run.kill(signal)
  expect(await ended).toEqual([status, null])
  expect(everythingIn(content)).toEqual(old)
})

test('an import waits for no other into the same folder: it says so and writes nothing', () => {
  const folder = path.join(content, 'r7')
  const lock = takeLock(path.join(content, '.r7.lock'), folder)
  const { status, stderr } = importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  lock.release()
  expect(status).toBe(1)
  expect(stderr).toMatch(/別の処理が .*r7 に書いています/)
  expect(everythingIn(content)).toEqual({})
})

test.each([[], ['--force']])('hidden files and symbolic links of the year stay as they are %s', (...more) => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const folder = path.join(content, 'r7')
  mkdirSync(path.join(folder, '.obsidian'))
  writeFileSync(path.join(folder, '.obsidian/notes.json'), '{}')
  writeFileSync(path.join(folder, 'initiatives/.2-1-1.md.swp'), 'of an editor')
  symlinkSync('../..', path.join(folder, 'initiatives/up'))
  symlinkSync('nowhere.md', path.join(folder, 'dead.md'))
  const before = everythingIn(content)
  const ended = importing(SMALL, '--year', 'r7', '--corrections', NOTHING, ...more)
  expect(ended.status, ended.stderr).toBe(0)
  expect(everythingIn(content)).toEqual(before)
  expect(before).toMatchObject({ 'r7/dead.md': '→ nowhere.md', 'r7/initiatives/.2-1-1.md.swp': 'of an editor' })
})

test.each([
  ['an initiative', 'r7/initiatives/2-1-1.md'],
  ['the folder of the initiatives', 'r7/initiatives'],
  ['the year', 'r7'],
])('a symbolic link in the place of %s is named and not replaced, even with --force', (_, place) => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const link = path.join(content, place)
  renameSync(link, path.join(content, 'elsewhere'))
  symlinkSync(path.join(content, 'elsewhere'), link)
  const before = everythingIn(content)
  const { status, stderr } = importing(SMALL, '--year', 'r7', '--corrections', NOTHING, '--force')
  expect(status).toBe(1)
  expect(stderr).toContain(link)
  expect(stderr).toContain('何も書き込みませんでした。')
  expect(everythingIn(content)).toEqual(before)
})

test('slides of the next year are imported beside the one before, which they carry on', async () => {
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const units = readDocument(readFileSync(DOCUMENT, 'utf8').replace('令和7年度取組実績', '令和8年度取組実績'))
  const file = path.join(content, '..', `${path.basename(content)}.pptx`)
  writeFileSync(file, makeSlides(deckOf(units, 'program')))
  const { status, stdout, stderr } = importing(file, '--year', 'r8', '--from', 'r7')
  rmSync(file)
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/スライド\d+の\d+つ目の枠: .*くり返す見出しを除く/)
  expect(stdout).toMatch(/^引き継ぎ: 2-1-3-1: 数値「電子契約の件数」$/m)
  expect(stdout).toMatch(/^決めてください: 1-2-1-2: /m)
  expect(stdout).toContain('視点 5、項目 13、小項目 32、取組 68')
  const [old, fresh] = [await readFiles(path.join(content, 'r7')), await readFiles(path.join(content, 'r8'))]
  const bodyOf = (files: typeof old, name: string) => textOf(find(files, name)).split('\n---\n')[1]
  for (const { path: name } of old.filter((each) => each.path.startsWith('initiatives/')))
    expect(bodyOf(fresh, name), name).toBe(bodyOf(old, name))
  // What was made of the slides is what the check compares the content with from then on.
  const check = spawnSync('node', ['scripts/check.ts', '--content', content], { encoding: 'utf8' })
  expect(check.stdout).not.toContain('source')
})

test('without --from, an import says that a year before is there', () => {
  cpSync(FROZEN_CONTENT, content, { recursive: true })
  const { stdout } = importing(SMALL, '--year', 'r8', '--corrections', NOTHING)
  expect(stdout).toContain('--from r7 を付けてください')
})
