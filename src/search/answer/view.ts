import { SELECTION_PARAMETER, writeSelection } from '../../report/selection.ts'
import { type SearchAddress, hasFilters } from './address.ts'
import { fiscalYearName } from '../../text/era.ts'
import { type Catalogue, storyOf, titlesAbove } from '../index/catalogue.ts'
import { type Facet, facetsOf, narrow } from './facets.ts'
import { type Piece, type Range, excerptOf, piecesOf, rangesOf } from './marks.ts'
import { type IndexedInitiative, IndexUnreachable, type ReadableIndex } from './readable-index.ts'
import { type QueryTerm, isNumberAsked } from './query.ts'
import { type Answer, type Found, MATCH_KINDS, type MatchKind, search } from './search.ts'
import { rankBehind } from './rank-behind.ts'
import type { RankedAnswer } from './ranked.ts'
import { contains } from '../language/forms.ts'
import type { SummaryItem } from './summaries.ts'

/** A search as it is asked: how many results of the answer, and of each list below it, are to be shown. */
export interface ViewRequest extends SearchAddress {
  count: number
  relatedCount: number
}

/** One initiative as a result. */
export interface ResultItem {
  number: string
  url: string
  match: MatchKind
  title: Piece[]
  breadcrumb: Piece[]
  excerpts: { url: string; pieces: Piece[] }[]
  /** How many more lines there are. */
  more: number
  /** The report that it is of, `r8`; `null` where there is only one. */
  year: string | null
  /** The reports of which the same initiative is found, the newest first; empty where there is only one report. */
  years: { name: string; url: string }[]
}

/** Results of one report, as the address that shows them together (`/r7/select/?n=…`). */
export interface Choice {
  title: string
  url: string
}

/** Everything that a page of results shows. */
export interface View {
  query: string
  /** How many parts the query has. */
  parts: number
  /** How many there are without the filters. */
  whole: number
  /** How many there are, of which `items` are the first. */
  total: number
  kind: MatchKind
  items: ResultItem[]
  /** The answer as choices of initiatives, one for each report that it lies in. */
  choices: Choice[]
  /** Summaries of whole reports that hold the query; they are no initiatives, and pass no filter. */
  summaries: SummaryItem[]
  /** Near matches, in lists of their own below the answer. */
  related: { kind: MatchKind; total: number; items: ResultItem[] }[]
  alsoSearched: string[]
  /** What the ranked list read otherwise than it was typed: インターンシップ for インターシップ. */
  readAs: string[]
  facets: Facet[]
  /** Where nothing at all was found: words of the reports that are close to the query. */
  closest: string[]
}

/** Offered where nothing was found. */
const MOST_CLOSEST = 5

/** The words to look for stand in a few lines; more than these are read on the initiative's own page. */
const MOST_EXCERPTS = 3

export async function viewOf(request: ViewRequest, index: ReadableIndex): Promise<View> {
  const { query, filters, count, relatedCount } = request
  const answer = query.trim() === '' && hasFilters(filters) ? listAll(index) : await search(query, index)
  const ranked = await rankBehind(query, answer, index)
  const lists = MATCH_KINDS.map((kind) => ({ kind, found: answer.found.filter(({ match }) => match === kind) }))
  const [main = { kind: 'exact' as const, found: [] }, ...others] = lists.filter(({ found }) => found.length > 0)
  others.push({ kind: 'ranked', found: ranked.found })
  const { catalogue } = index
  const narrowed = narrow(main.found, filters, catalogue)
  const entries = entriesOf(narrowed, catalogue)
  const shown = new Set(entries.map(([first]) => first && storyOf(catalogue, first.row)))
  const related = others.flatMap(({ kind, found }) => {
    const left = narrow(found, filters, catalogue).filter(({ row }) => !shown.has(storyOf(catalogue, row)))
    for (const { row } of left) shown.add(storyOf(catalogue, row))
    return left.length > 0 ? [{ kind, entries: entriesOf(left, catalogue) }] : []
  })
  const show = (entries: Entry[], most: number) =>
    Promise.all(entries.slice(0, most).map((each) => itemOf(each, lookedFor(each[0], answer, ranked, query), index)))
  const nothing = main.found.length + ranked.found.length === 0 && answer.terms.length > 0
  return {
    query,
    parts: answer.terms.length,
    whole: entriesOf(main.found, catalogue).length,
    total: entries.length,
    kind: main.kind,
    items: await show(entries, count),
    choices: choicesOf(narrowed, index.catalogue),
    summaries: index.summaries && !hasFilters(filters) ? await summariesIn(answer, index.summaries) : [],
    related: await Promise.all(
      related.map(async ({ kind, entries }) => ({
        kind,
        total: entries.length,
        items: await show(entries, relatedCount),
      })),
    ),
    alsoSearched: [...new Set([...answer.alsoSearched, ...ranked.alsoSearched])],
    readAs: ranked.readAs,
    facets: facetsOf(main.found.length > 0 ? main.found : ranked.found, filters, index.catalogue),
    closest: nothing ? await closestTo(answer.terms, index) : [],
  }
}

/** What was found of one initiative in all years, the newest report first. */
type Entry = [Found, ...Found[]]

/** Initiatives of several years as one entry each, which stands where the best of them stood. */
function entriesOf(found: readonly Found[], catalogue: Catalogue): Entry[] {
  const stories = Map.groupBy(found, ({ row }) => storyOf(catalogue, row))
  return [...stories.values()].map((all) => all.toSorted((a, b) => a.row - b.row) as Entry)
}

/** Their program is loaded only where there are any. */
async function summariesIn({ terms }: Answer, read: NonNullable<ReadableIndex['summaries']>): Promise<SummaryItem[]> {
  const [{ findSummaries }, summaries] = await Promise.all([import('./summaries.ts'), read()])
  return findSummaries(terms, summaries)
}

/** No query, only filters: every initiative that passes them, in report order. */
function listAll({ catalogue }: ReadableIndex): Answer {
  return { terms: [], found: catalogue.number.map((_, row) => ({ row, match: 'exact', rank: 0 })), alsoSearched: [] }
}

/** The words closest to the query, then those closest to other ways to write it: 残業を減らす is 時間外勤務 too. */
async function closestTo(terms: readonly QueryTerm[], index: ReadableIndex): Promise<string[]> {
  const asked = [
    terms.map(({ text }) => text).join(''),
    ...terms.flatMap(({ variants }) => variants.map(({ label }) => label)),
  ]
  // Its program, too, is loaded only when it is needed.
  const [words, { closestWords }] = await Promise.all([index.words(), import('./closest-words.ts')])
  return [...new Set(asked.flatMap((text) => closestWords(text, words)))].slice(0, MOST_CLOSEST)
}

function choicesOf(found: readonly Found[], { reports, report, number }: Catalogue): Choice[] {
  const choices = reports.map(({ title, url }) => ({ title, url, all: [] as string[], chosen: [] as string[] }))
  for (const [row, i] of report.entries()) choices[i]?.all.push(number[row] ?? '')
  for (const { row } of found) choices[report[row] ?? 0]?.chosen.push(number[row] ?? '')
  return choices
    .filter(({ chosen }) => chosen.length > 0)
    .map(({ title, url, all, chosen }) => {
      return { title, url: `${url}select/?${SELECTION_PARAMETER}=${writeSelection(chosen, all)}` }
    })
}

/** What is marked in a result, and on the page that it leads to. */
interface LookedFor {
  terms: readonly QueryTerm[]
  query: string
}

function lookedFor({ match }: Found, { terms }: Answer, ranked: RankedAnswer, query: string): LookedFor {
  if (match !== 'ranked') return { terms, query }
  return {
    terms: ranked.forms.map((form) => ({ text: form, forms: [form], variants: [], number: null })),
    query: ranked.words.join(' '),
  }
}

async function itemOf(
  [found, ...others]: Entry,
  { terms, query }: LookedFor,
  index: ReadableIndex,
): Promise<ResultItem> {
  const initiative = await index.read(found.row)
  verify(initiative, found, terms)
  const [title, ...lines] = initiative.lines.map((line) => ({ ...line, ranges: rangesOf(line.text, terms) }))
  const link = query === '' ? initiative.url : `${initiative.url}?${new URLSearchParams({ q: query })}`
  const marked = lines.filter(({ ranges }) => ranges.length > 0)
  const breadcrumb = titlesAbove(index.catalogue, found.row).join(' › ')
  return {
    number: initiative.number,
    url: link,
    match: found.match,
    title: piecesOf(initiative.title, title?.ranges ?? []),
    breadcrumb: piecesOf(
      breadcrumb,
      marked.length + (title?.ranges.length ?? 0) > 0 ? [] : rangesOf(breadcrumb, terms),
    ),
    excerpts: mostTelling(marked).map(({ text, result, ranges }) => ({
      url: result ? `${link}#${result}` : link,
      pieces: excerptOf(text, ranges),
    })),
    more: Math.max(0, marked.length - MOST_EXCERPTS),
    ...yearsOf([found, ...others], index.catalogue, query),
  }
}

/** Which reports an entry is of; the links lead to the same initiative in each. */
function yearsOf(
  entry: Entry,
  { reports, report, number }: Catalogue,
  query: string,
): Pick<ResultItem, 'year' | 'years'> {
  if (reports.length < 2) return { year: null, years: [] }
  const asked = query === '' ? '' : `?${new URLSearchParams({ q: query })}`
  const years = entry.flatMap(({ row }) => {
    const { year, url } = reports[report[row] ?? 0] ?? {}
    return year && url ? [{ name: fiscalYearName(year), url: `${url}${number[row]}/${asked}` }] : []
  })
  return { year: reports[report[entry[0].row] ?? 0]?.id ?? null, years }
}

/** The lines with the most of the query, in the order in which they stand. */
function mostTelling<L extends { ranges: Range[] }>(lines: L[]): L[] {
  const length = ({ ranges }: L) => ranges.reduce((sum, [start, end]) => sum + end - start, 0)
  const best = [...lines].sort((a, b) => length(b) - length(a)).slice(0, MOST_EXCERPTS)
  return lines.filter((line) => best.includes(line))
}

/** What the index calls an exact match must stand in the initiative's own text; else index and text do not belong together. */
function verify(initiative: IndexedInitiative, found: Found, terms: readonly QueryTerm[]): void {
  if (found.match !== 'exact') return
  const own = initiative.lines.filter(({ kind }) => kind !== 'plain')
  const holds = terms.every(
    ({ text, number }) => isNumberAsked(initiative.number, number) || own.some((line) => contains(line.text, text)),
  )
  if (!holds) throw new IndexUnreachable(`the index and the text of ${initiative.number} differ`)
}
