import { describe, expect, test } from 'vitest'
import { applyProposal } from '../../src/revise/apply.ts'
import { contentHash } from '../../src/revise/content-hash.ts'
import { isContentPath } from '../../src/revise/content-path.ts'
import { readProposal } from '../../src/revise/proposal.ts'
import { reversed, withChanges } from '../../src/revise/revision.ts'

const PATH = 'r7/initiatives/2-1-3-1.md'
const LINES = ['一', '二', '三', '四', '五', '六', '七']
const TEXT = LINES.join('\n')
const NOW = new Map([
  [PATH, TEXT],
  ['r7/outline.yml', 'a'],
])
const base = contentHash(NOW)
const line = (i: number, text: string) => LINES.with(i, text).join('\n')
const proposal = (...files: [path: string, before: string | null, after: string | null][]) =>
  JSON.stringify({ base, files: files.map(([path, before, after]) => ({ path, before, after })) })

/** The texts after a proposal, or why it was refused. */
function applied(json: string, now: ReadonlyMap<string, string> = NOW): Map<string, string> | string {
  const read = readProposal(json)
  if ('reason' in read) return read.reason
  const revision = applyProposal(now, read)
  return 'reason' in revision ? revision.reason : withChanges(now, revision.changes)
}

describe('what fits is applied', () => {
  test.each([
    ['a changed file', [[PATH, TEXT, line(1, '弐')]], NOW, line(1, '弐')],
    [
      'a change of other lines since',
      [[PATH, TEXT, line(1, '弐')]],
      now(line(5, '陸')),
      LINES.with(1, '弐').with(5, '陸').join('\n'),
    ],
    ['the same change since', [[PATH, TEXT, line(1, '弐')]], now(line(1, '弐')), line(1, '弐')],
    ['line ends of Windows', [[PATH, '一\r\n二', '一\r\n弐']], now('一\r\n二'), '一\r\n弐'],
    ['a file that goes', [[PATH, TEXT, null]], NOW, undefined],
    ['a file that has gone already', [[PATH, TEXT, null]], new Map(), undefined],
    ['a new file', [[PATH, null, '新']], new Map(), '新'],
  ] as [string, [string, string | null, string | null][], ReadonlyMap<string, string>, string | undefined][])(
    '%s',
    (_, files, before, text) => {
      const texts = applied(proposal(...files), before)
      expect(typeof texts === 'string' ? texts : texts.get(PATH)).toBe(text)
    },
  )

  function now(text: string) {
    return new Map([[PATH, text]])
  }

  test('and taken back', () => {
    const read = readProposal(proposal([PATH, TEXT, line(1, '弐')], ['r7/outline.yml', 'a', null]))
    if ('reason' in read) throw new Error(read.reason)
    const revision = applyProposal(NOW, read)
    if ('reason' in revision) throw new Error(revision.reason)
    expect(withChanges(withChanges(NOW, revision.changes), reversed(revision.changes))).toEqual(NOW)
  })
})

describe('what does not fit is refused, with all the rest', () => {
  test.each([
    ['the same line changed since', [PATH, TEXT, line(1, '弐')], line(1, '２'), 'その後に直されています'],
    ['a new file that is there', [PATH, null, '新'], TEXT, 'もうあります'],
    ['a changed file that has gone', ['r7/report.md', 'a', 'b'], TEXT, 'なくなっています'],
    ['a file to go that was changed', [PATH, 'x', null], TEXT, 'その後に直されています'],
  ] as [string, [string, string | null, string | null], string, string][])('%s', (_, file, text, says) => {
    const now = new Map([
      [PATH, text],
      ['r7/outline.yml', 'a'],
    ])
    const answer = applied(proposal(['r7/outline.yml', 'a', 'b'], file), now)
    expect(answer).toContain(says)
    expect(answer).toContain(file[0])
  })
})

test.each([
  'r7/initiatives/2-1-3-1.md',
  'r12/initiatives/2-3-1.md',
  'r7/outline.yml',
  'r7/report.md',
  'r7/errata.yml',
  'r7/corrections.yml',
  'glossary.yml',
  'words.yml',
  'accessibility.yml',
  'r7/summary.ja.md',
  'spellings.yml',
])('%s may be written', (path) => expect(isContentPath(path)).toBe(true))

const BAD_PATHS = [
  '',
  '.',
  '../glossary.yml',
  'r7/../glossary.yml',
  'r7/initiatives/../../../x.md',
  '/etc/passwd',
  'C:\\x',
  'r7\\outline.yml',
  './glossary.yml',
  'r7//outline.yml',
  'r7/outline.yml/',
  'r7/outline.yml\0',
  'r7/outline.yml\n',
  'r7/initiatives/2-1-3-1.md/x',
  'r7/initiatives/a/2-1-3-1.md',
  'r7/initiatives/2-1.md',
  'r7/initiatives/2-1-03-1.md',
  'r7/initiatives/.md',
  'r7/source.md',
  'r0/outline.yml',
  'R7/outline.yml',
  'README.md',
  '.git/hooks/post-checkout',
  'r7/.lock',
  'package.json',
  '__proto__',
  'constructor',
]
test.each(BAD_PATHS)('%j may not', (path) => {
  expect(isContentPath(path)).toBe(false)
  expect(applied(proposal([path, null, 'x']))).toContain('修正案で直せるファイルではありません')
})

const file = { path: PATH, before: TEXT, after: 'x' }
test.each([
  ['nothing', '', '読めません'],
  ['a cut file', '{"base":', '読めません'],
  ['null', 'null', '形ではありません'],
  ['a list', '[]', '形ではありません'],
  ['no base', JSON.stringify({ files: [] }), '形ではありません（base のところ）'],
  ['a base that is no hash', JSON.stringify({ base: 'x', files: [] }), '形ではありません（base のところ）'],
  ['files that are no list', JSON.stringify({ base, files: {} }), '形ではありません（files のところ）'],
  ['a number for a text', JSON.stringify({ base, files: [{ ...file, after: 1 }] }), '（files.0.after のところ）'],
  ['a missing text', JSON.stringify({ base, files: [{ path: PATH, before: TEXT }] }), '（files.0.after のところ）'],
  ['another key', JSON.stringify({ base, files: [{ ...file, mode: 511 }] }), '（files.0 のところ）'],
  ['a prototype', `{"base":"${base}","files":[],"__proto__":{"x":1}}`, '形ではありません'],
  [
    'the prototype of a file',
    JSON.stringify({ base, files: [file] }).replace('{"path"', '{"__proto__":{},"path"'),
    '形ではありません',
  ],
  ['neither before nor after', proposal([PATH, null, null]), '前の文も後の文もありません'],
  ['the same file twice', proposal([PATH, TEXT, 'x'], [PATH, TEXT, 'y']), '2度出てきます'],
  ['half a character', proposal([PATH, TEXT, '\ud800']), '文字でないもの'],
  ['NUL', proposal([PATH, TEXT, 'a\0']), '文字でないもの'],
  ['a text that no file may be as big as', proposal([PATH, TEXT, 'あ'.repeat(90_000)]), '大きすぎます（256 KiB まで）'],
])('%s is refused', (_, json, says) => expect(applied(json)).toContain(says))

test('the version of a folder is that of its paths and texts, in any order', () => {
  const hash = contentHash(NOW)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(contentHash([...NOW].reverse())).toBe(hash)
  expect(contentHash([...NOW, ['r7/report.md', '']])).not.toBe(hash)
  expect(contentHash([['ab', 'c']])).not.toBe(contentHash([['a', 'bc']]))
  expect(contentHash([['a', 'b\n']])).not.toBe(contentHash([['a', 'b\r\n']]))
})
