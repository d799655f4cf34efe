import type { Nodes } from 'mdast'
import { type Body, placeOf } from '../../report/body.ts'
import { type Finding, placeAt } from '../../text/finding.ts'
import { INITIATIVE_GLYPH, RESULT_GLYPH } from '../../report/number.ts'
import type { BodySource } from './body-source.ts'
import { finding } from '../catalogue.ts'
import { fixOf } from './dialect.ts'
import type { ProseBlock } from './prose.ts'

/** Glyphs and hyphens that printed pages and word processors set before a result; `ー` is what the hyphen's key types in kana. */
const GLYPHS = `${RESULT_GLYPH}･•◦▪${INITIATIVE_GLYPH}◯●■◆`
const HYPHENS = '-‐‑−–—―－ー'

/** `ー（該当なし）`: a dash that says that there is nothing. */
const NOTHING = '[ 　]*[（(]?(?:該当|な[しい]|無し|未定|未実施|省略)'

// Before a digit a hyphen is a minus, before another one a dash.
const LOOSE_BULLET = new RegExp(
  `^[ 　]*(?:[${GLYPHS}](?![○〇◯●])[ 　]*(?=\\S)|[${HYPHENS}](?:[ 　]+(?=\\S)|(?=[^\\s\\d０-９${HYPHENS}]))(?!${NOTHING}))`,
  'gm',
)
/** The same where a line begins. */
export const STARTS_LOOSE = new RegExp(LOOSE_BULLET.source)

/** Results that lost their `- `: an error where none is left, else a warning for each line that looks like one. */
export function checkBullets(source: BodySource, body: Body): Finding[] {
  const { kind, prose } = source
  if (kind !== 'initiative') return prose.flatMap((block) => looseBullets(block, source))
  if (body.results.length === 0) return noResult(source)
  return [...prose.flatMap((block) => looseBullets(block, source)), ...lostLines(source), ...lostParagraphs(source)]
}

/** A body of words without a single result, which would be published with none. */
function noResult({ file, tree, markdown, firstLine }: BodySource): Finding[] {
  // Four blanks before a line make it a block of code.
  const first = tree.children.find(({ type }) => type === 'paragraph' || type === 'code')
  if (!first) return []
  const [line = ''] = rawText(first, markdown).split('\n')
  const words = line.replace(STARTS_LOOSE, '').trim()
  const indent = first.type === 'code' ? '行頭の空白は取ってください。' : ''
  const says = `実績が1つもありません。実績の行の先頭に「- 」（半角の「-」と半角の空白）を書いてください。${indent}`
  const [found = ''] = STARTS_LOOSE.exec(line) ?? []
  const start = first.position?.start.offset ?? 0
  const isResult = first.type === 'paragraph' && RESULT_SIGN.test(found.trim())
  const fix = isResult ? { fix: fixOf({ file, markdown, firstLine }, start, found.length, '- ') } : {}
  return [finding('body/no-result', { file, ...placeOf(first, firstLine) }, says, { expected: `- ${words}`, ...fix })]
}

/** Lines that were meant as results: `・実施`, `-実施` without a blank, also behind a proper `- `. */
function looseBullets({ text, start }: ProseBlock, { file, markdown, firstLine }: BodySource): Finding[] {
  return Array.from(text.matchAll(LOOSE_BULLET), ({ index, 0: found }) => {
    const mark = found.trim()
    const at = start + index
    const place = placeAt(file, markdown, at + found.indexOf(mark), firstLine)
    const blanks = /^[ 　]*　[ 　]*(?=- +$)/.exec(found)?.[0]
    if (blanks !== undefined) {
      const fix = fixOf({ file, markdown, firstLine }, at, blanks.length, '  ')
      return finding('body/bullet', placeAt(file, markdown, at, firstLine), WIDE, { expected: '  - 実績の文', fix })
    }
    // A proper `- ` gets here only where it stands too far to the right to begin a list.
    if (/- +$/.test(found)) return finding('body/bullet', place, DEEP, { expected: '  - 実績の文' })
    const from = at + found.indexOf(mark)
    const fix = RESULT_SIGN.test(mark)
      ? {
          fix: fixOf(
            { file, markdown, firstLine },
            from,
            at + found.length - from,
            isBehindBullet(markdown, at) ? '' : '- ',
          ),
        }
      : {}
    return finding('body/bullet', place, `行が「${mark}」で始まっています。${MEND}`, { expected: '- 実績の文', ...fix })
  })
}

/** Signs that only a result has; a circle may be meant as an initiative. */
const RESULT_SIGN = new RegExp(`^[${HYPHENS}${RESULT_GLYPH}･•◦▪]$`)

/** Whether `- ` stands already before a place of its line. */
function isBehindBullet(markdown: string, at: number): boolean {
  return /[-*+] +$/.test(markdown.slice(markdown.lastIndexOf('\n', at - 1) + 1, at))
}

const MEND = '実績は、半角の「-」と半角の空白で始めてください。'
const WIDE = '行頭に全角の空白があるので、「- 」が実績になりません。中の実績なら、半角の空白2つに置きかえてください。'
const DEEP = '行頭の空白が多すぎるので、「- 」が実績になりません。中の実績の前の空白は2つにしてください。'

/** Lines at the margin right below a result, which Markdown adds to it: `- 設置\n廃止`. */
function lostLines({ file, nodes, markdown, firstLine }: BodySource): Finding[] {
  const ofResults = nodes.flatMap((node) => (node.type === 'listItem' ? node.children : []))
  return ofResults.filter(hasSeveralLines).flatMap((paragraph) => {
    const lines = rawText(paragraph, markdown).split('\n')
    const { line } = placeOf(paragraph, firstLine)
    return lines.flatMap((text, i) => {
      const isOwnLine = i === 0 || /^\s/.test(text) || /(?:\\| {2})$/.test(lines[i - 1] ?? '')
      return isOwnLine || STARTS_LOOSE.test(text) ? [] : [lost({ file, line: line + i, column: 1 }, text)]
    })
  })
}

function hasSeveralLines({ type, position }: Nodes): boolean {
  return type === 'paragraph' && position?.start.line !== position?.end.line
}

/** Paragraphs beside results that read like one of them; notes in brackets and whole sentences do not. */
function lostParagraphs({ file, tree, markdown, firstLine }: BodySource): Finding[] {
  return tree.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => ({ text: rawText(node, markdown), place: { file, ...placeOf(node, firstLine) } }))
    .filter(({ text }) => !STARTS_LOOSE.test(text) && !isNote(text))
    .map(({ text, place }) => (HEADING.test(text) ? tightHeading(place, text) : lost(place, text)))
}

/** `【協定締結企業：23社】`, `※ …`, `次のとおり実施した。`; pictures and tags have rules of their own. */
const NOTE = /^!\[|^[<【［（([※＊*]|[。．：:]$/

function isNote(text: string): boolean {
  return NOTE.test(text) && !NUMBERED.test(text)
}

/** `(1) 様式の統一`: an item of a list, not a note in brackets. */
const NUMBERED = /^[（(][0-9０-９]{1,2}[)）]/

/** `###【その他】`, a heading without its blank. */
const HEADING = /^#{1,6}(?=[^#\s])/

function tightHeading(place: { file: string; line: number; column: number }, text: string): Finding {
  const [marks = ''] = HEADING.exec(text) ?? []
  const [line = ''] = text.split('\n')
  const at = { line: place.line, column: place.column + marks.length }
  const says = `「${marks}」の後に半角の空白がないので、見出しになりません。空白を入れてください。`
  const expected = `${marks} ${line.slice(marks.length)}`
  return finding('body/heading', place, says, { expected, fix: { start: at, end: at, text: ' ' } })
}

function lost(place: { file: string; line: number; column: number }, text: string): Finding {
  const [line = ''] = text.split('\n')
  const says =
    'この行は「- 」で始まっていないので、実績になりません。実績なら、行の先頭に「- 」を書いてください。' +
    '前の実績の続きなら、前の行の終わりに \\ を付け、この行の前に半角の空白を2つ置いてください。'
  return finding('body/bullet', place, says, { expected: `- ${line.trim()}` })
}

function rawText({ position }: Nodes, markdown: string): string {
  return markdown.slice(position?.start.offset, position?.end.offset)
}
