import { ancestorsOf } from '../../report/number.ts'
import type { Catalogue } from '../index/catalogue.ts'
import type { MatchPlace } from '../index/record.ts'
import { type QueryTerm, isNumberAsked, readQuery } from './query.ts'
import { loosen } from '../language/spelling.ts'
import { contains, normalise } from '../language/forms.ts'

/**
 * Exact, heading and forgiven answers, and how they live together:
 *
 * An initiative is an *exact* match when each part of the query is contained in one of its lines (`linesOf`, `contains`),
 * or is its number. Those are the answer, and nothing else stands among them: a plain scan of the published data gives
 * the same set. Where the words only stand in the headings above an initiative it is a *heading* match, where only
 * another way to write them does (`expandTerm`, `loosen`) a *forgiven* match.
 *
 * The first of the three kinds that has any is the answer; the others follow in lists of their own, under a heading
 * that says what they are. So a synonym never hides an exact match, and what was not asked for is never counted as it.
 */
export type MatchKind = 'exact' | 'heading' | 'forgiven' | 'ranked'

/** In the order in which they stand. A *ranked* match only holds a part of the query: see `ranked.ts`. */
export const MATCH_KINDS: readonly MatchKind[] = ['exact', 'heading', 'forgiven', 'ranked']

/** What can be asked of an index. Rows are those of its catalogue. */
export interface SearchIndex {
  catalogue: Catalogue
  /** The rows of the initiatives whose forms contain this form, which has one character or more. */
  find(form: string): Promise<Map<number, MatchPlace>>
  /** The rows of those that name a year or month. */
  findEra(word: string): Promise<Set<number>>
}

export interface Found {
  row: number
  match: MatchKind
  /** Lower is better: number, title, group heading, text, then other spellings, then headings above. */
  rank: number
}

export interface Answer {
  terms: QueryTerm[]
  /** Best first, then in report order. */
  found: Found[]
  /** The other ways to write the query that found something: 「取組」でも検索しました. */
  alsoSearched: string[]
}

const RANK: Record<MatchPlace, number> = { title: 1, group: 2, text: 3, loose: 11 }
const FORGIVEN = 10
const HEADING = 20

/** Parts of a query that are asked for together. */
const AT_ONCE = 12

/** Answers a query. `'電子契約'` → the initiatives that contain it, then those that are near. */
export async function search(query: string, index: SearchIndex): Promise<Answer> {
  const { catalogue } = index
  const terms = readQuery(query, catalogue.words)
  const used = new Set<string>()
  const answers: TermAnswer[] = []
  // Every part is asked for; those that are left, only while the ones before them stand together somewhere.
  let rows: number[] = []
  do {
    const next = terms.slice(answers.length, answers.length + AT_ONCE)
    answers.push(...(await Promise.all(next.map((term) => findTerm(term, index, used)))))
    rows = [...(answers[0]?.keys() ?? [])].filter((row) => answers.every((answer) => answer.has(row)))
  } while (rows.length > 0 && answers.length < terms.length)
  const found: Found[] = []
  for (const row of rows) {
    const ranks = answers.map((answer) => answer.get(row)?.rank ?? Infinity)
    const heading = ranks.some((each) => each >= HEADING)
    const forgiven = ranks.some((each) => each % HEADING >= FORGIVEN)
    found.push({
      row,
      match: forgiven ? 'forgiven' : heading ? 'heading' : 'exact',
      rank: ranks.reduce((worst, rank) => Math.max(worst, rank)),
    })
  }
  await putWholeQueryFirst(terms, found, index)
  found.sort((a, b) => byKind(a, b) || a.rank - b.rank || a.row - b.row)
  return { terms, found, alsoSearched: [...used] }
}

function byKind(a: Found, b: Found): number {
  return MATCH_KINDS.indexOf(a.match) - MATCH_KINDS.indexOf(b.match)
}

/** `電子 契約`: initiatives where the parts stand together come before others where they stand apart. */
async function putWholeQueryFirst(terms: QueryTerm[], found: Found[], index: SearchIndex): Promise<void> {
  if (terms.length < 2 || !found.some(({ match }) => match === 'exact')) return
  const [whole = ''] = normalise(terms.map(({ text }) => text).join(''))
  const together = whole.length > index.catalogue.longest ? new Map<number, MatchPlace>() : await index.find(whole)
  for (const each of found) {
    if (each.match === 'exact' && together.has(each.row) && together.get(each.row) !== 'loose') each.rank -= HEADING
  }
}

type TermAnswer = Map<number, { rank: number }>

/** Every row that a term finds in any way, with its best rank. */
async function findTerm(term: QueryTerm, index: SearchIndex, used: Set<string>): Promise<TermAnswer> {
  const { catalogue } = index
  const answer: TermAnswer = new Map()
  const note = (row: number, rank: number) => {
    const known = answer.get(row)
    if (!known || rank < known.rank) answer.set(row, { rank })
    return !known
  }
  const find = async (form: string) =>
    form.length > catalogue.longest ? new Map<number, MatchPlace>() : index.find(form)

  // Every form of a variant costs a few chunks of the index, so all are under way at once.
  const asked = await Promise.all([
    Promise.all(term.forms.map(find)),
    ...term.variants.map(async ({ forms, eraWords }) => [
      ...(await Promise.all(forms.map(find))),
      ...(await Promise.all(eraWords.map(async (word) => asPlaces(await index.findEra(word))))),
    ]),
  ])
  const [exact = [], ...variants] = asked

  for (const places of exact) for (const [row, place] of places) note(row, RANK[place])
  catalogue.number.forEach((number, row) => {
    if (isNumberAsked(number, term.number)) note(row, 0)
  })
  variants.forEach((answers, i) => {
    for (const places of answers) {
      for (const [row, place] of places) {
        if (note(row, FORGIVEN + Math.min(RANK[place], 4))) used.add(term.variants[i]?.label ?? '')
      }
    }
  })
  for (const [row, rank, label] of findHeadings(term, catalogue)) {
    if (note(row, rank) && label !== null) used.add(label)
  }
  return answer
}

const asPlaces = (rows: Set<number>) => new Map<number, MatchPlace>([...rows].map((row) => [row, 'text']))

/** A heading that a term names in some way: its rank, and the variant that names it. */
interface Naming {
  rank: number
  label: string | null
}

/** The rows whose viewpoint, section or subsection is named by the term, its number, or a variant of it. */
function* findHeadings(
  term: QueryTerm,
  catalogue: Catalogue,
): Generator<[row: number, rank: number, label: string | null]> {
  const namings = catalogue.outlines.map(
    (outline) =>
      new Map(
        Object.entries(outline).flatMap(([number, title]) => {
          const naming = nameHeading(term, number, title)
          return naming ? [[number, naming] as const] : []
        }),
      ),
  )
  for (const [row, report] of catalogue.report.entries()) {
    const named = namings[catalogue.reports[report]?.outline ?? 0]
    if (!named || named.size === 0) continue
    for (const number of ancestorsOf(catalogue.number[row] ?? '')) {
      const naming = named.get(number)
      if (naming) yield [row, naming.rank, naming.label]
    }
  }
}

function nameHeading(term: QueryTerm, number: string, title: string): Naming | null {
  if (isNumberAsked(number, term.number) || contains(title, term.text)) return { rank: HEADING, label: null }
  const loose = loosen(title)
  if (term.forms.some((form) => loose.includes(form))) return { rank: HEADING + FORGIVEN, label: null }
  const variant = term.variants.find(({ forms }) =>
    forms.some((form) => loose.includes(form) || normalise(title).some((whole) => whole.includes(form))),
  )
  return variant ? { rank: HEADING + FORGIVEN, label: variant.label } : null
}
