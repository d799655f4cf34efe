import type { Report } from '../report/report.ts'
import { type PublishedFile, updatedOf } from './published.ts'

/** A published year with the addresses of its page and files. */
export interface ListedYear {
  report: Report
  url: string
  files: readonly { file: PublishedFile; url: string }[]
}

/** `/llms.txt`: what the site is and where its text and data are, for programs that read language (llmstxt.org). */
export function llmsOf(
  years: readonly ListedYear[],
  facts: { name: string; organisation: string; subject: string; pages: readonly { title: string; url: string }[] },
): string {
  const sections = years.map(({ report, url, files }) => {
    const updated = updatedOf(report)
    return [
      `## ${report.title}\n`,
      `- [目次](${url}): ${report.initiatives.length}の取組${updated ? `、${updated} 現在` : ''}`,
      ...files.map(({ file, url: address }) => `- [${file.title}](${address}): ${file.description}`),
      '',
    ].join('\n')
  })
  return [
    `# ${facts.name}\n`,
    `> ${facts.organisation}が${facts.subject}で何をしたかを、取組ごとに載せた年度の報告書。文は公表された文書のとおりです。\n`,
    '年度の R7 は令和7年度（2025年4月から2026年3月まで）です。番号 2-1-3-1 は、視点、項目、小項目、順を表します。引用するときは、取組のページのアドレスと番号を書いてください。\n',
    ...sections,
    '## そのほか\n',
    ...facts.pages.map(({ title, url }) => `- [${title}](${url})`),
    '',
  ].join('\n')
}
