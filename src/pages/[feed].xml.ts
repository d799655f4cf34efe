import type { APIRoute } from 'astro'
import { getReports } from '../content.ts'
import { feedOf } from '../publish/feed.ts'
import { dataAddress } from '../published.ts'
import { site } from '../site.ts'
import { absoluteUrl, dataUrl, feedUrl, pageUrl } from '../url.ts'

/** Entries are known by their addresses: a site that has none has no feed. */
export const getStaticPaths = () => (feedUrl() === null ? [] : [{ params: { feed: 'feed' } }])

/** Publications and errata, `/feed.xml`. */
export const GET: APIRoute = async () => {
  const years = (await getReports())
    .filter(({ published }) => published)
    .map((report) => ({
      report,
      urlOf: (number: string) => dataAddress(dataUrl(report.id, number)),
      errataUrl: dataAddress(pageUrl(report.id, 'errata')),
    }))
  const feed = feedOf(years, {
    title: site.name,
    url: dataAddress(pageUrl()),
    feedUrl: absoluteUrl(feedUrl() ?? '') ?? '',
    author: site.organisation,
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
