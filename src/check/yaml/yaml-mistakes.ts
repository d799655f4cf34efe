/** What is wrong with a YAML text, as a Japanese sentence, its offset into the text and, where it can be told, what should stand there. */
export interface Sentence {
  offset: number
  says: string
  expected?: string
}

/** A key at the start of its line, also behind the `- ` of a list. */
const KEY = '^[ -]*([A-Za-z]+)'

/** What editors write in good faith; the bounds keep a long line from being searched over and over. `js-yaml` tells of each at another place, in other words. */
const MISTAKES: [form: RegExp, tell: (found: RegExpMatchArray) => Omit<Sentence, 'offset'>][] = [
  [
    new RegExp(`(?<=${KEY} *)：`, 'gm'),
    ([, key]) => ({
      says: `「${key}」の後のコロンが全角です。半角の「: 」（コロンと空白）にしてください。`,
      expected: `${key}: 値`,
    }),
  ],
  [
    new RegExp(`(?<=${KEY} *):(?=[^\\s:/])`, 'gm'),
    ([, key]) => ({
      says: `「${key}:」の後に半角の空白がありません。「${key}: 値」のように空白を入れてください。`,
      expected: `${key}: 値`,
    }),
  ],
  [
    /^[ -]*　+/gm,
    () => ({ says: '行頭に全角の空白があります。半角の空白に置きかえてください。', expected: '半角の空白' }),
  ],
  [
    /(?<=\{[^{}\n]{0,300})[、，]/g,
    ([mark]) => ({
      says: `区切りの「${mark}」が全角です。半角の「, 」にしてください。`,
      expected: '{ R6: 336, R7: 523 }',
    }),
  ],
  [
    new RegExp(`(?<=${KEY}: +)[｛｝［］]`, 'gm'),
    ([mark]) => ({ says: `かっこ「${mark}」が全角です。半角にしてください。`, expected: '{ R6: 336, R7: 523 }' }),
  ],
  [
    new RegExp(`(?<=${KEY}: +)[（(] *([RHS]\\d+ *[:：].*?) *[)）]? *$`, 'gm'),
    ([, key, values = '']) => ({
      says: '年度と値の組を囲むかっこがちがいます。半角の { } で囲んでください。',
      expected: `${key}: { ${values.replaceAll('：', ': ')} }`,
    }),
  ],
  [
    new RegExp(`(?<=${KEY}: +)"(?:[^"\\\\\\n]|\\\\.)*$`, 'gm'),
    ([value, key]) => ({
      says: '引用符（"）が閉じていません。値の終わりにも同じ引用符を付けてください。',
      expected: `${key}: ${value.trimEnd()}"`,
    }),
  ],
  [
    new RegExp(`(?<=${KEY}: +)'(?:[^'\\n]|'')*$`, 'gm'),
    ([value, key]) => ({
      says: "引用符（'）が閉じていません。値の終わりにも同じ引用符を付けてください。",
      expected: `${key}: ${value.trimEnd()}'`,
    }),
  ],
  [
    // The text of `plain: |` at the margin: it would be the next key.
    /(?<=^[A-Za-z]+: *[|>][-+]? *\n)(?![A-Za-z]+:)\S.*$/gm,
    ([line]) => ({ says: 'この行の前に、半角の空白が2つ要ります。', expected: `  ${line}` }),
  ],
  [
    new RegExp(`(?<=${KEY}: +)[RHS]\\d+: +\\S.*$`, 'gm'),
    ([values, key]) => ({
      says: '年度と値の組は、半角の { } で囲んでください。',
      expected: `${key ?? 'values'}: { ${values.trim()} }`,
    }),
  ],
  [
    new RegExp(`(?<=${KEY}: +(?=([^\\s"'{}[\\]｛［>|#&*!%@\`].*)$)[^\\n]{0,300}?):(?: |$)`, 'gm'),
    ([, key, value = '']) => ({
      says: '値の中に「: 」があります。値を " で囲んでください。',
      expected: quoted(key, value),
    }),
  ],
  [
    // A `|` or `>` alone begins a text of several lines, as `plain: |` does.
    new RegExp(`(?<=${KEY}: +)(?:[@\`%&*!].*|[|>](?![-+\\d]*\\s*$).*|\\[[^\\]\\n]*\\].*[^\\s\\]].*)$`, 'gm'),
    ([value, key]) => ({
      says: `値が記号「${value.charAt(0)}」で始まっています。値を " で囲んでください。`,
      expected: quoted(key, value),
    }),
  ],
]

/** The first mistake in a text that is no YAML: `title：…`, `title:…`, `title: 契約: 促進`. */
export function mistakeOf(text: string): Sentence | null {
  const mistakes = MISTAKES.flatMap(([form, tell]) =>
    Array.from(text.matchAll(form), (found) => ({ offset: found.index, ...tell(found) })),
  )
  return mistakes.sort((a, b) => a.offset - b.offset)[0] ?? null
}

/** `title: "電子契約: 促進"`; a value with `"` goes into the other quotes. */
function quoted(key: string | undefined, value: string): string {
  const mark = value.includes('"') ? "'" : '"'
  return `${key}: ${mark}${value.trim()}${mark}`
}
