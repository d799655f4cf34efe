import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { checkTranscription } from '../../src/check/across/transcription.ts'
import { checkContent } from './check-content.ts'
import { checkCover } from '../../src/check/initiative/cover.ts'
import { type InitiativeFile, checkInitiative } from '../../src/check/initiative/initiative.ts'
import { checkOutline } from '../../src/check/yaml/outline.ts'
import { type Corrections, correctionsSchema } from '../../src/report/schema.ts'
import type { Finding } from '../../src/text/finding.ts'
import type { SourceFile } from '../../src/text/source-file.ts'
import { correctionsOf, find, textOf, yaml } from '../content.ts'
import { frozenContent, frozenYear } from '../frozen-report.ts'

vi.setConfig({ testTimeout: 60_000 })

const files = await frozenContent()
const committed = correctionsOf(await frozenYear())
const source = find(files, 'r7/source.md')
const texts = new Map(
  files.filter(({ path }) => /^r7\/(?:report|outline|initiatives)/.test(path)).map((file) => [file.path, textOf(file)]),
)
const initiatives = [...texts.keys()].filter((path) => path.includes('/initiatives/'))

const facts = new Map<string, InitiativeFile>()
beforeAll(() => {
  for (const path of initiatives) facts.set(path, checkInitiative(path, texts.get(path) ?? '', []).facts)
})

/** What the rule says once one file has another text; the other files are read once for all tests. */
function differing(path: string, text: string, corrections: Corrections = committed): Finding[] {
  const textNow = (other: string) => (other === path ? text : (texts.get(other) ?? ''))
  return checkTranscription(source, corrections, {
    cover: checkCover('r7/report.md', textNow('r7/report.md'), 'R7').written,
    outline: checkOutline('r7/outline.yml', textNow('r7/outline.yml')).outline,
    errata: [],
    initiatives: initiatives.flatMap(
      (other) => (other === path ? checkInitiative(path, text, []).facts : facts.get(other)) ?? [],
    ),
  })
}

/** The whole check of the frozen report with some files changed, added (`from` empty) or taken away (`to` null). */
function check(...edits: [path: string, from: string, to: string | null][]): string[] {
  const edited = edits.reduce((all: SourceFile[], [path, from, to]) => {
    const text = all.some((file) => file.path === path) ? textOf(find(all, path)) : ''
    expect(text).toContain(from)
    const others = all.filter((file) => file.path !== path)
    return to === null ? others : [...others, { path, bytes: new TextEncoder().encode(text.replace(from, () => to)) }]
  }, files)
  return checkContent(edited)
    .filter(({ rule }) => rule.startsWith('source/'))
    .map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`)
}

test('the frozen report says what the received document says, and corrections.yml explains the rest', () => {
  expect(check()).toEqual([])
})

/** Offsets of the characters that are the document's own: no marks of Markdown, no keys and numbers of YAML. */
function ownCharacters(path: string, text: string): number[] {
  let [start, inYaml] = [0, path.endsWith('.yml')]
  return text.split('\n').flatMap((line, i) => {
    const lineStart = start
    start += line.length + 1
    if (line === '---' && !path.endsWith('.yml')) inYaml = i === 0
    const prefix = inYaml ? /^ *(?:- )?(?:title|department): /.exec(line)?.[0] : /^ *(?:- |#+ )?/.exec(line)?.[0]
    if (prefix === undefined || line === '---') return []
    const marks = line.replace(/\[\^[^\]]*\]: |\]\([^)]*\)|\[|\\$/g, (mark) => '\0'.repeat(mark.length))
    return Array.from(line, (_, at) => at)
      .filter((at) => at >= prefix.length && marks[at] !== '\0')
      .map((at) => lineStart + at)
  })
}

const change = fc.record({
  kind: fc.constantFrom('replace', 'delete', 'insert'),
  at: fc.nat(),
  character: fc.constantFrom('鬼', 'Q', '７', '、', '\u200b', '　'),
})

test.each([...texts.keys()])('one changed character of %s is found once, at its line', (path) => {
  const text = texts.get(path) ?? ''
  const own = ownCharacters(path, text)
  fc.assert(
    fc.property(change, ({ kind, at, character }) => {
      const offset = own[at % own.length] ?? 0
      fc.pre(text[offset] !== character)
      // A blank at the edge of a value is no part of it for YAML.
      fc.pre(!path.endsWith('.yml') || character !== '　')
      const edited =
        text.slice(0, offset) + (kind === 'delete' ? '' : character) + text.slice(offset + (kind === 'insert' ? 0 : 1))
      const found = differing(path, edited)
      const line = text.slice(0, offset).split('\n').length
      expect(found.map((each) => `${each.rule} ${each.file}:${each.line}`)).toEqual([`source/differs ${path}:${line}`])
    }),
    { numRuns: path.includes('/initiatives/') ? 5 : 30, seed: 7 },
  )
})

test('what a finding expects, pasted into corrections.yml, explains the difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts.keys()), fc.nat(), fc.constantFrom('鬼', 'Q'), (path, at, character) => {
      const text = texts.get(path) ?? ''
      const own = ownCharacters(path, text)
      const offset = own[at % own.length] ?? 0
      const edited = text.slice(0, offset) + character + text.slice(offset + 1)
      const [found] = differing(path, edited)
      const pasted = correctionsSchema.parse(yaml(`text:\n${found?.expected}`))
      expect(differing(path, edited, { ...committed, text: [...committed.text, ...pasted.text] })).toEqual([])
    }),
    { numRuns: 60, seed: 7 },
  )
})

const ADDED = '---\nnumber: 2-3-3\ntitle: 端末の更新\n---\n\n- 更新\n'
const moved = (number: string, text = '') => text.replace(/^number: .*$/m, `number: ${number}`)
const CONTRACT = 'r7/initiatives/2-1-3-1.md'
const LAST_LINE = '\n  (R5:127件→R6:336件→R7:523件)'

test.each<[name: string, edits: [path: string, from: string, to: string | null][], says: string[]]>([
  [
    'a changed name',
    [[CONTRACT, 'title: 電子契約の促進', 'title: 電子契約の推進']],
    [`${CONTRACT}:3 source/differs 原文では「電子契約の促進」です。`],
  ],
  [
    'a changed month',
    [['r7/report.md', '2026-02', '2026-03']],
    ['r7/report.md:4 source/differs 原文では「令和8年2月」です。'],
  ],
  [
    'a changed viewpoint',
    [['r7/outline.yml', '県庁DXの推進', '県庁DXの促進']],
    ['r7/outline.yml:32 source/differs 原文では「県庁DXの推進」です。'],
  ],
  [
    'two changed lines of one result',
    [
      [CONTRACT, '利用促進', '利用の促進'],
      [CONTRACT, 'R7:523件', 'R7:524件'],
    ],
    [`${CONTRACT}:10 source/differs 原文では「庁内、事業者の利用促進」です。`],
  ],
  [
    'a dropped line',
    [[CONTRACT, LAST_LINE, '']],
    [`${CONTRACT}:10 source/differs 原文にはこの後に「(R5:127件→R6:336件→R7:523件)」があります。`],
  ],
  [
    'a further result',
    [[CONTRACT, LAST_LINE, `${LAST_LINE}\n- 契約書の様式の統一\\\n  （R7～）`]],
    [`${CONTRACT}:12 source/differs 原文に「契約書の様式の統一」はありません。`],
  ],
  [
    'an invisible character',
    [[CONTRACT, '利用促進', '利用\u200b促進']],
    [
      `${CONTRACT}:10 source/differs 原文では「庁内、事業者の利用促進」です（ここには見えない文字 U+200B があります）。`,
    ],
  ],
  [
    'blanks around an arrow, which the import takes away',
    [[CONTRACT, '127件→', '127件 → ']],
    [
      `${CONTRACT}:11 source/differs 原文では「(R5:127件→R6:336件→R7:523件)」です（ここには見えない文字 U+0020 があります）。矢印`,
    ],
  ],
  [
    'an initiative that the document has not',
    [['r7/initiatives/2-3-3.md', '', ADDED]],
    ['r7/initiatives/2-3-3.md:3 source/place 取組「端末の更新」は原文にありません。'],
  ],
  [
    'an initiative put in before another, whose number moves on',
    [
      ['r7/initiatives/2-3-3.md', '', moved('2-3-3', texts.get('r7/initiatives/2-3-2.md'))],
      ['r7/initiatives/2-3-2.md', texts.get('r7/initiatives/2-3-2.md') ?? '', ADDED.replace('2-3-3', '2-3-2')],
    ],
    ['r7/initiatives/2-3-2.md:3 source/place 取組「端末の更新」は原文にありません。'],
  ],
  [
    'an initiative that is lost',
    [['r7/initiatives/2-3-2.md', '', null]],
    ['r7/outline.yml:57 source/place 原文の 2-3-2 にある取組「庁内情報システムの充実・適正化」がありません。'],
  ],
  [
    'two initiatives in each other’s place',
    [
      [
        'r7/initiatives/2-3-1.md',
        texts.get('r7/initiatives/2-3-1.md') ?? '',
        moved('2-3-1', texts.get('r7/initiatives/2-3-2.md')),
      ],
      [
        'r7/initiatives/2-3-2.md',
        texts.get('r7/initiatives/2-3-2.md') ?? '',
        moved('2-3-2', texts.get('r7/initiatives/2-3-1.md')),
      ],
    ],
    ['r7/initiatives/2-3-2.md:3 source/place 取組「ネットワーク環境の充実・適正化」は、原文では 2-3-1 にあります。'],
  ],
  [
    'an initiative under another heading',
    [
      ['r7/initiatives/2-1-3-2.md', '', moved('2-1-3-2', texts.get('r7/initiatives/2-3-2.md'))],
      ['r7/initiatives/2-3-2.md', '', null],
    ],
    ['r7/initiatives/2-1-3-2.md:3 source/place 取組「庁内情報システムの充実・適正化」は、原文では 2-3-2 にあります。'],
  ],
  [
    'a heading that the document has not, told once with all that stands under it',
    [
      [
        'r7/outline.yml',
        '        title: DX推進のための環境整備',
        `        title: DX推進のための環境整備
      - number: 2-4
        title: 端末の整備`,
      ],
      ['r7/initiatives/2-4-1.md', '', moved('2-4-1', ADDED)],
    ],
    ['r7/outline.yml:59 source/place 項目「端末の整備」は原文にありません。'],
  ],
  [
    'what corrections.yml puts there on purpose',
    [
      ['r7/initiatives/2-3-3.md', '', ADDED],
      ['r7/corrections.yml', 'text:', 'places:\n  - title: 端末の更新\n    reason: 試験\ntext:'],
    ],
    [],
  ],
  [
    'a correction that puts in a line',
    [
      ['r7/initiatives/2-3-2.md', '仮想化基盤の運用', '仮想化基盤の運用\n- 端末の更新'],
      [
        'r7/corrections.yml',
        'text:',
        `text:
  - from: 仮想化基盤の運用
    to: |-
      仮想化基盤の運用
      - ・端末の更新
    reason: 試験`,
      ],
    ],
    [],
  ],
])('%s', (_, edits, says) => {
  const found = check(...edits)
  expect(found).toEqual(says.map((each) => expect.stringContaining(each) as string))
})
