import type { Term } from '../report/glossary.ts'
import type { ReportParts } from '../report/report.ts'
import { type Finding, compareFindings } from '../text/finding.ts'
import { compareNaturally } from '../text/order.ts'
import type { SourceFile } from '../text/source-file.ts'
import { checkAcross } from './across/across.ts'
import { checkFolders } from './folder/folders.ts'
import { checkFile } from './folder/text.ts'
import type { InitiativeRead } from './initiative/initiative.ts'
import { type OpenYear, type ReportCount, type ReadYear, closeYear, countOf, openYear } from './year.ts'
import { checkGlossary } from './yaml/glossary.ts'

/** What a content folder's files say. */
export interface Content {
  /** Every finding, sorted; none where there is nothing to say. */
  findings: Finding[]
  counts: ReportCount[]
  /** The reports as far as they can be read, the newest first: without an error in `findings`, whole. */
  reports: ReportParts[]
  terms: readonly Term[]
}

/** A content folder whose initiatives are still to be read: everything else has been. */
export interface Reading {
  paths: ReadonlySet<string>
  terms: readonly Term[]
  years: OpenYear[]
  findings: Finding[]
}

/**
 * The first part of the one reading of a content folder, in which each file is parsed once, checked, and becomes part of
 * its report. The second part is `readInitiative` of each file of each year, in any order and any thread.
 * Nothing here throws.
 */
export function beginReading(files: readonly SourceFile[]): Reading {
  const folders = checkFolders(files)
  let terms: Term[] = []
  const ofGlossary = checkFile(folders.glossary, (path, text) => {
    const read = checkGlossary(path, text)
    terms = read.terms
    return read.findings
  })
  const paths = new Set(files.map(({ path }) => path))
  return { paths, terms, years: folders.years.map(openYear), findings: [...folders.findings, ...ofGlossary] }
}

/** The last part: what can only be said of all initiatives together. `read` has the years' initiatives in their order. */
export function endReading(reading: Reading, read: readonly (readonly InitiativeRead[])[]): Content {
  const years: ReadYear[] = reading.years.map((year, i) => closeYear(year, read[i] ?? []))
  const findings = [reading.findings, ...years.map((year) => year.findings), checkAcross(years, reading.paths)].flat()
  return {
    findings: findings.sort(compareFindings),
    counts: years.map(countOf),
    reports: years.flatMap(({ parts }) => parts ?? []).sort((a, b) => compareNaturally(b.cover.year, a.cover.year)),
    terms: reading.terms,
  }
}
