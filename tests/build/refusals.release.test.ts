import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SMALL_CONTENT, everythingIn, run } from './commands.ts'

/** A copy of the small content, published, with a proposal and a document beside it. Refusals leave it as it is. */
let folder = ''
let content = ''
let before: Record<string, string> = {}
const FILE = 'r7/initiatives/2-1-1-1.md'

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'refusals-'))
  content = path.join(folder, 'content')
  cpSync(SMALL_CONTENT, content, { recursive: true })
  const text = readFileSync(path.join(content, FILE), 'utf8')
  const proposals = {
    'stale.json': { base: '0'.repeat(64), files: [{ path: FILE, before: text.replace('523', '1'), after: 'x' }] },
    'outside.json': { base: '0'.repeat(64), files: [{ path: '../x.md', before: null, after: 'x' }] },
    'other.json': { title: '別のもの' },
  }
  for (const [name, proposal] of Object.entries(proposals)) {
    writeFileSync(path.join(folder, name), JSON.stringify(proposal))
  }
  writeFileSync(path.join(folder, 'broken.json'), '{')
  writeFileSync(path.join(folder, 'document.md'), '# 題\n\nどこにも置けない文\n')
  before = everythingIn(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The arguments, exit code and the words of each refusal; `FOLDER/` stands for the folder beside the content. */
const REFUSALS: Record<string, [args: string[], code: number, says: string][]> = {
  new: [
    [[], 2, '使い方'],
    [['2-1-1'], 2, '使い方'],
    [['2-1-1', ''], 2, '使い方'],
    [['2-1-1', '一\n二'], 2, '使い方'],
    [['2', '名前'], 2, '使い方'],
    [['2-1-1', '名前', '--at', '0'], 2, '1 から 99 の数'],
    [['2-1-1', '名前', '--year', 'R-7'], 2, 'は読めません。r7 のように'],
    [['2-1-9', '名前'], 1, 'outline.yml にありません'],
    [['2-1', '名前'], 1, '項目 2-1 には小項目があります'],
    [['2-1-1', '名前', '--at', '1'], 1, '公表した年度（2026-02）'],
    [['2-1-1', '名前', '--year', 'r9'], 1, 'r9 という年度がありません'],
    [['2-1-1', '電子契約の促進'], 1, 'titleduplicate'],
  ],
  move: [
    [[], 2, '使い方'],
    [['2-1-1-1'], 2, '使い方'],
    [['2-1-1-1', '2-1-1'], 1, '項目 2-1 には小項目があります'],
    [['2-1-1-1', '2-1-1-2', '2-1-1-3'], 2, '使い方'],
    [['2-1-1-1', '2-1-1-2'], 1, '公表した年度（2026-02）'],
    [['2-1-1-9', '2-1-1-2'], 1, '取組 2-1-1-9 がありません'],
    [['2-1-1-1', '2-1-1-1'], 1, 'もうその番号です'],
    [['2-1-1-1', '2-1-1-7', '--force'], 1, '置けるのは 2-1-1-2 までです'],
  ],
  remove: [
    [[], 2, '使い方'],
    [['二'], 2, '使い方'],
    [['2-1-1-1'], 1, '公表した年度（2026-02）'],
    [['2-1-1-9'], 1, '取組 2-1-1-9 がありません'],
    [['2-1-1'], 1, 'r7 に取組 2-1-1 がありません'],
  ],
  'new-year': [
    [[], 2, '使い方'],
    [['令和8年度'], 2, '使い方'],
    [['r7'], 1, 'r7 は、もうあります'],
    [['r9'], 1, 'r7 の次の年度は r8 です'],
    [['r8', '--year', 'r6'], 1, 'r6 という年度がありません'],
  ],
  apply: [
    [[], 2, '使い方'],
    [['FOLDER/none.json'], 2, 'がありません'],
    [['FOLDER/broken.json'], 1, '読めません'],
    [['FOLDER/other.json'], 1, '形ではありません'],
    [['FOLDER/outside.json'], 1, '../x.md'],
    [['FOLDER/stale.json'], 1, '何も書き込みませんでした'],
  ],
  fix: [[['--cotent', 'x'], 2, '読めない指定']],
  words: [[['--format', 'html'], 2, '「html」という形式はありません']],
  check: [[['--format', 'html'], 2, '「html」という形式はありません']],
  changes: [
    [[], 2, '--base に'],
    [['--base', 'FOLDER/none'], 1, 'git のリポジトリの中にない'],
  ],
  import: [
    [[], 2, '使い方'],
    [['FOLDER/none.md', '--year', 'r7'], 2, 'none.md'],
    [['FOLDER/document.md', '--year', '7'], 2, '使い方'],
    [['FOLDER/document.md', '--year', 'r7'], 1, '何も書き込みませんでした'],
  ],
}

describe.each(Object.entries(REFUSALS))('%s', (script, refusals) => {
  test.each(refusals)('%j ends with %i and says %s; nothing is written', (args, code, says) => {
    const given = args.map((argument) => argument.replace('FOLDER', folder))
    const { status, output } = run(script, {}, [...given, '--content', content])
    expect({ status, says: output }).toEqual({ status: code, says: expect.stringContaining(says) as string })
    expect(everythingIn(folder)).toEqual(before)
  })
})
