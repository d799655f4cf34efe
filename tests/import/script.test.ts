import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFiles } from '../../src/build/folder.ts'
import { splitFrontMatter } from '../../src/text/front-matter.ts'
import { find, textOf } from '../content.ts'
import { FROZEN_CONTENT, FROZEN_YEAR, frozenYear } from '../frozen-report.ts'

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

/** Path → bytes as text, of everything in the folder, hidden files too. */
function everything(): Record<string, string> {
  const paths = readdirSync(content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    paths.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name)
      return [path.relative(content, file), readFileSync(file, 'latin1')]
    }),
  )
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
  const before = everything()
  const refused = importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('initiatives/2-1-1.md')
  expect(everything()).toEqual(before)
  expect(importing(SMALL, '--year', 'r7', '--corrections', NOTHING, '--force').status).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('- 実績')
})

test('a document with findings writes nothing and names each place', () => {
  const document = path.join(content, 'faulty.md')
  writeFileSync(document, readFileSync(SMALL, 'utf8').replace('### ②', '### ③'))
  const before = everything()
  const { status, stderr } = importing(document, '--year', 'r7', '--corrections', NOTHING)
  expect(status).toBe(1)
  expect(stderr).toMatch(/faulty\.md:34: .*とんで/)
  expect(everything()).toEqual(before)
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

test('an import killed at any moment leaves the old folder or the new one', async () => {
  importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
  const old = everything()
  execFileSync('node', args(DOCUMENT, '--year', 'r7', '--force'), { env })
  const fresh = everything()
  const folder = path.join(content, 'r7')
  cpSync(folder, path.join(content, 'fresh'), { recursive: true })
  for (let delay = 60; delay <= 400; delay += 20) {
    for (const entry of readdirSync(content))
      if (entry !== 'fresh') rmSync(path.join(content, entry), { recursive: true })
    importing(SMALL, '--year', 'r7', '--corrections', NOTHING)
    const run = spawn('node', args(DOCUMENT, '--year', 'r7', '--force'), { env })
    setTimeout(() => run.kill('SIGKILL'), delay)
    await once(run, 'exit')
    const after = Object.fromEntries(Object.entries(everything()).filter(([file]) => file.startsWith('r7/')))
    expect(existsSync(folder)).toBe(true)
    expect([JSON.stringify(old), JSON.stringify(fresh)]).toContain(JSON.stringify(after))
  }
}, 60_000)
