import { type Oddity, codeOf } from '../../text/characters.ts'
import { type Finding, placeAt } from '../../text/finding.ts'
import type { PlainText } from '../../text/source-file.ts'
import { type RuleId, finding } from '../catalogue.ts'

type Kind = Oddity['kind']

/** What a kind of odd character is told as; the site is made from the plain text where it is a warning. */
const KINDS: Record<Kind, { rule: RuleId; says: (oddity: Oddity, before: string) => string; expected?: string }> = {
  tab: {
    rule: 'files/tab',
    says: () => 'タブ文字があります。半角の空白に置きかえてください。',
    expected: '半角の空白',
  },
  nul: { rule: 'files/nul', says: () => '見えない文字（NUL）があります。この文字を消してください。' },
  'line-end': {
    rule: 'files/line-end',
    says: ({ found }) =>
      `改行のように見える文字（${codeOf(found)}）があります。消して改行を打ち直してください。同じ実績の中なら、行の終わりに \\ を付けます。`,
  },
  invisible: {
    rule: 'files/invisible',
    says: ({ found }) => `見えない文字（${codeOf(found)}${nameOf(found)}）があります。この文字を消してください。`,
  },
  unreadable: {
    rule: 'files/unreadable',
    says: ({ found }) =>
      `読めない文字（${codeOf(found)}）があります。文字化けの跡か、この機械だけの外字です。正しい文字に打ち直してください。`,
  },
  radical: {
    rule: 'files/look-alike',
    says: ({ found, plain }) =>
      `「${found}」（${codeOf(found)}）は「${plain}」に似た別の文字です。PDF から写すと入ります。「${plain}」に打ち直してください。`,
  },
  apart: {
    rule: 'files/look-alike',
    says: ({ found, plain }) =>
      `「${plain}」の濁点などが別の文字（${codeOf(found.slice(1))}）になっています。「${plain}」に打ち直してください。`,
  },
  blank: {
    rule: 'files/look-alike',
    says: ({ found }) =>
      `半角の空白に似た別の空白（${codeOf(found)}）があります。半角の空白に置きかえるか、消してください。`,
    expected: '半角の空白',
  },
  variation: {
    rule: 'files/look-alike',
    says: ({ found }, before) =>
      `「${before}」の後に、字の形を選ぶ見えない文字（${codeOf(found)}）があります。ほかの機械では形が変わるので、消してください。`,
  },
}

const NAMES: [characters: RegExp, name: string][] = [
  [/[\u200b-\u200d\u2060\ufeff]/, '：幅のない空白'],
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/, '：文字の向きを変える印'],
  [/\u00ad/, '：見えないハイフン'],
]

function nameOf(character: string): string {
  return NAMES.find(([characters]) => characters.test(character))?.[1] ?? ''
}

/** What stops the site where it stands: the rest of such a line is read when it is gone. */
const STOPS: readonly Kind[] = ['tab', 'nul', 'line-end', 'invisible', 'unreadable']

/** The lines, from 1, of which nothing else is to be told yet. */
export function stoppedLines({ written, oddities }: PlainText): Set<number> {
  const stops = oddities.filter(({ kind }) => STOPS.includes(kind))
  return new Set(stops.map(({ start }) => placeAt('', written, start).line))
}

/** One finding for each kind of odd character in a file: its first place, how many more there are, and one edit for all. */
export function checkOddities(file: string, { written, oddities }: PlainText): Finding[] {
  return [...Map.groupBy(oddities, ({ kind }) => kind).values()].flatMap((alike) => {
    const [first, ...others] = alike
    if (!first) return []
    const { rule, says, expected } = KINDS[first.kind]
    const more = others.length > 0 ? `同じようなところが、ほかに ${others.length} か所あります。` : ''
    const place = placeAt(file, written, first.start)
    const message = says(first, [...written.slice(0, first.start)].at(-1) ?? '') + more
    const fix = first.kind === 'unreadable' ? {} : { fix: fixOf(alike, file, written) }
    return [finding(rule, place, message, { ...(expected && { expected }), ...fix })]
  })
}

function fixOf(alike: readonly Oddity[], file: string, written: string): NonNullable<Finding['fix']> {
  const start = alike[0]?.start ?? 0
  const end = alike.at(-1)?.end ?? start
  let text = ''
  let done = start
  for (const oddity of alike) {
    text += written.slice(done, oddity.start) + mended(oddity, written)
    done = oddity.end
  }
  const [from, to] = [placeAt(file, written, start), placeAt(file, written, end)]
  return { start: { line: from.line, column: from.column }, end: { line: to.line, column: to.column }, text }
}

/** What a person types in its place. */
function mended({ kind, plain, found, start, end }: Oddity, written: string): string {
  // A line may be as long as the file: what stands near tells enough.
  const near = written.slice(Math.max(0, start - NEAR), start)
  const before = near.slice(near.lastIndexOf('\n') + 1)
  const isLast = /^[\s\v\f\u0085\u2028\u2029]*?(?:\n|(?![\s\S]))/.test(written.slice(end, end + NEAR))
  if (found === '\r') return '\n'
  if (kind === 'tab') return isLast ? '' : /^[\t ]*$/.test(before) ? '  ' : ' '
  if (kind !== 'line-end') return plain
  if (isLast || before.trim() === '' || LINE_END_BEFORE.test(before)) return ''
  return isInBody(written, start) ? `\\\n${continuation(before)}` : ''
}

const NEAR = 200

const LINE_END_BEFORE = /[\v\f\u0085\u2028\u2029]$/

/** Below the front matter of a Markdown file a line can be broken, in a result or a paragraph. */
function isInBody(written: string, at: number): boolean {
  const end = /^---\n[\s\S]*?\n---\n/.exec(written)?.[0].length
  return end !== undefined && at >= end && !/^ *#/.test(written.slice(written.lastIndexOf('\n', at) + 1, at))
}

/** The blanks before a result's further lines: as many as its own mark and blanks take. */
function continuation(before: string): string {
  return ' '.repeat(/^ *(?:[-*+] +|\[\^[^\]]*\]: *)?/.exec(before)?.[0].replace(/\[.*/, '    ').length ?? 0)
}
