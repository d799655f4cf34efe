import { monthName } from '../text/era.ts'
import type { Report } from '../report/report.ts'

/**
 * How a part of a report is cited: `青森県総務部行政経営課「2-1-3-1 電子契約の促進 実績1」『…令和7年度取組実績』令和8年2月、https://…`.
 * `url` is `null` while the site has no address.
 */
export function citationOf(
  { title, department, published }: Pick<Report, 'title' | 'department' | 'published'>,
  organisation: string,
  part: string,
  url: string | null,
): string {
  const date = published ? monthName(published) : '（準備中）'
  return `${organisation}${department}「${part}」『${title}』${date}${url ? `、${url}` : ''}`
}
