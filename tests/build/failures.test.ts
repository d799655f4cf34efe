import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explain } from '../../src/build/failures.ts'
import { SMALL_CONTENT, environment, linesOf, run } from './commands.ts'

const LIMIT = 60_000
const FILM_BYTES = 3 * 1024 ** 3

let folder: string
let content: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'failures-'))
  content = path.join(folder, 'content')
  cpSync(SMALL_CONTENT, content, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const DOCUMENT = 'tests/fixtures/import/valid.md'

/** The commands that read a content folder, as they are called for this test's. */
const COMMANDS: [script: string, settings: () => Record<string, string>, args: () => string[]][] = [
  ['check', () => ({}), () => ['--content', content]],
  ['build', () => ({ CONTENT_DIR: content, OUT_DIR: path.join(folder, 'dist') }), () => []],
  ['import', () => ({}), () => [DOCUMENT, '--year', 'r7', '--content', content, '--force']],
]

/** A user without root's rights. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

test.each(COMMANDS)(
  '%s tells of a file name that is not UTF-8 in one line',
  (script, settings, args) => {
    const name = Buffer.concat([
      Buffer.from(path.join(content, 'r7/initiatives/')),
      Buffer.from([0x8e, 0xe6, 0x2e, 0x6d, 0x64]),
    ])
    writeFileSync(name, 'text')
    const ended = run(script, settings(), args())
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringMatching(/r7\/initiatives\/.*文字コードが UTF-8 でない/)])
  },
  LIMIT,
)

test.each([
  ['file', 'r7/initiatives/1-1-1-1.md'],
  ['folder', 'r7/initiatives'],
])(
  'a %s that may not be read is told in one line',
  (_, place) => {
    chmodSync(folder, 0o755)
    chmodSync(path.join(content, place), 0)
    const ended = run('check', {}, ['--content', content], NOBODY)
    chmodSync(path.join(content, place), 0o755)
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringMatching(new RegExp(`${place}」: 読み書きの権限がありません`))])
  },
  LIMIT,
)

test.each([
  ['an initiative', 'r7/initiatives/1-1-1-1.md', '3,145,728 KiB', '256 KiB まで'],
  ['the document as received', 'r7/source.md', '3,145,728 KiB', '65,536 KiB まで'],
])(
  '%s of 3 GB is told of and not read',
  (_, file, size, most) => {
    writeFileSync(path.join(content, file), '', { flag: 'a' })
    truncateSync(path.join(content, file), FILM_BYTES)
    const { status, output } = run('check', {}, ['--content', content])
    expect(status).toBe(1)
    expect(output).toContain(`ファイルが大きすぎます（${size}）`)
    expect(output).toContain(most)
  },
  LIMIT,
)

test(
  'a document of 3 GB is not imported',
  () => {
    const document = path.join(folder, 'film.md')
    writeFileSync(document, '')
    truncateSync(document, FILM_BYTES)
    const ended = run('import', {}, [document, '--year', 'r7', '--content', content])
    expect(ended.status).toBe(1)
    expect(linesOf(ended)).toEqual([expect.stringMatching(/大きすぎるので（3072 MiB）.*64 MiB まで/)])
  },
  LIMIT,
)

test(
  'five thousand files are read where a process may open a hundred',
  () => {
    const initiatives = path.join(content, 'r7/initiatives')
    for (let i = 0; i < 5000; i++) writeFileSync(path.join(initiatives, `note-${i}.txt`), 'text')
    const command = 'ulimit -n 100; exec node scripts/check.ts --format json --content "$CONTENT_DIR"'
    const { stdout, stderr } = spawnSync('sh', ['-c', command], {
      env: environment({ CONTENT_DIR: content }),
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    expect(stderr).toBe('')
    expect((JSON.parse(stdout) as { messages: unknown[] }).messages).toHaveLength(5000)
  },
  LIMIT,
)

test.each([
  [
    new Error('Failed to write file in /a: No space left on device (os error 28)'),
    'ディスクの空きがないので、書けません。空きを作ってから、もう一度実行してください。（ENOSPC）',
  ],
  [
    new Error('build', { cause: Object.assign(new Error('x'), { code: 'EMFILE', syscall: 'open' }) }),
    '一度に開けるファイルの数の上限に達しました。ulimit -n で上限を上げてから、もう一度実行してください。',
  ],
  [
    Object.assign(new Error('ESTALE: stale'), { code: 'ESTALE', syscall: 'read' }),
    '読み書きに失敗しました（ESTALE: stale）。',
  ],
  [new TypeError('a fault of the program'), null],
  ['text', null],
])('%s is explained as %j', (error, says) => {
  expect(explain(error)).toBe(says)
})
