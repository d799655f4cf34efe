import { plainText } from '../report/body.ts'
import type { Report } from '../report/report.ts'
import { monthName } from '../text/era.ts'
import { parseMarkdown } from '../text/markdown.ts'
import type { OpenData } from './open-data.ts'
import type { WordText } from './word.ts'

/** What the Word file of a whole report says; `addressOf` gives the address of a path. */
export function wordTextOf(
  report: Report,
  { initiatives, report: { url } }: OpenData,
  organisation: string,
  addressOf: (path: string) => string,
): WordText {
  const { title, published = null, department } = report
  return {
    title,
    facts: [published ? monthName(published) : '準備中', department, addressOf(url)],
    introduction: parseMarkdown(report.introduction).children.map((node) => ({
      heading: node.type === 'heading',
      text: plainText(node),
    })),
    initiatives,
    author: `${organisation} ${department}`,
    published,
  }
}
