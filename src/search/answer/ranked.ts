import { parseFiscalYear } from '../../text/era.ts'
import { titlesAbove } from '../index/catalogue.ts'
import type { MatchPlace } from '../index/record.ts'
import { allFormsOf } from '../language/spelling.ts'
import { type ContentQuery, type Unit, readContent } from './content-query.ts'
import type { Lexicon } from './lexicon.ts'
import type { Found, SearchIndex } from './search.ts'

/** The initiatives that hold a part of a query, and how it was read. */
export interface RankedAnswer {
  /** Best first. */
  found: Found[]
  /** The other words that found something. */
  alsoSearched: string[]
  /** What was read otherwise than it was typed: インターンシップ for インターシップ. */
  readAs: string[]
  /** What stands in the results: parts of the query, and other words. */
  forms: string[]
  /** The query in words that the report has, for the pages that results lead to. */
  words: string[]
}

/** How much a match tells by where it stands. */
const PLACE: Record<MatchPlace, number> = { title: 1.4, group: 1.2, text: 1, loose: 0.95 }
const HEADING = 0.6
/** Another word is a little less than the query's own. */
const SUBSTITUTED = 0.9
/** The least part of the query's weight that a row holds. Tried on the questions: more answers less, less shows noise. */
const LEAST_COVERED = 0.25
/** … and of the best row's score. */
const LEAST_OF_BEST = 0.5
/** A pair that no row has, beside one that some have, mostly joins two words: 設老 in 公共施設老朽化. */
const JOINT = 0.3
/** What is rarer weighs no more: of what nobody has, nobody knows how rare it is. */
const RAREST = 2

/** The initiatives that hold the most of a query's content, by the rarity of its parts and where they stand. */
export async function rank(query: string, index: SearchIndex, lexicon: Lexicon): Promise<RankedAnswer> {
  const reportYears = index.catalogue.reports.flatMap(({ year }) => parseFiscalYear(year) ?? [])
  const content = readContent(query, lexicon, reportYears)
  const [own, substituted] = await Promise.all([
    Promise.all(content.units.map(({ forms, eraWords }) => factorsOf(forms, eraWords, index))),
    Promise.all(content.substitutes.map(({ forms }) => factorsOf(forms, [], index))),
  ])
  const weighed = weigh(content, own, substituted, index.catalogue.number.length)
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const rows = new Map<number, { score: number; covered: number }>()
  for (const { weight, factors } of weighed) {
    for (const [row, factor] of factors) {
      const known = rows.get(row) ?? { score: 0, covered: 0 }
      known.score += weight * factor
      known.covered += weight * Math.min(1, factor)
      rows.set(row, known)
    }
  }
  const best = Math.max(0, ...Array.from(rows.values(), ({ score }) => score))
  const found = [...rows]
    .filter(([, { score, covered }]) => covered >= total * LEAST_COVERED && score >= best * LEAST_OF_BEST)
    .map(([row, { score }]): Found => ({ row, match: 'ranked', rank: -score }))
    .sort((a, b) => a.rank - b.rank || a.row - b.row)
  const kept = new Set(found.map(({ row }) => row))
  const useful = content.substitutes.filter((_, i) => [...(substituted[i]?.keys() ?? [])].some((row) => kept.has(row)))
  const labels = [...new Set(useful.map(({ label }) => label))]
  return {
    found,
    alsoSearched: labels,
    readAs: content.readAs,
    forms: [...new Set([...content.units, ...useful].flatMap(({ forms }) => forms))],
    words: [...new Set([...content.words, ...labels])],
  }
}

/** How much rows tell of something, by rows. */
type Factors = Map<number, number>

/** Every row that holds one of the forms, or names one of the times, in its text or in the headings above it. */
async function factorsOf(forms: readonly string[], eraWords: readonly string[], index: SearchIndex): Promise<Factors> {
  const { catalogue } = index
  const factors: Factors = new Map(headingRows(forms, index).map((row) => [row, HEADING]))
  const raise = (row: number, factor: number) => factors.set(row, Math.max(factors.get(row) ?? 0, factor))
  const [found, times] = await Promise.all([
    Promise.all(forms.filter((form) => form.length <= catalogue.longest).map((form) => index.find(form))),
    Promise.all(eraWords.map((word) => index.findEra(word))),
  ])
  for (const places of found) for (const [row, place] of places) raise(row, PLACE[place])
  for (const rows of times) for (const row of rows) raise(row, PLACE.text)
  return factors
}

function headingRows(forms: readonly string[], { catalogue }: SearchIndex): number[] {
  const isNamed = (title: string) => allFormsOf(title).some((own) => forms.some((form) => own.includes(form)))
  return catalogue.number.flatMap((_, row) => (titlesAbove(catalogue, row).some(isNamed) ? [row] : []))
}

/** Each unit's weight by its rarity among so many rows, and the rows that hold it or what stands for it. */
function weigh(
  { units, substitutes }: ContentQuery,
  own: readonly Factors[],
  substituted: readonly Factors[],
  rows: number,
): { weight: number; factors: Factors }[] {
  const rarity = (found: number) => {
    const count = Math.max(found, RAREST)
    return Math.log(1 + (rows - count + 0.5) / (count + 0.5))
  }
  const lessened = substituted.map((factors) => new Map([...factors].map(([row, each]) => [row, each * SUBSTITUTED])))
  const all = units.map((unit, i): Factors => {
    const factors = new Map(own[i])
    substitutes.forEach((substitute, k) => {
      if (!covers(substitute, unit)) return
      for (const [row, factor] of lessened[k] ?? []) factors.set(row, Math.max(factors.get(row) ?? 0, factor))
    })
    return factors
  })
  const isFound = all.map(({ size }) => size > 0)
  const weighed = units.map((unit, i) => {
    const isBesideFound = [i - 1, i + 1].some((k) => isFound[k] === true && overlaps(unit, units[k]))
    const joins = isFound[i] !== true && isBesideFound
    const factors = all[i] ?? new Map<number, number>()
    return { weight: unit.weight * rarity(factors.size) * (joins ? JOINT : 1), factors }
  })
  // What is said in function words only, and in other words again: はんこ.
  const alone = substitutes.flatMap((substitute, k) => {
    const factors = lessened[k] ?? new Map<number, number>()
    return units.some((unit) => covers(substitute, unit)) ? [] : [{ weight: rarity(factors.size), factors }]
  })
  return [...weighed, ...alone]
}

type Span = Pick<Unit, 'start' | 'end'>

const covers = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

const overlaps = (a: Span, b: Span | undefined) => b !== undefined && b.start < a.end && a.start < b.end
