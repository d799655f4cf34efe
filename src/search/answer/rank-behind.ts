import { NO_WORDS, lexiconOf } from './lexicon.ts'
import { quotedIn } from './query.ts'
import type { RankedAnswer } from './ranked.ts'
import type { ReadableIndex } from './readable-index.ts'
import type { Answer } from './search.ts'

/** Fewer results than these are little: the ranked list follows them. */
const LITTLE = 3

const NONE: RankedAnswer = { found: [], alsoSearched: [], readAs: [], forms: [], words: [] }

/** The ranked list behind an answer; empty where the answer is enough, or only the phrase in quotation marks is wanted. */
export async function rankBehind(query: string, { terms, found }: Answer, index: ReadableIndex): Promise<RankedAnswer> {
  const isExact = found.some(({ match }) => match === 'exact')
  if (terms.length === 0 || quotedIn(query) !== null || found.length >= LITTLE || (isExact && terms.length === 1)) return NONE
  // Its program, too, is loaded only when it is needed.
  const { rank } = await import('./ranked.ts')
  const answer = await rank(query, index, isExact ? NO_WORDS : await lexiconOf(index))
  const known = new Set(found.map(({ row }) => row))
  const more = answer.found.filter(({ row }) => !known.has(row))
  return more.length > 0 ? { ...answer, found: more } : NONE
}
