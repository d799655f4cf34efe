import { applyFixes } from '../../src/text/fix.ts'
import type { Finding } from '../../src/text/finding.ts'
import { type SourceFile, readText } from '../../src/text/source-file.ts'
import { checkContent } from './check-content.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** What a person writes where 期待 describes a form and does not spell it out; `line` is the line of the finding. */
const INSTANCES: [described: RegExp, instance: (line: string, finding: Finding) => string][] = [
  [
    /^ *- 実績の文$/,
    (line, { expected = '' }) => expected.replace('実績の文', withoutMark(line).replace(/!\[.*?\]\(.*?\)/, '図の説明')),
  ],
  [/^1つ以上の実績や文$/, () => '\n- 移行'],
  [
    /^(?:文字|1文字以上の文字)$/,
    (line) => (/#/.test(line) ? line.replace(/: (#.*)/, ': "$1"') : /: ""$/.test(line) ? '"見本の名前"' : '"2025"'),
  ],
  [/^(\w+): 値$/, (line) => line.replace(/[：:]\s*/, ': ')],
  [/^(\w+): 文字$/, (_, { expected = '' }) => expected.replace('文字', '件')],
  [
    /^(?:title|figures|unit|values|number|subsections)$/,
    (line, { expected = '' }) => line.trimStart().replace(/^(?:- )?[^:]+/, expected),
  ],
  [/^number: /, () => 'number: 1-1-1-1'],
  [/^(2-1-3-1 の形|番号)/, () => '1-1-1-1'],
  [/^1-2 の形の番号$/, () => '1-2'],
  [/^(.*) の形の番号$/, (_, { expected = '' }) => expected.replace(' の形の番号', '')],
  [/^年度と値の組が1つ以上$/, () => '{ R5: 127, R6: 1336, R7: 523 }'],
  [/^\{ R6: 336, R7: 523 \}$/, (line) => unwide(line)],
  [/^\{ R6: 1336 \} の形$/, (line) => line.replace('1,336', '1336').trimStart()],
  [
    /^R7 の形の年度$/,
    (line) =>
      line
        .replace('2023', 'R5')
        .replace(/(R\d+):(?=\d)/g, '$1: ')
        .trimStart(),
  ],
  [/^数$/, () => '1336'],
  [/^1行の値$/, () => '見本の名前'],
  [/^(https:\/\/… か )?1-1-2-1\.md/, () => '1-2-1.md'],
  [/^(#r1)、/, () => '1-1-2-1.md#r1'],
  [/^ひらがなの読み$/, () => 'よみ'],
  [/^2026-02 の形の年月$/, () => '2026-02'],
  [/^1-1-2-2 または/, () => '1-1-2-1#r1'],
  [/^1から12までの月/, () => 'R7.4'],
  [/^R1 以上の年/, () => 'R7'],
  [/^半角の空白$/, (line) => ' '.repeat(2 * (/^　*/.exec(line)?.[0].length ?? 0)) || ' '],
  [/^### 【見出し】$/, (line) => `### ${withoutMark(line)}`],
  [/^本文の \[\^/, () => '[^※]'],
  [/^(?:始め|終わり)のかっこ (.)$/, (_, { expected = '' }) => expected.slice(-1)],
  [/^「- 」で始まる行の一覧$/, (_, { file }) => (file === 'words.yml' ? '[値段]' : '[]')],
  [/^leadsTo: /, () => 'leadsTo: [事業の見直し]'],
  [/^1つ以上の項目$/, () => '[事業の見直し]'],
  [/^after: /, () => 'after: 1-1-1-1'],
  [/^訂正、追加、移動、廃止$/, () => '訂正'],
  [/^2026-05-20 の形の日付$/, () => '2026-05-20'],
]

const withoutMark = (line: string) => line.replace(/^(?:[\s　]*[・･•○●>|#‐－ー-])+[\s　]*/, '').trim()
const unwide = (line: string) =>
  line.replaceAll('｛', '{ ').replaceAll('｝', ' }').replaceAll('，', ', ').replaceAll('、', ', ').trimStart()

/** The files as they are once a finding's advice is followed, in each of the ways in which a person may do so. */
export function follow(files: readonly SourceFile[], finding: Finding): SourceFile[][] {
  const file = files.find(({ path }) => path === finding.file)
  if (finding.fix && file) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes)
    const bytes = encode(applyFixes(text, [finding.fix]).text)
    return [files.map((other) => (other === file ? { path: file.path, bytes } : other))]
  }
  const { expected } = finding
  if (expected === undefined) return []
  if (/^[\w/-]+\.(?:md|yml)$/.test(expected) && finding.rule.startsWith('files/')) {
    const moved = { path: expected, bytes: file?.bytes ?? new Uint8Array() }
    return [[...files.filter((other) => other !== file), moved]]
  }
  if (!file) return []
  const lines = readText(file).text.split('\n')
  const at = finding.line - 1
  const line = lines[at] ?? ''
  const instance = INSTANCES.find(([described]) => described.test(expected))?.[1](line, finding) ?? expected
  const [before, rest] = [line.slice(0, finding.column - 1), line.slice(finding.column - 1)]
  const indent = /^[ -]*/.exec(line)?.[0] ?? ''
  const edited = [
    ...TOKENS.map((token) => before + rest.replace(token, () => instance)),
    before + instance + rest,
    before + rest.replace(/^("[^"]*"|'[^']*'|[^\s}]*).*?( \}.*)?$/, (_, __, end = '') => instance + end),
    before + instance,
    instance,
    indent + instance,
    `${line}${instance}`,
    `${line} ${instance}`,
    before.replace(/["']$/, '') + rest.replace(/^[^"']*["']/, () => instance),
    line.replace(/^　+/, () => instance),
    `${line}\n${indent.replace(/-/g, ' ')}${instance}`,
    `${line}\n\n${instance}`,
  ]
  const others = [
    // At the end of the file, and in the place of this line and the next.
    [...lines, instance],
    [...lines.slice(0, at), instance, ...lines.slice(at + 2)],
    // Of a block of lines nothing stays.
    [...lines.slice(0, at), instance, ...lines.slice(at + lines.slice(at).findIndex((each) => each === ''))],
  ]
  return [...edited.map((changed) => lines.with(at, changed)), ...others].map((now) =>
    files.map((other) => (other === file ? { path: file.path, bytes: encode(now.join('\n')) } : other)),
  )
}

/** What a finding may be about, from its place on. */
const TOKENS = [
  /^[^\s,、。}）)\]]+/,
  /^[^、。（）]+/,
  /^\S+/,
  /^["'][^"']*["']?/,
  /^[^:]+(?=:)/,
  /^!?\[[^\]]*\]\([^)]*\)/,
  /^[A-Z]( [A-Z])+/,
  /^R \d+/,
  /^\[[^\]]*\]\([^)]*\)/,
  /^\(?[^()]*\)/,
  /(?<=\]\()[^)]*/,
  /\d[\d,.]*(?:件|億円)?/,
]

/** Whether a finding is gone once its advice is followed, and no other came. */
export function works(files: readonly SourceFile[], finding: Finding): boolean {
  const key = ({ file, rule, message }: Finding) => `${file} ${rule} ${message.replace(/\d+/g, '')}`
  const before = checkContent(files).map(key)
  return follow(files, finding).some((mended) => {
    const after = checkContent(mended).map(key)
    return after.length < before.length && after.every((one) => before.includes(one))
  })
}
