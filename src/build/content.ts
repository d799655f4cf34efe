import { type BuildFacts, buildFacts } from '../build-facts.ts'
import { type Content, type Reading, beginReading, endReading } from '../check/check.ts'
import { type Handed, type KnownInitiative, type RenderedBody, handOver } from '../handed.ts'
import type { SourceFile } from '../text/source-file.ts'
import { contentDir, readFiles } from './folder.ts'
import type { RenderedInitiative } from '../rendered-initiative.ts'
import { type Share, readShare } from './share.ts'
import { readInThreads } from './shares.ts'

/** Reads the content folder and hands it to the pages, drafts only where this build takes them in. */
export async function readAndHandOver(): Promise<Content & Handed> {
  const files = await readFiles(contentDir())
  const reading = beginReading(files)
  const all = closed(files, reading, await readInThreads(shareOf(reading, buildFacts)))
  const reports = all.reports.filter(({ cover }) => buildFacts.drafts || cover.published !== undefined)
  const content = { ...all, reports }
  handOver(content)
  return content
}

/** A content folder's files as pages take them, read in this thread. */
export function readReports(files: readonly SourceFile[]): Content & Handed {
  const reading = beginReading(files)
  return closed(files, reading, readShare(shareOf(reading, buildFacts)))
}

/** What the check says of a content folder's files, and what they hold; no body is rendered. */
export function checkFiles(files: readonly SourceFile[]): Content {
  const reading = beginReading(files)
  return closed(files, reading, readShare(shareOf(reading, null)))
}

function shareOf({ years, terms }: Reading, facts: BuildFacts | null): Share {
  const initiatives = years.flatMap(({ initiatives, fiscalYears }) =>
    initiatives.map((file) => ({ file, fiscalYears })),
  )
  return { initiatives, terms, facts }
}

/** The end of a reading; `rendered` are the initiatives of all years, one after the other. */
function closed(
  files: readonly SourceFile[],
  reading: Reading,
  rendered: readonly RenderedInitiative[],
): Content & Handed {
  let done = 0
  const read = reading.years.map(({ initiatives }) => rendered.slice(done, (done += initiatives.length)))
  const bodies = new Map<string, RenderedBody>()
  for (const { facts, html } of rendered) {
    const [year = ''] = facts.file.split('/')
    if (facts.data && facts.body && html !== null)
      bodies.set(`${year}/${facts.data.number}`, { body: facts.body, html })
  }
  const known = new Map(
    read.flatMap((ofYear, i) =>
      ofYear.map(({ facts, findings }): [string, KnownInitiative] => {
        return [facts.file, { fiscalYears: reading.years[i]?.fiscalYears ?? [], read: { facts, findings } }]
      }),
    ),
  )
  return { ...endReading(reading, read), bodies, files, known }
}
