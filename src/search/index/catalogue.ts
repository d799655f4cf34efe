import { fiscalYearOf, findEras, formatFiscalYear, isPossible, parseFiscalYear } from '../../text/era.ts'
import type { Term } from '../../report/glossary.ts'
import type { OpenData, PublishedInitiative } from '../../publish/open-data.ts'
import { isBelow } from '../../report/number.ts'
import { isOutlook } from '../../report/outlook.ts'
import type { Heading } from '../../report/report.ts'
import { type GlossaryWord, glossaryWords } from '../language/glossary-words.ts'
import { linesOf } from './lines.ts'
import { type Ends, type RecordEnds, endsOf } from './record.ts'
import { normalise } from '../language/text.ts'

/**
 * What the search knows of every initiative before it reads any: enough to rank, to count and to filter.
 * Columns, because a column of like values is small over the wire. Row n is the n-th record of the index.
 */
export interface Catalogue extends Ends {
  /** Changes with every change of what is searched. */
  version: string
  reports: { id: string; year: string; title: string; url: string; outline: number }[]
  /** Viewpoints, sections and subsections; reports with the same ones share an outline. */
  outlines: Heading[][]
  report: number[]
  number: string[]
  /** Fiscal years that the text names, as bits: bit n is `years[n]`. */
  yearBits: number[]
  years: string[]
  /** 1 and 0. */
  hasFigures: number[]
  isOutlook: number[]
  /** The length of the longest form; a longer query is contained in nothing. */
  longest: number
  words: GlossaryWord[]
}

/** The catalogue of reports, newest first, whose initiatives were indexed as `records`, in the same order. */
export function catalogueOf(
  reports: readonly OpenData[],
  records: readonly RecordEnds[],
  terms: readonly Term[],
  version = '',
): Catalogue {
  const outlines: string[] = []
  const all = reports.flatMap(({ report, initiatives }, i) =>
    initiatives.map((initiative) => ({ initiative, report: i, facts: factsOf(initiative, report.year) })),
  )
  const years = [...new Set(all.flatMap(({ facts }) => facts.years))].sort((a, b) => a - b)
  return {
    version,
    reports: reports.map(({ report: { id, year, title, url }, initiatives }) => {
      const outline = JSON.stringify(headingsOf(initiatives))
      if (!outlines.includes(outline)) outlines.push(outline)
      return { id, year, title, url, outline: outlines.indexOf(outline) }
    }),
    outlines: outlines.map((outline) => JSON.parse(outline) as Heading[]),
    report: all.map(({ report }) => report),
    number: all.map(({ initiative }) => initiative.number),
    ...endsOf(records),
    yearBits: all.map(({ facts }) => facts.years.reduce((bits, year) => bits + 2 ** years.indexOf(year), 0)),
    years: years.map(formatFiscalYear),
    hasFigures: all.map(({ initiative }) => Number(initiative.figures.length > 0)),
    isOutlook: all.map(({ facts }) => Number(facts.isOutlook)),
    longest: Math.max(0, ...all.map(({ facts }) => facts.longest)),
    words: glossaryWords(terms, textsOf(all.map(({ initiative }) => initiative))),
  }
}

function factsOf(initiative: PublishedInitiative, year: string) {
  const texts = linesOf(initiative).map(({ text }) => text)
  const tokens = texts.flatMap(findEras).filter(isPossible)
  return {
    years: [...new Set(tokens.map(fiscalYearOf))],
    isOutlook: texts.some((text) => isOutlook(text, parseFiscalYear(year) ?? 0)),
    longest: Math.max(...texts.flatMap(normalise).map((form) => form.length)),
  }
}

function textsOf(initiatives: readonly PublishedInitiative[]): string[] {
  const headings = headingsOf(initiatives).map(({ title }) => title)
  return [...headings, ...initiatives.flatMap(linesOf).map(({ text }) => text)]
}

function headingsOf(initiatives: readonly PublishedInitiative[]): Heading[] {
  const all = initiatives.flatMap(({ viewpoint, section, subsection }) => [viewpoint, section, subsection ?? []].flat())
  return [...new Map(all.map((heading) => [heading.number, heading])).values()]
}

/** The headings above a row's initiative, from the viewpoint down. */
export function breadcrumbOf(catalogue: Catalogue, row: number): Heading[] {
  const outline = catalogue.outlines[catalogue.reports[catalogue.report[row] ?? 0]?.outline ?? 0] ?? []
  const number = catalogue.number[row] ?? ''
  return outline.filter((heading) => isBelow(number, heading.number))
}
