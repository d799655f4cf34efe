import type { ReportParts } from '../report/report.ts'
import type { Summary } from '../report/summary.ts'
import { type Corrections, correctionsSchema } from '../report/schema.ts'
import { parseFiscalYear } from '../text/era.ts'
import type { Finding } from '../text/finding.ts'
import type { SourceFile } from '../text/source-file.ts'
import type { YearFolder } from './folder/folders.ts'
import { checkFile } from './folder/text.ts'
import type { Target } from './initiative/addresses.ts'
import { type Cover, checkCover } from './initiative/cover.ts'
import { checkSummary } from './initiative/summary.ts'
import { type InitiativeFile, type InitiativeRead, unreadInitiative } from './initiative/initiative.ts'
import { type Outline, checkOutline, flatHeadings } from './yaml/outline.ts'
import { type WrittenErratum, checkErrata } from './yaml/errata.ts'
import { readYamlFile } from './yaml/yaml-file.ts'

/** How much one report holds. */
export interface ReportCount {
  /** `r7` */
  year: string
  viewpoints: number
  sections: number
  subsections: number
  initiatives: number
}

/** The files of one report, of which all but the initiatives have been read. */
export interface OpenYear {
  /** `r7` */
  year: string
  /** `null` where outline.yml is missing or unreadable. */
  outline: Outline | null
  outlineData: ReportParts['outline'] | null
  cover: ReportParts['cover'] | null
  /** The links of the cover and the summaries. */
  coverTargets: Target[]
  summaries: Summary[]
  /** The cover as it is compared with the received document. */
  coverWritten: Cover['written']
  /** `null` where corrections.yml can't be read. */
  corrections: Corrections | null
  /** Empty where errata.yml is missing or has a fault. */
  errata: WrittenErratum[]
  /** The document as received. */
  source: SourceFile | undefined
  initiatives: SourceFile[]
  /** Where initiatives belong that lie elsewhere. */
  astray: string[]
  /** The year of the folder's name, and that of report.md where it names another. */
  fiscalYears: number[]
  findings: Finding[]
}

/** The same with its initiatives. */
export interface ReadYear extends Omit<OpenYear, 'initiatives'> {
  initiatives: InitiativeFile[]
  /** What its report is assembled from; `null` where cover or outline can't be read. */
  parts: ReportParts | null
}

/** Reads all of a year's folder but its initiatives. */
export function openYear(folder: YearFolder): OpenYear {
  const name = folder.name.toUpperCase()
  const names = new Set([name])
  const year: OpenYear = {
    year: folder.name,
    outline: null,
    outlineData: null,
    cover: null,
    coverTargets: [],
    summaries: [],
    coverWritten: null,
    corrections: folder.corrections ? null : correctionsSchema.parse({}),
    errata: [],
    source: folder.source,
    initiatives: folder.initiatives,
    astray: folder.astray,
    fiscalYears: [],
    findings: [],
  }
  const findings = [
    checkFile(folder.outline, (path, text) => {
      const { outline, data, findings } = checkOutline(path, text)
      year.outline = outline
      year.outlineData = data
      return findings
    }),
    checkFile(folder.report, (path, text) => {
      const { stated, data, targets, written, findings } = checkCover(path, text, name)
      year.cover = data
      year.coverTargets = targets
      year.coverWritten = written
      if (stated !== null) names.add(stated)
      return findings
    }),
    checkFile(folder.corrections, (path, text) => {
      const { data, findings } = readYamlFile(path, text, 1, correctionsSchema)
      year.corrections = data
      return findings
    }),
    // After the cover, which says since when the report is published.
    checkFile(folder.errata, (path, text) => {
      const { errata, findings } = checkErrata(path, text, year.cover)
      year.errata = errata
      return findings
    }),
    ...folder.summaries.map(({ lang, file }) =>
      checkFile(file, (path, text) => {
        const { targets, findings } = checkSummary(path, text, name)
        year.summaries.push({ lang, body: text })
        year.coverTargets.push(...targets)
        return findings
      }),
    ),
  ]
  return { ...year, findings: findings.flat(), fiscalYears: Array.from(names, (each) => parseFiscalYear(each) ?? 0) }
}

/** A year with what was read of its initiatives. */
export function closeYear(year: OpenYear, read: readonly InitiativeRead[]): ReadYear {
  const initiatives = [...read.map(({ facts }) => facts), ...year.astray.map(unreadInitiative)]
  const findings = [...year.findings, ...read.flatMap(({ findings }) => findings)]
  return { ...year, initiatives, findings, parts: partsOf(year, initiatives) }
}

function partsOf(
  { cover, outlineData, errata, summaries }: OpenYear,
  initiatives: readonly InitiativeFile[],
): ReportParts | null {
  if (!cover || !outlineData) return null
  const readable = initiatives.flatMap(({ data, body }) => (data && body ? [{ ...data, body }] : []))
  return { cover, outline: outlineData, initiatives: readable, errata: errata.map(({ erratum }) => erratum), summaries }
}

/** How much a year's report holds. */
export function countOf({ year, outline, initiatives }: ReadYear): ReportCount {
  const headings = flatHeadings(outline?.viewpoints ?? [])
  const depth = (wanted: number) => headings.filter((heading) => heading.depth === wanted).length
  return { year, viewpoints: depth(1), sections: depth(2), subsections: depth(3), initiatives: initiatives.length }
}

/** Files of a year that its report is without, for they can't be read. */
export function unreadFiles({ year, cover, outlineData, initiatives }: ReadYear): string[] {
  return [
    ...(cover ? [] : [`${year}/report.md`]),
    ...(outlineData ? [] : [`${year}/outline.yml`]),
    ...initiatives.filter(({ data, body }) => !data || !body).map(({ file }) => file),
  ]
}
