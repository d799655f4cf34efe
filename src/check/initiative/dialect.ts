import type { Nodes } from 'mdast'
import { placeOf, plainText } from '../../report/body.ts'
import { odditiesOf } from '../../text/characters.ts'
import { type Finding, type Fix, placeAt } from '../../text/finding.ts'
import { parseMarkdown } from '../../text/markdown.ts'
import { type RuleId, finding } from '../catalogue.ts'
import type { BodySource } from './body-source.ts'

/** Markdown that the report does not know, and marks that would be published as they are. */
export function checkDialect(source: BodySource): Finding[] {
  return [...unknownMarkdown(source), ...references(source), ...looseMarks(source)]
}

/** What a page shows as something else than the data and the search have, or not at all. */
function unknownMarkdown({ file, nodes, markdown, firstLine }: BodySource): Finding[] {
  const used = new Set(nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? node.url : [])))
  return nodes.flatMap((node, i) => {
    const told = (says: string, expected?: string) => [
      finding('body/markdown', { file, ...placeOf(node, firstLine) }, says, expected === undefined ? {} : { expected }),
    ]
    const words = () => plainText(node)
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      const says = '「[ ]」や「[x]」のチェック欄は使えません。済んだかどうかは、文で書いてください。'
      return told(says, `- ${words().split('\n')[0]?.trim()}`)
    }
    if (node.type === 'delete') {
      const says = `取り消し線（~~）は使えません。データや検索では生きた文になります。消す文なら消し、残す文なら ~~ を取ってください。`
      return told(says, words())
    }
    if (node.type === 'inlineCode') {
      return told('「`」で囲んだ文は、プログラムとして表示されます。「`」を取ってください。', node.value)
    }
    if (node.type === 'strong' && isEaten(node, nodes[i + 1], markdown)) {
      return told('「**」が消えて、間が太字になります。文字として見せるときは \\*\\* と書いてください。', '\\*\\*')
    }
    if (node.type === 'definition' && !used.has(node.url)) {
      return told('この行は、どのリンクからも使われていないので、載りません。この行を消してください。')
    }
    return []
  })
}

/** `応募者**1は20人、採用者**2は5人`: marks of notes, between which the words would become strong. */
function isEaten(node: Nodes, first: Nodes | undefined, markdown: string): boolean {
  const behind = markdown.charAt(node.position?.end.offset ?? 0)
  return first?.type === 'text' && /^[0-9０-９]/.test(first.value) && /[0-9０-９]/.test(behind)
}

const REFERENCE = /(?<!\\)&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g

/** `&amp;`, which is published as `&`, and `&#8203;`, which nobody sees. */
function references(source: BodySource): Finding[] {
  return matches(source, REFERENCE).flatMap(({ found, start }) => {
    const shown = characterOf(found)
    if (shown === found) return []
    const [odd] = odditiesOf(shown)
    const plain = odd ? odd.plain : shown.replace(/[<\\`~]/, '\\$&')
    const says = odd
      ? `「${found}」は、見えない文字に変わって載ります。消してください。`
      : `「${found}」は「${shown}」に変わって載ります。その文字を書いてください。`
    return [told(source, 'body/markdown', start, says, plain, fixOf(source, start, found.length, plain))]
  })
}

const shownAs = new Map<string, string>()

/** What a page shows for a reference: `&amp;` → `&`; itself where it names nothing. */
function characterOf(reference: string): string {
  const shown = shownAs.get(reference) ?? plainText(parseMarkdown(`あ${reference}あ`)).slice(1, -1)
  shownAs.set(reference, shown)
  return shown
}

/** Marks that look as if they were meant for Markdown, and a `\` that looks like a yen sign. */
const LOOSE: [form: RegExp, says: (found: string) => string, expected: (found: string) => string][] = [
  [
    /(?<![\w*\\])\*(?![\s*\d０-９])[^*\n、。]*[^*\s、。]\*(?![\w*])/g,
    (found) => `「${found}」の * は、そのまま載ります。太字にするときは ** で囲んでください。`,
    (found) => `*${found}*`,
  ],
  [
    /(?<![*\\])\*\*(?!\*)/g,
    () => '「**」が対になっていないので、そのまま載ります。取るか、太字の終わりにも ** を付けてください。',
    () => '',
  ],
  [/~~/g, () => '「~~」がそのまま載ります。取ってください。', () => ''],
  [
    /\\(?=\d)/g,
    () => '「\\」がそのまま載ります（画面によっては ¥ に見えます）。金額なら「円」か「¥」で書いてください。',
    () => '¥',
  ],
]

function looseMarks(source: BodySource): Finding[] {
  return LOOSE.flatMap(([form, says, expected]) =>
    matches(source, form).map(({ found, start }) =>
      told(source, 'body/marks', start, says(found), expected(found) || undefined),
    ),
  )
}

/** Where a pattern stands in the words of a body as they are written. */
function matches({ prose, markdown }: BodySource, form: RegExp): { found: string; start: number }[] {
  return prose.flatMap((block) =>
    block.words.flatMap((word) => {
      const raw = markdown.slice(block.start + word.start, block.start + word.end)
      return Array.from(raw.matchAll(form), ({ 0: found, index }) => {
        return { found, start: block.start + word.start + index }
      })
    }),
  )
}

function told(
  { file, markdown, firstLine }: BodySource,
  rule: RuleId,
  start: number,
  says: string,
  expected?: string,
  fix?: Fix,
): Finding {
  const place = placeAt(file, markdown, start, firstLine)
  return finding(rule, place, says, { ...(expected !== undefined && { expected }), ...(fix && { fix }) })
}

/** The edit of a part of a body. */
export function fixOf(
  { file, markdown, firstLine }: Pick<BodySource, 'file' | 'markdown' | 'firstLine'>,
  start: number,
  length: number,
  text: string,
): Fix {
  const [from, to] = [start, start + length].map((at) => placeAt(file, markdown, at, firstLine))
  const point = (place: typeof from) => ({ line: place?.line ?? 1, column: place?.column ?? 1 })
  return { start: point(from), end: point(to), text }
}
