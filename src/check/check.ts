import type { Term } from '../report/glossary.ts'
import type { ReportParts } from '../report/report.ts'
import { correctionsSchema } from '../report/schema.ts'
import { parseFiscalYear } from '../text/era.ts'
import { type Finding, compareFindings } from '../text/finding.ts'
import { compareNaturally } from '../text/order.ts'
import type { SourceFile } from '../text/source-file.ts'
import { checkCoverTargets, checkTargets } from './across/links.ts'
import { checkNumbers } from './across/number.ts'
import { checkQuotedNumbers } from './across/relistings.ts'
import { type YearFolder, checkFolders } from './folder/folders.ts'
import { isTooBig } from './folder/size.ts'
import { checkText } from './folder/text.ts'
import type { Target } from './initiative/addresses.ts'
import { checkCover } from './initiative/cover.ts'
import {
  type InitiativeFile,
  type ReadInitiative,
  checkInitiative,
  numberOf,
  unreadInitiative,
} from './initiative/initiative.ts'
import { checkGlossary } from './yaml/glossary.ts'
import { type Outline, checkOutline, flatHeadings } from './yaml/outline.ts'
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

/** What a content folder's files say. */
export interface Content {
  /** Every finding, sorted; none where there is nothing to say. */
  findings: Finding[]
  counts: ReportCount[]
  /** The reports as far as they can be read, the newest first: without an error in `findings`, whole. */
  reports: ReportParts[]
  terms: readonly Term[]
}

/** Every finding of a content folder's files, sorted. Never throws. */
export function checkContent(files: readonly SourceFile[]): Finding[] {
  return readReports(files).findings
}

/**
 * The one reading of a content folder: each file is parsed once, checked, and becomes part of its report.
 * `visit` is shown each initiative that can be read, for rendering, with the glossary. Never throws by itself.
 */
export function readReports(
  files: readonly SourceFile[],
  visit: (initiative: ReadInitiative, terms: readonly Term[]) => void = () => {},
): Content {
  const folders = checkFolders(files)
  let terms: Term[] = []
  const ofGlossary = checkFile(folders.glossary, (path, text) => {
    const read = checkGlossary(path, text)
    terms = read.terms
    return read.findings
  })
  const years = folders.years.map((folder) => readYear(folder, (initiative) => visit(initiative, terms)))
  const destinations = {
    initiatives: new Map(years.flatMap(({ initiatives }) => initiatives.map((facts) => [facts.file, facts]))),
    files: new Set(files.map(({ path }) => path)),
  }
  const found: Finding[][] = [folders.findings, ofGlossary]
  for (const { outline, coverTargets, initiatives, findings } of years) {
    const byNumber = new Map(initiatives.map((facts) => [numberOf(facts), facts]))
    found.push(findings, checkCoverTargets(coverTargets, destinations), checkNumbers(initiatives, outline))
    for (const facts of initiatives) {
      if (facts.targets.length === 0) continue
      found.push(checkTargets(facts, destinations))
      found.push(checkQuotedNumbers(facts, (number) => byNumber.get(number)))
    }
  }
  return {
    findings: found.flat().sort(compareFindings),
    counts: years.map(countOf),
    reports: years.flatMap(partsOf).sort((a, b) => compareNaturally(b.cover.year, a.cover.year)),
    terms,
  }
}

interface ReadYear {
  year: string
  /** `null` where outline.yml is missing or unreadable. */
  outline: Outline | null
  outlineData: ReportParts['outline'] | null
  cover: ReportParts['cover'] | null
  coverTargets: Target[]
  initiatives: InitiativeFile[]
  findings: Finding[]
}

/** Reads the files of one report one by one; each tree is gone before the next is read. */
function readYear(folder: YearFolder, visit: (initiative: ReadInitiative) => void): ReadYear {
  const year = folder.name.toUpperCase()
  const years = new Set([year])
  const read: ReadYear = {
    year: folder.name,
    outline: null,
    outlineData: null,
    cover: null,
    coverTargets: [],
    initiatives: [],
    findings: [],
  }
  const found: Finding[][] = [
    checkFile(folder.outline, (path, text) => {
      const { outline, data, findings } = checkOutline(path, text)
      read.outline = outline
      read.outlineData = data
      return findings
    }),
    checkFile(folder.report, (path, text) => {
      const { stated, data, targets, findings } = checkCover(path, text, year)
      read.cover = data
      read.coverTargets = targets
      if (stated !== null) years.add(stated)
      return findings
    }),
    checkFile(folder.corrections, (path, text) => readYamlFile(path, text, 1, correctionsSchema).findings),
  ]
  const fiscalYears = Array.from(years, (name) => parseFiscalYear(name) ?? 0)
  for (const file of folder.initiatives) {
    let facts = unreadInitiative(file.path)
    found.push(
      checkFile(file, (path, text) => {
        const checked = checkInitiative(path, text, fiscalYears)
        facts = checked.facts
        if (checked.read) visit({ file: path, ...checked.read })
        return checked.findings
      }),
    )
    read.initiatives.push(facts)
  }
  read.initiatives.push(...folder.astray.map(unreadInitiative))
  return { ...read, findings: found.flat() }
}

/** A year's report, of what of it can be read. */
function partsOf({ cover, outlineData, initiatives }: ReadYear): ReportParts[] {
  if (!cover || !outlineData) return []
  const readable = initiatives.flatMap(({ data, body }) => (data && body ? [{ ...data, body }] : []))
  return [{ cover, outline: outlineData, initiatives: readable }]
}

/** Hands on the text of a file that can be read; of a line that is no plain text only that is said. */
function checkFile(file: SourceFile | undefined, check: (path: string, text: string) => Finding[]): Finding[] {
  if (!file || isTooBig(file)) return []
  const { text, findings } = checkText(file)
  if (text === null) return findings
  const found = check(file.path, text)
  if (findings.length === 0) return found
  const told = new Set(findings.map(({ line }) => line))
  return [...findings, ...found.filter(({ line }) => !told.has(line))]
}

function countOf({ year, outline, initiatives }: ReadYear): ReportCount {
  const headings = flatHeadings(outline?.viewpoints ?? [])
  const depth = (wanted: number) => headings.filter((heading) => heading.depth === wanted).length
  return { year, viewpoints: depth(1), sections: depth(2), subsections: depth(3), initiatives: initiatives.length }
}
