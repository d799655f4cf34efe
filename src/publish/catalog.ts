import type { Report } from '../report/report.ts'
import { parseFiscalYear } from '../text/era.ts'
import { type MadeFile, type PublishedFile, type Publisher, updatedOf } from './published.ts'

/** A year as the catalogue lists it: its files, each with its address, and made where it is not printed. */
export interface CataloguedYear {
  report: Report
  url: string
  files: readonly { file: PublishedFile; url: string; made: MadeFile | null }[]
}

/** What the catalogue tells of the site itself. */
export interface CatalogFacts {
  title: string
  publisher: Publisher
  area: { code: string; name: string }
  /** The page of all data, by whose address things without a page of their own are named. */
  url: string
  /** The figures of all years. */
  figures: { url: string; made: MadeFile }
}

/**
 * `/data/catalog.jsonld`: all data in the terms of DCAT 3, a series with a dataset for each year and the figures of all
 * years. Without a site's address the names in it are paths, which whoever reads it resolves by where it was had.
 */
export function catalogOf(years: readonly CataloguedYear[], facts: CatalogFacts): object {
  const { publisher, area, url } = facts
  const agent = { '@id': publisher.url, '@type': 'foaf:Agent', 'foaf:name': ja(publisher.name) }
  const common = {
    'dct:publisher': { '@id': publisher.url },
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/JPN' },
    ...(publisher.licence && { 'dct:license': { '@id': publisher.licence.url } }),
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': area.code, 'skos:prefLabel': ja(area.name) },
  }
  const series = `${url}#series`
  const newest = years[0] && dates(updatedOf(years[0].report), 'dct:modified')
  const datasets = years.map(({ report, url: page, files }, i) => ({
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:title': ja(report.title),
    'dct:description': ja(`${report.title}の取組、実績、数値`),
    'dct:identifier': report.id,
    ...dates(report.published ?? null, 'dct:issued'),
    ...dates(updatedOf(report), 'dct:modified'),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', ...periodOf(report.year) },
    'dcat:landingPage': { '@id': page },
    'dcat:inSeries': { '@id': series },
    ...(years[i + 1] && { 'dcat:prev': { '@id': years[i + 1]?.url } }),
    ...common,
    'dcat:distribution': files.map(({ file, url: address, made }) => distribution(file, address, made, publisher)),
  }))
  const figures = {
    '@id': `${url}#figures`,
    '@type': 'dcat:Dataset',
    'dct:title': ja('すべての年度の数値'),
    'dct:description': ja('すべての年度の報告書の文にある数値を、1つの値ごとに1行'),
    'dcat:landingPage': { '@id': url },
    ...newest,
    ...common,
    'dcat:distribution': [
      distribution(
        { title: 'すべての年度の数値（CSV）', mediaType: 'text/csv' },
        facts.figures.url,
        facts.figures.made,
        publisher,
      ),
    ],
  }
  return {
    '@context': CONTEXT,
    '@id': `${url}#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': ja(facts.title),
    'dct:description': ja('毎年度の取組実績の報告書を、読める形とデータで'),
    'foaf:homepage': { '@id': url },
    ...newest,
    ...common,
    'dct:publisher': agent,
    'dcat:dataset': [
      {
        '@id': series,
        '@type': 'dcat:DatasetSeries',
        'dct:title': ja(facts.title),
        'dct:description': ja('年度ごとの取組実績の報告書'),
        'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' },
        ...common,
        ...(datasets.length > 0 && {
          'dcat:first': { '@id': datasets.at(-1)?.['@id'] },
          'dcat:last': { '@id': datasets[0]?.['@id'] },
        }),
      },
      ...datasets,
      figures,
    ],
  }
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

function distribution(
  { title, mediaType }: Pick<PublishedFile, 'title' | 'mediaType'>,
  url: string,
  made: MadeFile | null,
  { licence }: Publisher,
) {
  return {
    '@id': url,
    '@type': 'dcat:Distribution',
    'dct:title': ja(title),
    'dcat:downloadURL': { '@id': url },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    ...(licence && { 'dct:license': { '@id': licence.url } }),
    ...(made && {
      'dcat:byteSize': typed(String(made.bytes.length), 'xsd:nonNegativeInteger'),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': typed(made.sha256, 'xsd:hexBinary'),
      },
    }),
  }
}

function periodOf(year: string) {
  const first = parseFiscalYear(year) ?? 0
  return {
    'dcat:startDate': typed(`${first}-04-01`, 'xsd:date'),
    'dcat:endDate': typed(`${first + 1}-03-31`, 'xsd:date'),
  }
}

const ja = (text: string) => ({ '@value': text, '@language': 'ja' })
const typed = (value: string, type: string) => ({ '@value': value, '@type': type })

/** A month or a day under a name; nothing where there is none yet. */
const dates = (text: string | null, name: string) =>
  text === null ? {} : { [name]: typed(text, text.length === 7 ? 'xsd:gYearMonth' : 'xsd:date') }
