import type { Finding } from '../../text/finding.ts'
import type { Changes, ReportChanges } from '../changes.ts'
import { markedParts } from '../words.ts'
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

const SEVERITY = { error: 'エラー', warning: '注意' } as const

/** For a terminal: each year, then what can't be compared, other files and findings. Changed words stand in 《》. */
export function formatText({ reports, findings, unread, files }: Changes): string {
  const changed = reports.filter((changes) => !isUnchanged(changes))
  const blocks = [
    ...changed.map(reportBlock),
    list('読めないので比べていないファイル（指摘を見てください）', unread),
    list('ほかに変わったファイル', files),
    list('新しい指摘', findings.new.map(findingLine)),
    list('なくなった指摘', findings.gone.map(findingLine)),
  ].filter((block) => block !== '')
  return blocks.length === 0
    ? '内容の変更はありません（空白、改行、全角と半角の違いは数えません）。'
    : blocks.join('\n\n')
}

function reportBlock(changes: ReportChanges): string {
  const { report, title, added, removed, outline, whole, uncorrected } = changes
  const said = publishedLine(changes)
  const head = [`■ ${report} ${title}`, ...(said ? [said] : []), tallyChanges(changes)]
  if (whole !== null) return head.join('\n')
  return [
    ...head,
    ...uncorrected.map((heading) => `注意: ${uncorrectedLine(heading)}`),
    ...added.map(({ number, title }) => `追加: ${number} ${title}`),
    ...removed.map(({ number, title }) => `削除: ${number} ${title}`),
    ...outline.map(
      ({ number, before, after }) => `見出し ${number || '全体'}: ${before ?? 'なし'} → ${after ?? 'なし'}`,
    ),
    ...changedPages(changes).map(pageBlock),
  ].join('\n')
}

function pageBlock({ number, title, movedFrom, renamedFrom, figures, numbers, sentences }: PageChanges): string {
  return [
    [number, title].filter((part) => part !== '').join(' '),
    ...(movedFrom === null ? [] : [`番号: ${movedFrom} → ${number}`]),
    ...(renamedFrom === null ? [] : [`題名: ${renamedFrom} → ${title}`]),
    ...figures.map((figure) => `数値「${figure.label}」${figure.year}: ${figureTexts(figure).join(' → ')}`),
    ...numbers.map(
      ({ resultId, before, after }) => `${placeName(number, resultId)}の数: ${before ?? 'なし'} → ${after ?? 'なし'}`,
    ),
    ...sentences.flatMap(({ resultId, before, after }) => {
      const [old, fresh] = marked(before, after)
      return [placeName(number, resultId), `  前: ${old}`, `  後: ${fresh}`]
    }),
  ].join('\n  ')
}

function marked(before: string | null, after: string | null): [string, string] {
  if (before === null || after === null) return [inLine(before ?? 'なし'), inLine(after ?? 'なし')]
  const parts = markedParts(before, after)
  const show = (own: 'gone' | 'new') =>
    parts
      .filter(({ kind }) => kind === 'same' || kind === own)
      .map(({ kind, text }) => (kind === own ? `《${text}》` : text))
      .join('')
  return [inLine(show('gone')), inLine(show('new'))]
}

const inLine = (text: string) => text.replaceAll('\n', ' ')

const findingLine = ({ file, line, severity, message }: Finding) => `${SEVERITY[severity]} ${file}:${line}: ${message}`

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}（${lines.length}）`, ...lines].join('\n  ')
}
