import { fiscalYearOf, formatFiscalYear, isPossible, parseFiscalYear } from '../../text/era.ts'
import { findEras } from '../../text/written-eras.ts'
import type { Term } from '../../report/glossary.ts'
import type { OpenData, PublishedInitiative } from '../../publish/open-data.ts'
import { ancestorsOf } from '../../report/number.ts'
import { TRAITS, type Trait, traitsOf } from '../../report/traits.ts'
import { type GlossaryWord, glossaryWords } from '../language/glossary-words.ts'
import { linesOf } from './lines.ts'
import { type Ends, type RecordEnds, endsOf } from './record.ts'

/**
 * What the search knows of every initiative before it reads any: enough to rank, to count and to filter.
 * Columns, because a column of like values is small over the wire. Row n is the n-th record of the index.
 */
export interface Catalogue extends Ends {
  reports: { id: string; year: string; title: string; url: string; outline: number }[]
  /** Viewpoints, sections and subsections; reports with the same ones share an outline. */
  outlines: Outline[]
  report: number[]
  number: string[]
  /** For each row, the row of the same initiative in the newest report that has it; only where there are several reports. */
  same?: readonly number[]
  /** The fiscal years that texts name, and lists of their places there: rows that name the same ones share a list. */
  years: string[]
  yearLists: number[][]
  yearList: number[]
  /** The sum of its traits' bits. */
  traits: number[]
  /** The length of the longest form; a longer query is contained in nothing. */
  longest: number
  words: GlossaryWord[]
}

/** Titles by numbers: `{ '2': '県庁DXの推進', '2-1': … }`. */
export type Outline = Record<string, string>

/** The catalogue of reports, newest first, whose initiatives were indexed as `records`, in the same order. */
export function catalogueOf(
  reports: readonly OpenData[],
  records: readonly (RecordEnds & { longest: number })[],
  terms: readonly Term[],
): Catalogue {
  const outlines = new Shared<Outline>()
  const all = reports.flatMap(({ report, initiatives }, i) =>
    initiatives.map((initiative) => ({ initiative, report: i, ...factsOf(initiative, report.year) })),
  )
  const years = [...new Set(all.flatMap(({ years }) => years))].sort((a, b) => a - b)
  const placeOfYear = new Map(years.map((year, place) => [year, place]))
  const yearLists = new Shared<number[]>()
  return {
    reports: reports.map(({ report: { id, year, title, url }, initiatives }) => {
      return { id, year, title, url, outline: outlines.placeOf(outlineOf(initiatives)) }
    }),
    outlines: outlines.values,
    report: all.map(({ report }) => report),
    number: all.map(({ initiative }) => initiative.number),
    ...endsOf(records),
    yearList: all.map(({ years }) => yearLists.placeOf(years.map((year) => placeOfYear.get(year) ?? 0))),
    yearLists: yearLists.values,
    years: years.map(formatFiscalYear),
    traits: all.map(({ traits }) => traits.reduce((sum, trait) => sum + bitOf(trait), 0)),
    longest: records.reduce((most, { longest }) => Math.max(most, longest), 0),
    words: glossaryWords(terms, textsOf(all)),
  }
}

const bitOf = (trait: Trait) => 2 ** TRAITS.indexOf(trait)

/** Whether a row's initiative has a trait. */
export function hasTrait({ traits }: Catalogue, row: number, trait: Trait): boolean {
  return ((traits[row] ?? 0) & bitOf(trait)) !== 0
}

/** The row by which the initiative of a row is known over all years. */
export function storyOf({ same }: Catalogue, row: number): number {
  return same?.[row] ?? row
}

/** Values of which each is kept once. */
class Shared<T> {
  readonly values: T[] = []
  readonly #places = new Map<string, number>()

  placeOf(value: T): number {
    const key = JSON.stringify(value)
    const place = this.#places.get(key) ?? this.values.push(value) - 1
    this.#places.set(key, place)
    return place
  }
}

/** What the texts of an initiative say, in the report of a year. */
function factsOf(initiative: PublishedInitiative, year: string) {
  const reportYear = parseFiscalYear(year) ?? 0
  const texts = linesOf(initiative).map(({ text }) => text)
  const years = new Set(
    texts
      .flatMap((text) => findEras(text, reportYear))
      .filter(isPossible)
      .map(fiscalYearOf),
  )
  return {
    texts,
    years: [...years].sort((a, b) => a - b),
    traits: traitsOf(texts, initiative.figures, reportYear),
  }
}

function textsOf(all: readonly { initiative: PublishedInitiative; texts: string[] }[]): string[] {
  const headings = Object.values(outlineOf(all.map(({ initiative }) => initiative)))
  return [...headings, ...all.flatMap(({ texts }) => texts)]
}

function outlineOf(initiatives: readonly PublishedInitiative[]): Outline {
  const outline: Outline = {}
  for (const { viewpoint, section, subsection } of initiatives) {
    for (const heading of [viewpoint, section, subsection]) if (heading) outline[heading.number] = heading.title
  }
  return outline
}

/** The titles above a row's initiative, from the viewpoint down. */
export function titlesAbove(catalogue: Catalogue, row: number): string[] {
  const outline = catalogue.outlines[catalogue.reports[catalogue.report[row] ?? 0]?.outline ?? 0] ?? {}
  return ancestorsOf(catalogue.number[row] ?? '').flatMap((number) => outline[number] ?? [])
}
