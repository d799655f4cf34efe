import type { Finding } from '../../text/finding.ts'
import type { Changes, ReportChanges } from '../changes.ts'
import { markedParts } from '../words.ts'
import { escapeMarkdown } from './escape.ts'
import {
  type PageChanges,
  changedPages,
  figureTexts,
  isUnchanged,
  placeName,
  publishedLine,
  tallyChanges,
  uncorrectedLine,
} from './pages.ts'

/** Where the comment's links lead; `null` where that is not known. */
export interface PageLinks {
  /** The page as it is published: `('r7', '2-1-3-1')`; `''` is the report's own. */
  live: (report: string, number: string) => string | null
  /** The page as the proposal makes it. */
  preview: (report: string, number: string) => string | null
}

/** A comment holds 65,536 characters; with some room for what stands around. */
const MOST_BYTES = 60_000
/** A longer list is closed until a reader opens it. */
const MOST_OPEN = 12
/** Of a run of words that did not change, so many characters on either side. */
const CONTEXT = 24

/** For a comment on a proposal: `whole` for a place without a limit. A comment that is too long says how much is left out. */
export function formatMarkdown(changes: Changes, links: PageLinks, whole = false): string {
  const { reports, findings, unread, files } = changes
  const blocks = [
    ...reports.filter((each) => !isUnchanged(each)).flatMap((each) => reportBlocks(each, links)),
    ...details('読めないので比べていないファイル', unread.map(escapeMarkdown)),
    ...details('ほかに変わったファイル', files.map(escapeMarkdown)),
    ...details('新しい指摘', findings.new.map(findingItem)),
    ...details('なくなった指摘', findings.gone.map(findingItem)),
  ]
  const head = '## 内容の変更点\n'
  if (blocks.length === 0) return `${head}\n内容の変更はありません（空白、改行、全角と半角の違いは数えません）。\n`
  return `${head}\n${(whole ? blocks : fitting(blocks)).join('\n\n')}\n`
}

/** As many blocks as fit, each whole. */
function fitting(blocks: readonly string[]): string[] {
  let bytes = 200
  const kept = blocks.filter((block) => {
    const more = new TextEncoder().encode(block).length + 2
    if (bytes + more > MOST_BYTES) return false
    bytes += more
    return true
  })
  const left = blocks.length - kept.length
  return left === 0
    ? kept
    : [...kept, `長いので、ほかの ${left} か所はここに載せていません。すべては検査の要約にあります。`]
}

function reportBlocks(changes: ReportChanges, links: PageLinks): string[] {
  const { report, title, added, removed, outline, whole, uncorrected } = changes
  const said = publishedLine(changes)
  const head = [`### ${report} ${escapeMarkdown(title)}`, [said, tallyChanges(changes)].filter(Boolean).join(' ')]
  if (whole !== null) return [head.join('\n\n')]
  const pages = changedPages(changes)
  const items = pages.map((page) => ({ page, lines: pageLines(page) }))
  const isLong = items.reduce((sum, { lines }) => sum + lines.length, 0) > MOST_OPEN
  return [
    head.join('\n\n'),
    ...uncorrected.map((heading) => `> **注意** ${escapeMarkdown(uncorrectedLine(heading))}`),
    ...details(
      '追加した取組',
      added.map((each) => `${pageName(each)}${pageLinks(report, each.number, { ...links, live: () => null })}`),
    ),
    ...details(
      '削除した取組',
      removed.map((each) => `${pageName(each)}${pageLinks(report, each.number, { ...links, preview: () => null })}`),
    ),
    ...details(
      '見出し',
      outline.map(({ number, before, after }) => `${number || '全体'}: ${arrow(before, after)}`),
    ),
    ...items.map(({ page, lines }) => {
      // What is published of one that moves stands under its old number.
      const live = () => links.live(report, page.movedFrom ?? page.number)
      const name = `${pageName(page)}${pageLinks(report, page.number, { ...links, live })}`
      return isLong
        ? folded(`${pageName(page)}${numbersInShort(page)}（${lines.length} か所）`, [name, '', ...lines])
        : [`#### ${name}`, '', ...lines].join('\n')
    }),
  ]
}

function pageLines({ number, title, movedFrom, renamedFrom, figures, numbers, sentences }: PageChanges): string[] {
  return [
    ...(movedFrom === null ? [] : [`番号: ${movedFrom} → ${number}`]),
    ...(renamedFrom === null ? [] : [`題名: ${arrow(renamedFrom, title)}`]),
    ...figures.map(
      (figure) => `数値「${escapeMarkdown(figure.label)}」${figure.year}: ${arrow(...figureTexts(figure))}`,
    ),
    ...numbers.map(({ resultId, before, after }) => `${placeName(number, resultId)}の数: ${arrow(before, after)}`),
    ...sentences.map(
      ({ resultId, before, after }) => `${placeName(number, resultId)}: ${markedSentence(before, after)}`,
    ),
  ].map((line) => `- ${line}`)
}

/** What is seen of a page before it is opened. */
const MOST_IN_SHORT = 3

/** `：523件 → 532件`, the first of the numbers that changed; empty where none did. */
function numbersInShort({ figures, numbers }: PageChanges): string {
  const all = [
    ...numbers.map(({ before, after }) => arrow(before, after)),
    ...figures.map((each) => arrow(...figureTexts(each))),
  ]
  const different = [...new Set(all)]
  if (different.length === 0) return ''
  return `：${different.slice(0, MOST_IN_SHORT).join('、')}${different.length > MOST_IN_SHORT ? '…' : ''}`
}

/** `523件 → **532件**` */
function arrow(before: string | null, after: string | null): string {
  return `${escapeMarkdown(before ?? 'なし')} → <b>${escapeMarkdown(after ?? 'なし')}</b>`
}

function markedSentence(before: string | null, after: string | null): string {
  if (before === null) return `<ins>${escapeMarkdown(after ?? '')}</ins>（追加）`
  if (after === null) return `<del>${escapeMarkdown(before)}</del>（削除）`
  return markedParts(before, after)
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeMarkdown(shortened(text))
      return kind === 'gone' ? `<del>${escapeMarkdown(text)}</del>` : `<ins>${escapeMarkdown(text)}</ins>`
    })
    .join('')
}

function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= 3 * CONTEXT) return text
  return `${characters.slice(0, CONTEXT).join('')}…${characters.slice(-CONTEXT).join('')}`
}

const pageName = ({ number, title }: { number: string; title: string }) =>
  escapeMarkdown(number === '' ? title : `${number} ${title}`)

function pageLinks(report: string, number: string, { live, preview }: PageLinks): string {
  const [now, then] = [live(report, number), preview(report, number)]
  const list = [...(now ? [`[今のページ](${now})`] : []), ...(then ? [`[見本](${then})`] : [])]
  return list.length === 0 ? '' : `（${list.join('・')}）`
}

const findingItem = ({ file, line, rule, severity, message }: Finding) =>
  `${severity === 'error' ? '<b>エラー</b>' : '注意'} ${escapeMarkdown(`${file}:${line} ${message}（${rule}）`)}`

/** A titled list, closed where it is long; nothing where it is empty. */
function details(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  const list = items.map((item) => `- ${item}`)
  return items.length > MOST_OPEN
    ? [folded(`${title}（${items.length}）`, list)]
    : [`#### ${title}\n\n${list.join('\n')}`]
}

function folded(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`
}
