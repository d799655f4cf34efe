import type { Finding } from '../../text/finding.ts'
import { fileName, placeName } from './place-name.ts'
import { tally } from './tally.ts'

/** GitHub shows ten annotations a step and drops the rest silently. */
const GITHUB_MOST = 10

/**
 * GitHub's workflow commands: errors before warnings, and of either first what `isFirst`, such as what stands on lines that
 * a proposal changed; the last line counts what is shown and what is not.
 */
export function formatGithub(
  findings: readonly Finding[],
  dir: string,
  isFirst: (finding: Finding) => boolean = () => false,
): string {
  const rank = (finding: Finding) => 2 * Number(finding.severity !== 'error') + Number(!isFirst(finding))
  const ordered = findings.toSorted((a, b) => rank(a) - rank(b))
  const lines = ordered.slice(0, GITHUB_MOST).map((finding) => {
    const properties = {
      file: fileName(finding, dir),
      line: String(finding.line),
      col: String(finding.column),
      title: finding.rule,
    }
    const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
    const expected = finding.expected ? `\n期待: ${finding.expected}` : ''
    const related = finding.related ? `\n関連: ${placeName(finding.related, dir)}` : ''
    return `::${finding.severity} ${list.join(',')}::${escapeData(finding.message + expected + related)}`
  })
  const { errors, warnings } = tally(findings)
  const more = findings.length > GITHUB_MOST ? `（はじめの ${GITHUB_MOST} 件だけを示しました）` : ''
  return [...lines, `エラー ${errors} 件、注意 ${warnings} 件${more}`].join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
