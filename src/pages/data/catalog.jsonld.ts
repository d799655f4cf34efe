import type { APIRoute } from 'astro'
import { getReports } from '../../content.ts'
import { catalogOf } from '../../publish/catalog.ts'
import { allFigures, dataAddress, madeFile, publishedOf, publishedUrl, publisher } from '../../published.ts'
import { site } from '../../site.ts'
import { fileUrl, pageUrl } from '../../url.ts'

/** All data as a catalogue, `/data/catalog.jsonld`. */
export const GET: APIRoute = async () => {
  const reports = (await getReports()).filter(({ published }) => published)
  const years = reports.map(async (report) => ({
    report,
    url: dataAddress(pageUrl(report.id, 'data')),
    files: await Promise.all(
      publishedOf(report).map(async (file) => ({
        file,
        url: dataAddress(publishedUrl(report, file)),
        made: file.make && (await madeFile(report, file.name)),
      })),
    ),
  }))
  const catalog = catalogOf(await Promise.all(years), {
    title: `${site.name}のデータ`,
    publisher: publisher(),
    area: site.area,
    url: dataAddress(pageUrl('data')),
    figures: { url: dataAddress(fileUrl('data/figures.csv')), made: await allFigures() },
  })
  return new Response(`${JSON.stringify(catalog, null, 2)}\n`, { headers: { 'content-type': 'application/ld+json' } })
}
