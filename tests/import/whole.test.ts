import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFiles } from '../../src/build/folder.ts'
import { takeApart } from '../../src/import/take-apart.ts'
import { writeWhole } from '../../src/import/whole.ts'
import { reportParts } from '../content.ts'
import { FROZEN_YEAR, frozenYear } from '../frozen-report.ts'

vi.setConfig({ testTimeout: 60_000 })

const exactly = new TextDecoder('utf-8', { ignoreBOM: true })
const frozen = (await frozenYear()).filter(({ path: file }) => !['source.md', 'corrections.yml'].includes(file))
const frozenTexts = new Map(frozen.map((file) => [file.path, exactly.decode(file.bytes)]))

/** The frozen report's files as one document, some of them in another form. */
function whole(changed: Record<string, (text: string) => string> = {}) {
  const { report, outline, initiatives } = reportParts(frozen)
  const texts = new Map([...frozenTexts].map(([file, text]) => [file, (changed[file] ?? String)(text)]))
  return { texts, document: writeWhole({ cover: report, outline, initiatives }, (file) => texts.get(file) ?? '') }
}

test('the whole report as one document gives every file back', () => {
  const { document, texts } = whole()
  expect(takeApart(document, 'R7')).toEqual(texts)
})

const FILE = 'initiatives/2-1-3-1.md'

test.each([
  ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['no line end at the end', (text: string) => text.trimEnd()],
  ['blank lines at the end', (text: string) => `${text}\n\n`],
  [
    'bullets with *, parted by blank lines',
    (text: string) => `${text.replace('- 庁内', '* 庁内')}\n* もう1つ\n\n  - 内訳\n`,
  ],
  ['footnotes and a group', (text: string) => `${text}\n### 【道路関係】\n\n- 文[^1]\n\n[^1]: 注\n    続き\n`],
  ['spaces that an import of a received document would mend', (text: string) => `${text}- S P I と R 7 → 8\n`],
  [
    'comments and quotes in its front matter',
    (text: string) => text.replace('---\n', '---\n# --> と &amp; と & の覚え\n'),
  ],
  ['what $ means to a replacement', (text: string) => `${text}- $& と $1 と $$\n`],
])('a file with %s comes back as it was', (_, change) => {
  const { document, texts } = whole({ [FILE]: change })
  expect(takeApart(document, 'R7')).toEqual(texts)
})

test('saved with Windows line ends throughout, the document is read as it was written', () => {
  const { document, texts } = whole()
  expect(takeApart(document.replaceAll('\n', '\r\n'), 'R7')).toEqual(texts)
})

test.each([
  [
    'a heading that only repeats a title',
    (document: string) => document.replace('#### ○ 電子契約の促進', '#### ○ 電子契約'),
  ],
  [
    'a line between two files',
    (document: string) => document.replace('# 2 県庁DXの推進\n', '# 2 県庁DXの推進\n\n追記\n'),
  ],
  ['the end of a file', (document: string) => document.replace('<!-- 原稿の終わり -->\n', '')],
  ['a file of no heading', (document: string) => `${document}<!-- 原稿 ../a.md\n\n-->\nx\n<!-- 原稿の終わり -->\n`],
  ['all after its middle', (document: string) => document.slice(0, document.length / 2)],
])('a document that somebody changed outside of the files, in %s, is told of', (_, change) => {
  expect(takeApart(change(whole().document), 'R7')).toEqual([
    expect.objectContaining({ line: expect.any(Number), message: expect.stringMatching(/原稿|まとめた文書/) }),
  ])
})

test('what somebody corrected inside of a file is taken', () => {
  const files = takeApart(whole().document.replace('- 庁内、事業者', '- 庁内と事業者'), 'R7')
  expect(files instanceof Map && files.get(FILE)).toContain('- 庁内と事業者')
})

test('a document of another year, and any other document, are told apart', () => {
  expect(takeApart(whole().document, 'R8')).toEqual([expect.objectContaining({ line: 1 })])
  expect(takeApart('# 題名\n', 'R7')).toBeNull()
})

let content: string
beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'whole-'))
})
afterEach(() => rmSync(content, { recursive: true }))

function importing(document: string, ...more: string[]) {
  const file = path.join(content, 'report.md')
  writeFileSync(file, document)
  const args = ['scripts/import.ts', file, '--year', 'r7', '--content', content, ...more]
  return spawnSync('node', args, { encoding: 'utf8' })
}

test('imported into its own folder it changes no byte, and into an empty one it gives the same files', async () => {
  const empty = importing(whole().document)
  expect(empty.status, empty.stderr).toBe(0)
  const made = await readFiles(path.join(content, 'r7'))
  expect(new Map(made.map((file) => [file.path, exactly.decode(file.bytes)]))).toEqual(frozenTexts)

  cpSync(FROZEN_YEAR, path.join(content, 'r7'), { recursive: true })
  const own = importing(whole().document)
  expect(own.status, own.stderr).toBe(0)
  expect(await readFiles(path.join(content, 'r7'))).toEqual(await frozenYear())
})

test('a file that was edited since is not overwritten unless asked', () => {
  cpSync(FROZEN_YEAR, path.join(content, 'r7'), { recursive: true })
  const edited = path.join(content, 'r7', FILE)
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}- 追記\n`)
  expect(importing(whole().document)).toMatchObject({ status: 1, stderr: expect.stringContaining(FILE) })
  expect(readFileSync(edited, 'utf8')).toContain('- 追記')
  expect(importing(whole().document, '--force').status).toBe(0)
  expect(readFileSync(edited, 'utf8')).toBe(frozenTexts.get(FILE))
})
