import type { EverydayWord } from '../report/everyday-words.ts'
import type { Term } from '../report/glossary.ts'
import type { ReportParts } from '../report/report.ts'
import { type Finding, type Place, compareFindings } from '../text/finding.ts'
import { compareNaturally } from '../text/order.ts'
import type { SourceFile } from '../text/source-file.ts'
import { checkAcross } from './across/across.ts'
import { checkLeads } from './across/everyday-words.ts'
import { checkFolders } from './folder/folders.ts'
import { checkFile } from './folder/text.ts'
import type { InitiativeRead } from './initiative/initiative.ts'
import { type OpenYear, type ReportCount, type ReadYear, closeYear, countOf, openYear } from './year.ts'
import { type EverydayWords, checkEverydayWords } from './yaml/everyday-words.ts'
import { checkGlossary } from './yaml/glossary.ts'

/** What a content folder's files say. */
export interface Content {
  /** Every finding, sorted; none where there is nothing to say. */
  findings: Finding[]
  counts: ReportCount[]
  /** The reports as far as they can be read, the newest first: without an error in `findings`, whole. */
  reports: ReportParts[]
  terms: readonly Term[]
  words: readonly EverydayWord[]
}

/** A content folder whose initiatives are still to be read: everything else has been. */
export interface Reading {
  paths: ReadonlySet<string>
  terms: readonly Term[]
  everyday: EverydayWords | null
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
  let termPlaces: ReadonlyMap<string, Place> = new Map()
  const ofGlossary = checkFile(folders.glossary, (path, text) => {
    const read = checkGlossary(path, text)
    terms = read.terms
    termPlaces = read.places
    return read.findings
  })
  let everyday: EverydayWords | null = null
  const ofWords = checkFile(folders.words, (path, text) => {
    const read = checkEverydayWords(path, text, termPlaces)
    everyday = read
    return read.findings
  })
  const paths = new Set(files.map(({ path }) => path))
  const findings = [...folders.findings, ...ofGlossary, ...ofWords]
  return { paths, terms, everyday, years: folders.years.map(openYear), findings }
}

/** Files that are part of no report. */
const TOP_FILES = ['glossary.yml', 'words.yml']

/** The last part: what can only be said of all initiatives together. `read` has the years' initiatives in their order. */
export function endReading(reading: Reading, read: readonly (readonly InitiativeRead[])[]): Content {
  const years: ReadYear[] = reading.years.map((year, i) => closeYear(year, read[i] ?? []))
  const reports = years.flatMap(({ parts }) => parts ?? [])
  const findings = [reading.findings, ...years.map((year) => year.findings), checkAcross(years, reading.paths)].flat()
  // A report with an error may miss what a word leads to only because of it.
  const areSound = !findings.some(({ file, severity }) => severity === 'error' && !TOP_FILES.includes(file))
  if (reading.everyday && areSound) findings.push(...checkLeads(reading.everyday, reports))
  return {
    findings: findings.sort(compareFindings),
    counts: years.map(countOf),
    reports: reports.sort((a, b) => compareNaturally(b.cover.year, a.cover.year)),
    terms: reading.terms,
    words: reading.everyday?.words ?? [],
  }
}
