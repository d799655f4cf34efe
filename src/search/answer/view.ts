import { SELECTION_PARAMETER, writeSelection } from '../../report/selection.ts'
import { type SearchAddress, hasFilters } from './address.ts'
import { type Catalogue, titlesAbove } from '../index/catalogue.ts'
import { type Facet, facetsOf, narrow } from './facets.ts'
import { type Piece, type Range, excerptOf, piecesOf, rangesOf } from './marks.ts'
import { type IndexedInitiative, IndexUnreachable, type ReadableIndex } from './readable-index.ts'
import { type QueryTerm, isNumberAsked } from './query.ts'
import { type Answer, type Found, MATCH_KINDS, type MatchKind, search } from './search.ts'
import { rankBehind } from './rank-behind.ts'
import type { RankedAnswer } from './ranked.ts'
import { contains } from '../language/forms.ts'

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
  const narrowed = narrow(main.found, filters, index.catalogue)
  const related = others
    .map(({ kind, found }) => ({ kind, found: narrow(found, filters, index.catalogue) }))
    .filter(({ found }) => found.length > 0)
  const show = (found: Found[], most: number) =>
    Promise.all(found.slice(0, most).map((each) => itemOf(each, lookedFor(each, answer, ranked, query), index)))
  const nothing = main.found.length + ranked.found.length === 0 && answer.terms.length > 0
  return {
    query,
    parts: answer.terms.length,
    whole: main.found.length,
    total: narrowed.length,
    kind: main.kind,
    items: await show(narrowed, count),
    choices: choicesOf(narrowed, index.catalogue),
    related: await Promise.all(
      related.map(async ({ kind, found }) => ({ kind, total: found.length, items: await show(found, relatedCount) })),
    ),
    alsoSearched: [...new Set([...answer.alsoSearched, ...ranked.alsoSearched])],
    readAs: ranked.readAs,
    facets: facetsOf(main.found.length > 0 ? main.found : ranked.found, filters, index.catalogue),
    closest: nothing ? await closestTo(answer.terms, index) : [],
  }
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

async function itemOf(found: Found, { terms, query }: LookedFor, index: ReadableIndex): Promise<ResultItem> {
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
  }
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
