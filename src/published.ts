import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { APIRoute } from 'astro'
import { getReports, reportPaths } from './content.ts'
import { handed } from './handed.ts'
import { partingOf } from './parting.ts'
import { csvOf } from './publish/csv.ts'
import { openData } from './publish/open-data.ts'
import { type MadeFile, PUBLISHED, type PublishedFile, type Publisher, type Source } from './publish/published.ts'
import type { Origin } from './publish/table.ts'
import { FIGURES } from './publish/tables.ts'
import { wordTextOf } from './publish/word-text.ts'
import { perReport } from './report/per-report.ts'
import type { Report } from './report/report.ts'
import { site } from './site.ts'
import { exactText } from './text/source-file.ts'
import { absoluteUrl, dataUrl, fileUrl, initiativeUrl, pageUrl, pdfUrl } from './url.ts'

/** What this build publishes of a report beside its pages, in the order of the list. */
export const publishedOf = perReport((report): PublishedFile[] =>
  PUBLISHED.filter(
    ({ make, isWhole }) => !(isWhole && partingOf(report).all) && (make !== null || pdfUrl(report.id) !== null),
  ),
)

/** An address as data name it: in full where the site has one, else the path. */
export const dataAddress = (path: string): string => absoluteUrl(path) ?? path

export const originOf = (report: Pick<Report, 'id'>): Origin => ({
  area: site.area,
  report: report.id,
  urlOf: dataAddress,
})

export const publisher = (): Publisher => ({
  name: site.organisation,
  subject: site.subject,
  url: dataAddress(pageUrl()),
  licence: site.licence,
})

/** A published file of a report, made once, however many pages tell of it. */
export function madeFile(report: Report, name: string): Promise<MadeFile> {
  const made = madeFiles(report)
  const file = made.get(name) ?? make(report, name)
  made.set(name, file)
  return file
}

const madeFiles = perReport(() => new Map<string, Promise<MadeFile>>())

async function make(report: Report, name: string): Promise<MadeFile> {
  const file = PUBLISHED.find((each) => each.name === name)
  if (!file?.make) throw new Error(`${name} is not made from the report`)
  return withDigest(await file.make(sourceOf(report)))
}

const sourceOf = perReport((report): Source => {
  const texts = new Map(handed()?.files.map(({ path, bytes }) => [path, bytes]))
  return {
    report,
    data: openData(report, (number) => dataUrl(report.id, number)),
    origin: originOf(report),
    publisher: publisher(),
    textOf: (path) => exactText(texts.get(`${report.id}/${path}`) ?? new Uint8Array()),
    made: (name) => madeFile(report, name),
    word: () => wordTextOf(report, sourceOf(report).data, site.organisation, dataAddress),
    addressOf: (number, resultId) => absoluteUrl(initiativeUrl(report.id, number, resultId)),
  }
})

/** The figures of every published report, `/data/figures.csv`, the newest first. */
export async function allFigures(): Promise<MadeFile> {
  const reports = (await getReports()).filter(({ published }) => published)
  const tables = reports.map((report) => csvOf(FIGURES, sourceOf(report).data.initiatives, originOf(report)))
  // Each begins with the same header row.
  const rows = tables.map((table, i) => (i === 0 ? table : table.slice(table.indexOf('\r\n') + 2)))
  return withDigest(rows.join(''))
}

export function withDigest(made: string | Uint8Array<ArrayBuffer>): MadeFile {
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made
  return { bytes, sha256: bytesToHex(sha256(bytes)) }
}

/** Where a published file of a report is had: `/r7/results.csv`. */
export const publishedUrl = (report: Report, { name }: Pick<PublishedFile, 'name'>) => fileUrl(`${report.id}/${name}`)

/** The route of a published file: `export const { getStaticPaths, GET } = published('results.csv')`. */
export function published(name: string) {
  const getStaticPaths = async () =>
    (await reportPaths()).filter(({ props }) => publishedOf(props.report).some((file) => file.name === name))
  const GET: APIRoute<{ report: Report }> = async ({ props: { report } }) => {
    const { mediaType = '' } = PUBLISHED.find((file) => file.name === name) ?? {}
    const { bytes } = await madeFile(report, name)
    return new Response(bytes, { headers: { 'content-type': mediaType } })
  }
  return { getStaticPaths, GET }
}
