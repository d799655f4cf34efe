import { expect, test } from 'vitest'
import { format } from '../../../src/check/reporters/formats.ts'
import { formatText } from '../../../src/check/reporters/text.ts'
import type { Finding } from '../../../src/text/finding.ts'

const gap: Finding = {
  file: 'r7/initiatives/1-1-1-4.md',
  line: 2,
  column: 9,
  rule: 'number/gap',
  severity: 'error',
  message: '1-1-1-3 がありません。',
  expected: '1-1-1-3',
  related: { file: 'r7/initiatives/1-1-1-2.md', line: 2, column: 9 },
}
const spaces: Finding = {
  file: 'r7/initiatives/1-1-1-1.md',
  line: 6,
  column: 3,
  rule: 'body/spaces',
  severity: 'warning',
  message: '「S P I」の中に空白があります。',
}
const counts = [{ year: 'r7', viewpoints: 5, sections: 13, subsections: 32, initiatives: 68 }]

test('text tells a person the place first, then what, what else, and where to read on', () => {
  expect(formatText([spaces, gap], 'content'))
    .toBe(`content/r7/initiatives/1-1-1-1.md:6:3: 注意: 「S P I」の中に空白があります。
    手引き: content/README.md#bodyspaces

content/r7/initiatives/1-1-1-4.md:2:9: エラー: 1-1-1-3 がありません。
    期待: 1-1-1-3
    関連: content/r7/initiatives/1-1-1-2.md:2:9
    手引き: content/README.md#numbergap

エラー 1 件、注意 1 件。エラーを直すと、サイトを作れます。`)
})

test('text of a faultless folder is one kind line with its counts', () => {
  expect(formatText([], 'content', counts)).toBe(
    'まちがいは見つかりませんでした。（r7: 5 視点・13 項目・32 小項目・68 取組）',
  )
})

test('lines to paste keep their own indentation', () => {
  const paste = { ...spaces, expected: 'text:\n  - from: a' }
  expect(formatText([paste], 'content')).toContain('\n    期待:\ntext:\n  - from: a\n    手引き')
})

test('json is one object with counts and every finding as it is', () => {
  expect(JSON.parse(format('json', [spaces, gap], 'content', counts))).toEqual({
    errors: 1,
    warnings: 1,
    messages: [spaces, gap],
  })
})

test('github gets errors first, with paths from the repository', () => {
  expect(format('github', [spaces, gap], './content/', counts).split('\n')).toEqual([
    '::error file=content/r7/initiatives/1-1-1-4.md,line=2,col=9,title=number/gap::1-1-1-3 がありません。%0A期待: 1-1-1-3%0A関連: content/r7/initiatives/1-1-1-2.md:2:9',
    '::warning file=content/r7/initiatives/1-1-1-1.md,line=6,col=3,title=body/spaces::「S P I」の中に空白があります。',
    'エラー 1 件、注意 1 件',
  ])
})

test('github gets percent signs, line ends, colons and commas escaped', () => {
  const odd = { ...spaces, file: 'r7/a,b:c%.md', message: '100%\r\n::error::' }
  expect(format('github', [odd], '.', counts).split('\n')[0]).toBe(
    '::warning file=r7/a%2Cb%3Ac%25.md,line=6,col=3,title=body/spaces::100%25%0D%0A::error::',
  )
})

test('github gets ten annotations at most and then a count of all', () => {
  const many = [...Array.from({ length: 9 }, () => spaces), ...Array.from({ length: 4 }, () => gap)]
  const lines = format('github', many, 'content', counts).split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    ...Array.from({ length: 4 }, () => '::error'),
    ...Array.from({ length: 6 }, () => '::warning'),
    'エラー',
  ])
  expect(lines.at(-1)).toBe('エラー 4 件、注意 9 件（はじめの 10 件だけを示しました）')
})

const gitlab = (findings: Finding[]) =>
  JSON.parse(format('gitlab', findings, 'content', counts)) as { fingerprint: string }[]

test('gitlab gets its code quality report', () => {
  expect(gitlab([gap])).toEqual([
    {
      description: '1-1-1-3 がありません。（期待: 1-1-1-3）',
      check_name: 'number/gap',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'major',
      location: { path: 'content/r7/initiatives/1-1-1-4.md', lines: { begin: 2 } },
    },
  ])
})

test('a fingerprint holds when a finding moves, and differs between two of the same', () => {
  const [here] = gitlab([gap])
  const [there, again] = gitlab([{ ...gap, line: 5 }, gap])
  expect(there?.fingerprint).toBe(here?.fingerprint)
  expect(again?.fingerprint).not.toBe(there?.fingerprint)
})
