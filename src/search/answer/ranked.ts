import { titlesAbove } from '../index/catalogue.ts'
import type { MatchPlace } from '../index/record.ts'
import type { OtherWords } from '../language/other-words.ts'
import { allFormsOf } from '../language/spelling.ts'
import { type ContentQuery, type Unit, isOneWord, readContent } from './content-query.ts'
import type { ReadableIndex } from './readable-index.ts'
import type { Answer, Found, SearchIndex } from './search.ts'

/** Fewer results than these are little: the ranked list follows them. */
const LITTLE = 3

/** The ranked list behind an answer; empty where the answer is enough. */
export async function rankBehind(query: string, answer: Answer, index: ReadableIndex): Promise<RankedFound> {
  const { found } = answer
  const isExact = found.some(({ match }) => match === 'exact')
  // One word that the report has is answered; and an exact answer loads no other words.
  if (found.length >= LITTLE || (isExact && isOneWord(query)))
    return { found: [], alsoSearched: [], forms: [], words: [] }
  const { ranked, alsoSearched, ...marked } = await rank(query, index, isExact ? [] : await index.otherWords())
  const known = new Set(found.map(({ row }) => row))
  const more = ranked.filter(({ row }) => !known.has(row))
  return {
    found: more.map(({ row, score }): Found => ({ row, match: 'ranked', rank: -score })),
    alsoSearched: more.length > 0 ? alsoSearched : [],
    ...marked,
  }
}

export interface RankedFound extends Omit<RankedAnswer, 'ranked'> {
  found: Found[]
}

/** A row of the ranked list. */
export interface Ranked {
  row: number
  /** Higher is better. */
  score: number
}

export interface RankedAnswer {
  /** Best first. */
  ranked: Ranked[]
  /** The other words that found something. */
  alsoSearched: string[]
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
/** The least part of the query's weight that a row holds. */
const LEAST_COVERED = 0.25
/** … and of the best row's score. */
const LEAST_OF_BEST = 0.5
/** A pair that no row has, beside one that some have, mostly joins two words: 設老 in 公共施設老朽化. */
const JOINT = 0.3
/** What is rarer weighs no more: of what nobody has, nobody knows how rare it is. */
const RAREST = 2

/** The initiatives that hold the most of a query's content, by the rarity of its parts and where they stand. */
export async function rank(query: string, index: SearchIndex, words: readonly OtherWords[]): Promise<RankedAnswer> {
  const content = readContent(query, words)
  const [own, substituted] = await Promise.all([
    Promise.all(content.units.map(({ forms }) => placesOf(forms, index))),
    Promise.all(content.substitutes.map(({ forms }) => placesOf(forms, index))),
  ])
  const weighed = weigh(content, own, substituted, index)
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
  const ranked = [...rows]
    .filter(([, { score, covered }]) => covered >= total * LEAST_COVERED && score >= best * LEAST_OF_BEST)
    .map(([row, { score }]): Ranked => ({ row, score }))
    .sort((a, b) => b.score - a.score || a.row - b.row)
  const kept = new Set(ranked.map(({ row }) => row))
  const useful = content.substitutes.filter((_, i) => [...(substituted[i]?.keys() ?? [])].some((row) => kept.has(row)))
  const labels = [...new Set(useful.map(({ label }) => label))]
  return {
    ranked,
    alsoSearched: labels,
    forms: [...new Set([...content.units, ...useful].flatMap(({ forms }) => forms))],
    words: [...new Set([...content.words, ...labels])],
  }
}

type Factors = Map<number, number>

/** Every row that holds one of the forms in its text or in the headings above it, with how much that tells. */
async function placesOf(forms: readonly string[], index: SearchIndex): Promise<Factors> {
  const factors: Factors = new Map()
  const { catalogue } = index
  const headings = headingRows(forms, index)
  for (const row of headings) factors.set(row, HEADING)
  const found = await Promise.all(
    forms.filter((form) => form.length <= catalogue.longest).map((form) => index.find(form)),
  )
  for (const places of found) {
    for (const [row, place] of places) factors.set(row, Math.max(factors.get(row) ?? 0, PLACE[place]))
  }
  return factors
}

function headingRows(forms: readonly string[], { catalogue }: SearchIndex): number[] {
  return catalogue.number.flatMap((_, row) =>
    titlesAbove(catalogue, row).some((title) =>
      allFormsOf(title).some((own) => forms.some((form) => own.includes(form))),
    )
      ? [row]
      : [],
  )
}

/** Each unit's weight by its rarity, and the rows that hold it or what stands for it. */
function weigh(
  { units, substitutes }: ContentQuery,
  own: readonly Factors[],
  substituted: readonly Factors[],
  { catalogue }: SearchIndex,
): { weight: number; factors: Factors }[] {
  const rows = catalogue.number.length
  const rarity = (found: number) => {
    const count = Math.max(found, RAREST)
    return Math.log(1 + (rows - count + 0.5) / (count + 0.5))
  }
  const covering = (unit: Pick<Unit, 'start' | 'end'>) =>
    substituted.filter((_, i) => {
      const { start = 0, end = 0 } = substitutes[i] ?? {}
      return start <= unit.start && end >= unit.end
    })
  const isFound = units.map((unit, i) => (own[i]?.size ?? 0) > 0 || covering(unit).some(({ size }) => size > 0))
  const weighed = units.map((unit, i) => {
    const factors: Factors = new Map(own[i])
    for (const places of covering(unit)) {
      for (const [row, factor] of places) factors.set(row, Math.max(factors.get(row) ?? 0, factor * SUBSTITUTED))
    }
    const besideFound = [i - 1, i + 1].some((k) => isFound[k] === true && touches(unit, units[k]))
    const joins = isFound[i] !== true && besideFound
    return { weight: unit.weight * rarity(factors.size) * (joins ? JOINT : 1), factors }
  })
  // What is said in function words only, and in other words again: はんこ.
  const alone = substitutes.flatMap((substitute, i) => {
    const holds = units.some(({ start, end }) => substitute.start <= start && substitute.end >= end)
    const factors = new Map([...(substituted[i] ?? [])].map(([row, factor]) => [row, factor * SUBSTITUTED]))
    return holds ? [] : [{ weight: rarity(factors.size), factors }]
  })
  return [...weighed, ...alone]
}

const touches = (a: Unit, b: Unit | undefined) => b !== undefined && b.start < a.end && a.start < b.end