import type { ReportCount } from '../year.ts'
import type { Finding } from '../../text/finding.ts'
import { guideLink } from './guide-link.ts'
import { placeName } from './place-name.ts'
import { tally } from './tally.ts'

const severityName = { error: 'エラー', warning: '注意' } as const

/** For staff: every finding begins with its place, a blank line parts files, the last line counts. */
export function formatText(findings: readonly Finding[], dir: string, counts: readonly ReportCount[] = []): string {
  const blocks = findings.map((finding, i) => {
    const parts = [
      `${placeName(finding, dir)}: ${severityName[finding.severity]}: ${finding.message}`,
      ...(finding.expected ? [expectedLine(finding.expected)] : []),
      ...(finding.related ? [`    関連: ${placeName(finding.related, dir)}`] : []),
      ...(finding.fix ? ['    直す: npm run fix で直せます'] : []),
      `    手引き: ${guideLink(finding.rule)}`,
    ]
    return (i > 0 && findings[i - 1]?.file !== finding.file ? '\n' : '') + parts.join('\n')
  })
  return [...blocks, ...(findings.length > 0 ? [''] : []), ...summary(findings, counts)].join('\n')
}

/** Lines that are to be pasted keep their own indentation. */
function expectedLine(expected: string): string {
  return `    期待:${expected.includes('\n') ? '\n' : ' '}${expected}`
}

function summary(findings: readonly Finding[], counts: readonly ReportCount[]): string[] {
  const { errors, warnings } = tally(findings)
  const holds = counts.map(
    ({ year, viewpoints, sections, subsections, initiatives }) =>
      `${year}: ${viewpoints} 視点・${sections} 項目・${subsections} 小項目・${initiatives} 取組`,
  )
  if (errors > 0) return [`エラー ${errors} 件、注意 ${warnings} 件。エラーを直すと、サイトを作れます。`]
  const rest = warnings > 0 ? `エラーはありません。注意が ${warnings} 件あります。` : 'まちがいは見つかりませんでした。'
  return [rest + (holds.length > 0 ? `（${holds.join('、')}）` : '')]
}
