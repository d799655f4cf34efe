import type { Report } from '../report/report.ts'
import { parseFiscalYear } from '../text/era.ts'
import { type PublishedFile, type Publisher, updatedOf } from './published.ts'

/** What search engines read of a page, in the terms of schema.org. All addresses are full ones. */
export type JsonLd = { '@context': 'https://schema.org'; '@type': string } & Record<string, unknown>

const CONTEXT = { '@context': 'https://schema.org' } as const

/** The report as a document. */
export function reportLd(report: Report, url: string, publisher: Publisher): JsonLd {
  return {
    ...CONTEXT,
    '@type': 'Report',
    '@id': url,
    url,
    name: report.title,
    headline: report.title,
    inLanguage: 'ja',
    ...dates(report),
    author: { '@type': 'GovernmentOrganization', name: `${publisher.name} ${report.department}` },
    publisher: organisation(publisher),
    ...licence(publisher),
  }
}

/** A report's data: every file beside its pages. */
export function datasetLd(
  report: Report,
  url: string,
  files: readonly { file: PublishedFile; url: string }[],
  publisher: Publisher,
  area: { code: string; name: string },
): JsonLd {
  const first = parseFiscalYear(report.year) ?? 0
  return {
    ...CONTEXT,
    '@type': 'Dataset',
    '@id': `${url}#dataset`,
    url,
    name: `${report.title}のデータ`,
    description: `${report.title}の取組（${report.initiatives.length}件）、実績の文、文にある数値を、表計算ソフトやプログラムで使える形にしたデータ。文は報告書のとおりです。`,
    inLanguage: 'ja',
    ...dates(report),
    temporalCoverage: `${first}-04-01/${first + 1}-03-31`,
    spatialCoverage: { '@type': 'AdministrativeArea', name: area.name, identifier: area.code },
    isAccessibleForFree: true,
    creator: organisation(publisher),
    publisher: organisation(publisher),
    ...licence(publisher),
    distribution: files.map(({ file, url: contentUrl }) => ({
      '@type': 'DataDownload',
      name: file.title,
      encodingFormat: file.mediaType,
      contentUrl,
    })),
  }
}

/** Where a page stands: the pages above it from the home page down, and itself. */
export function breadcrumbsLd(trail: readonly { url: string; name: string }[]): JsonLd {
  return {
    ...CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ url, name }, i) => ({ '@type': 'ListItem', position: i + 1, name, item: url })),
  }
}

function dates(report: Report) {
  const updated = updatedOf(report)
  return {
    ...(report.published && { datePublished: report.published }),
    ...(updated && { dateModified: updated }),
  }
}

const organisation = ({ name, url }: Publisher) => ({ '@type': 'GovernmentOrganization', name, url })

const licence = ({ licence }: Publisher) => licence && { license: licence.url }

/** As it stands in a page: nothing in it can end the element. */
export function jsonLdText(value: JsonLd): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
