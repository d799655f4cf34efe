import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { baseFiles, overlay } from './fixtures.ts'

const HEAD = '---\nnumber: 1-1-1-1\ntitle: 事務所の見直し\n---\n\n'
const PATH = 'r7/initiatives/1-1-1-1.md'
const body = (text: string): [string, string] => [PATH, HEAD + text]
const front = (yaml: string): [string, string] => [PATH, `---\nnumber: 1-1-1-1\ntitle: a\n${yaml}\n---\n\n- 一\n`]

/** Small pieces that parsers repeat work over, many times: on one line, and on many. */
const PIECES = [
  '*a',
  '**a',
  '_a',
  ']',
  '[',
  '[a](',
  '![',
  '`',
  '~~a',
  '<a',
  '&amp;',
  '\\',
  '> ',
  '- ',
  '    - ',
  '[^1]',
  'R7:5件→',
  '{a: ',
  '[a, ',
  '&a ',
  '*a ',
  '!!a ',
  '○○',
  '（',
  '要確認、',
  'https://a.jp/',
  'a@b.jp ',
  '\u200b',
  '\u202e',
  '⻑',
  '1月32日、',
  '|a',
  '#',
  '"',
  "'",
  '\u0000',
  '再掲',
  'が゙',
]
const CASES: [name: string, file: [string, string]][] = PIECES.flatMap((piece) => {
  const times = Math.floor(100_000 / new TextEncoder().encode(piece).length)
  return [
    [`${JSON.stringify(piece)} on one line`, body(`- ${piece.repeat(times)}`)],
    [
      `${JSON.stringify(piece)} on lines of 400`,
      body(`${`- ${piece.repeat(Math.floor(400 / piece.length))}\n`.repeat(150)}`),
    ],
    [`${JSON.stringify(piece)} as lines`, body(`- 一\n${`${piece}\n`.repeat(times / 4)}`)],
    [`${JSON.stringify(piece)} in front matter`, front(`plain: ${piece.repeat(times)}`)],
    [`${JSON.stringify(piece)} in an outline`, ['r7/outline.yml', `title: ${piece.repeat(times)}`]],
    [`${JSON.stringify(piece)} in a glossary`, ['glossary.yml', `terms:\n${`  - term: ${piece}\n`.repeat(3000)}`]],
  ] as [string, [string, string]][]
})
CASES.push(
  ['links that nest', body(`- ${'[a'.repeat(10_000)}${'](x)'.repeat(10_000)}`)],
  ['a nested list in a note', body(`- 一[^1]\n\n[^1]: ${'- '.repeat(4000)}a`)],
  ['results without end', body('- 一\n'.repeat(30_000))],
  [
    'keys that nest over lines',
    front(Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i % 100)}a${i}:`).join('\n')),
  ],
  ['a key of the prototype', front('__proto__: 1\nconstructor: 2')],
  ['an alias bomb', front('a: &a [1,1]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]')],
  ['notes without end', body(`- 一\n\n${Array.from({ length: 1900 }, (_, i) => `[^${i}]: あ\n`).join('\n')}`)],
)

test.each(CASES)('%s: told or harmless, and within two seconds', (_, [path, text]) => {
  const files = overlay(baseFiles(), [{ path, bytes: new TextEncoder().encode(text) }])
  const begun = process.cpuUsage()
  const findings = checkContent(files)
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1e6).toBeLessThan(2)
  expect(findings.length).toBeLessThan(1000)
})
