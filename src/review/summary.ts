import { guideLink } from '../check/reporters/guide-link.ts'
import { fileName } from '../check/reporters/place-name.ts'
import { tally } from '../check/reporters/tally.ts'
import { escapeMarkdown } from '../compare/reporters/escape.ts'
import type { Finding } from '../text/finding.ts'

/** A job summary holds 1 MiB a step; GitHub takes none of a longer one. */
const MOST_BYTES = 1024 ** 2 - 1024

/** What the summary is made of. */
export interface Review {
  findings: readonly Finding[]
  /** Whether a line is one that the proposal changed. */
  isChanged: (finding: Finding) => boolean
  /** 変更点 in Markdown, whole. */
  changes: string
  /** The content folder in the repository: `content`. */
  dir: string
  /** Where the repository's files are read: `https://github.com/owner/name/blob/main`. */
  files: string
}

/** 検査の要約 in Markdown: every finding, those on changed lines and errors first, then every change. */
export function formatSummary({ findings, isChanged, changes, dir, files }: Review): string {
  const groups = Map.groupBy(findings, (finding) => groupOf(finding, isChanged(finding)))
  const lists = GROUPS.flatMap((group) => {
    const found = groups.get(group) ?? []
    const title = `### ${group}（${found.length}）\n`
    return found.length === 0 ? [] : [title, ...found.map((finding) => item(finding, dir, files)), '']
  })
  return bounded(['## 検査\n', countLine(findings), '', ...lists, changes])
}

const GROUPS = ['直した行のエラー', 'ほかの行のエラー', '直した行の注意', 'ほかの行の注意'] as const

function groupOf({ severity }: Finding, isChanged: boolean): (typeof GROUPS)[number] {
  if (severity === 'error') return isChanged ? '直した行のエラー' : 'ほかの行のエラー'
  return isChanged ? '直した行の注意' : 'ほかの行の注意'
}

/** How many findings there are, in a sentence that says what follows from it. */
export function countLine(findings: readonly Finding[]): string {
  const { errors, warnings } = tally(findings)
  if (errors > 0) return `エラーが ${errors} 件、注意が ${warnings} 件あります。エラーを直すまで、公開できません。`
  return warnings > 0 ? `エラーはありません。注意が ${warnings} 件あります。` : 'まちがいは見つかりませんでした。'
}

function item(finding: Finding, dir: string, files: string): string {
  const { line, column, rule, message, expected } = finding
  const place = escapeMarkdown(`${fileName(finding, dir)}:${line}:${column}`)
  const should = expected === undefined ? '' : `（期待: ${escapeMarkdown(expected)}）`
  return `- ${place} ${escapeMarkdown(message)}${should}（[${rule}](${files}/${guideLink(rule)})）`
}

/** Whole lines up to the limit, and a sentence where there are more. */
function bounded(parts: readonly string[]): string {
  const lines = parts.join('\n').split('\n')
  let bytes = 0
  const end = lines.findIndex((line) => (bytes += new TextEncoder().encode(line).length + 1) > MOST_BYTES)
  if (end < 0) return `${lines.join('\n')}\n`
  return `${lines.slice(0, end).join('\n')}\n\n長いので、後の ${lines.length - end} 行は載せていません。手元で npm run check と npm run changes を使ってください。\n`
}
