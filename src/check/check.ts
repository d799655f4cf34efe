import { parseFiscalYear } from '../text/era.ts'
import { type Finding, compareFindings } from '../text/finding.ts'
import { type Cover, checkCover } from './initiative/cover.ts'
import { type YearFolder, checkFolders, isTooBig } from './folder/folders.ts'
import { checkGlossary } from './yaml/glossary.ts'
import { type InitiativeFile, checkInitiative, numberOf, unreadInitiative } from './initiative/initiative.ts'
import { checkCoverTargets, checkTargets } from './across/links.ts'
import type { Target } from './initiative/addresses.ts'
import { checkNumbers } from './across/number.ts'
import { type Outline, checkOutline, flatHeadings } from './yaml/outline.ts'
import { checkQuotedNumbers } from './across/relistings.ts'
import { checkText } from './folder/text.ts'
import { checkContinues } from './across/continues.ts'
import { checkTranscription } from './across/transcription.ts'
import { readYamlFile } from './yaml/yaml-file.ts'
import { type Corrections, correctionsSchema } from '../report/schema.ts'
import type { SourceFile } from '../text/source-file.ts'

/** How much one report holds. */
export interface ReportCount {
  /** `r7` */
  year: string
  viewpoints: number
  sections: number
  subsections: number
  initiatives: number
}

/** Every finding of a content folder's files, sorted; an empty list where there is nothing to say. Never throws. */
export function checkContent(files: readonly SourceFile[]): Finding[] {
  return surveyContent(files).findings
}

/** The same, with what the reports hold. */
export function surveyContent(files: readonly SourceFile[]): { findings: Finding[]; counts: ReportCount[] } {
  const folders = checkFolders(files)
  const reports = folders.years.map(readReport)
  const destinations = {
    initiatives: new Map(reports.flatMap(({ initiatives }) => initiatives.map((facts) => [facts.file, facts]))),
    files: new Set(files.map(({ path }) => path)),
  }
  const found: Finding[][] = [folders.findings, checkFile(folders.glossary, checkGlossary)]
  for (const { year, outline, coverTargets, initiatives, findings } of reports) {
    const before = reports.find((other) => Number(other.year.slice(1)) === Number(year.slice(1)) - 1)
    const byNumber = new Map(initiatives.map((facts) => [numberOf(facts), facts]))
    found.push(findings, checkCoverTargets(coverTargets, destinations), checkNumbers(initiatives, outline))
    found.push(checkContinues(initiatives, before))
    for (const facts of initiatives) {
      if (facts.targets.length === 0) continue
      found.push(checkTargets(facts, destinations))
      found.push(checkQuotedNumbers(facts, (number) => byNumber.get(number)))
    }
  }
  return { findings: found.flat().sort(compareFindings), counts: reports.map(countOf) }
}

interface ReadReport {
  year: string
  /** `null` where outline.yml is missing or unreadable. */
  outline: Outline | null
  coverTargets: Target[]
  initiatives: InitiativeFile[]
  findings: Finding[]
}

/** Reads the files of one report one by one; each tree is gone before the next is read. */
function readReport(folder: YearFolder): ReadReport {
  const year = folder.name.toUpperCase()
  const years = new Set([year])
  let corrections: Corrections | null = folder.corrections ? null : correctionsSchema.parse({})
  let cover: Cover['written'] = null
  const report: ReadReport = { year: folder.name, outline: null, coverTargets: [], initiatives: [], findings: [] }
  const found: Finding[][] = [
    checkFile(folder.outline, (path, text) => {
      const { outline, findings } = checkOutline(path, text)
      report.outline = outline
      return findings
    }),
    checkFile(folder.report, (path, text) => {
      const { stated, targets, written, findings } = checkCover(path, text, year)
      cover = written
      report.coverTargets = targets
      if (stated !== null) years.add(stated)
      return findings
    }),
    checkFile(folder.corrections, (path, text) => {
      const { data, findings } = readYamlFile(path, text, 1, correctionsSchema)
      corrections = data
      return findings
    }),
  ]
  const fiscalYears = Array.from(years, (name) => parseFiscalYear(name) ?? 0)
  for (const file of folder.initiatives) {
    let read = unreadInitiative(file.path)
    found.push(
      checkFile(file, (path, text) => {
        const { facts, findings } = checkInitiative(path, text, fiscalYears)
        read = facts
        return findings
      }),
    )
    report.initiatives.push(read)
  }
  report.initiatives.push(...folder.astray.map(unreadInitiative))
  if (folder.source && corrections) found.push(checkTranscription(folder.source, corrections, { ...report, cover }))
  return { ...report, findings: found.flat() }
}

/** Hands on the text of a file that can be read; a line that is no plain text is told of just once. */
function checkFile(file: SourceFile | undefined, check: (path: string, text: string) => Finding[]): Finding[] {
  if (!file || isTooBig(file)) return []
  const { text, findings } = checkText(file)
  if (text === null) return findings
  const found = check(file.path, text)
  if (findings.length === 0) return found
  const told = new Set(findings.map(({ line }) => line))
  return [...findings, ...found.filter(({ line }) => !told.has(line))]
}

function countOf({ year, outline, initiatives }: ReadReport): ReportCount {
  const headings = flatHeadings(outline?.viewpoints ?? [])
  const depth = (wanted: number) => headings.filter((heading) => heading.depth === wanted).length
  return { year, viewpoints: depth(1), sections: depth(2), subsections: depth(3), initiatives: initiatives.length }
}
