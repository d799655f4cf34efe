import type { APIRoute } from 'astro'
import { getReports } from '../content.ts'
import { llmsOf } from '../publish/llms.ts'
import { dataAddress, publishedOf, publishedUrl } from '../published.ts'
import { site } from '../site.ts'
import { pageUrl } from '../url.ts'

/** The site in a page, for programs that read language. */
export const GET: APIRoute = async () => {
  const years = (await getReports())
    .filter(({ published }) => published)
    .map((report) => ({
      report,
      url: dataAddress(pageUrl(report.id)),
      files: publishedOf(report).map((file) => ({ file, url: dataAddress(publishedUrl(report, file)) })),
    }))
  const pages = [
    { title: 'すべての年度のデータ', url: dataAddress(pageUrl('data')) },
    { title: '用語集', url: dataAddress(pageUrl('glossary')) },
    { title: 'このサイトについて', url: dataAddress(pageUrl('about')) },
  ]
  return new Response(llmsOf(years, { ...site, pages }))
}
