import { expect, test } from 'vitest'
import { readFiles } from '../../src/build/folder.ts'
import { Refused } from '../../src/build/failures.ts'
import { spellingFindings } from '../../src/build/spelling.ts'
import { changedLines } from '../../src/compare/changed-lines.ts'
import { edited } from '../compare/edited.ts'
import { run } from './commands.ts'

const content = await readFiles('content')
const I = 'r7/initiatives/2-1-3-1.md'

/** The content as committed, with lines added at the end of one initiative. */
const withLines = (...lines: string[]) =>
  edited(content, { [I]: (text) => `${text.trimEnd()}\n${lines.map((line) => `- ${line}\n`).join('')}` })

test('nothing in the committed content', async () => {
  expect(await spellingFindings(content)).toEqual([])
})

test.each<[string, [string, string][]]>([
  [
    '主な取り組み。取組みの実績',
    [
      ['取り組み', '取組'],
      ['取組み', '取組'],
    ],
  ],
  ['課題に取り組みます。取り組み、取り組みながら進める', []],
  [
    '専門人材と多様な人材',
    [
      ['人材', '人財'],
      ['人材', '人財'],
    ],
  ],
  ['寄附の受け入れを開始し、研修生を受け入れて', [['受け入れ', '受入れ']]],
  [
    '行政手続きおよび更なる推進',
    [
      ['手続き', '手続'],
      ['および', '及び'],
    ],
  ],
])('of %j', async (line, expected) => {
  const found = await spellingFindings(withLines(line))
  expect(found.map(({ message, expected }) => [/「(.*?)」/.exec(message)?.[1], expected])).toEqual(expected)
})

test('titles and labels count, the glossary’s other spellings don’t', async () => {
  const files = edited(content, { [I]: (text) => text.replace('title: 電子契約', 'title: 人材と電子契約') })
  expect(await spellingFindings(files)).toMatchObject([{ file: I, line: 3, column: 8, severity: 'warning' }])
})

test('of a proposal only the lines that it changed', async () => {
  const before = withLines('主な取り組み')
  const after = edited(before, { [I]: (text) => `${text}- 人材の育成\n` })
  const found = (await spellingFindings(after)).filter(changedLines(before, after))
  expect(found.map(({ message }) => message)).toEqual(['「人材」は、この報告書では「人財」と書きます。'])
})

test.each([
  ['YAML that can’t be read', 'version: 1\nrules: ['],
  [
    'a rule whose example does not hold',
    'version: 1\nrules:\n  - expected: あ\n    pattern: い\n    specs:\n      - from: う\n        to: あ\n',
  ],
])('a list is refused: %s', async (_, list) => {
  await expect(spellingFindings(edited(content, { 'spellings.yml': list }))).rejects.toThrow(Refused)
})

test('a folder without a list has nothing to say; the command says so and succeeds', () => {
  expect(run('words')).toEqual({ status: 0, output: 'まちがいは見つかりませんでした。\n' })
  expect(run('words', {}, ['--content', 'nowhere']).status).toBe(2)
})
