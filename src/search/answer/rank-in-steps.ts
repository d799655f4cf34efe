import { contentOf } from '../language/content.ts'
import { normalise } from '../language/forms.ts'
import { loadOtherWords, loadRespellings } from './lexicon.ts'
import { type RankedAnswer, rank } from './ranked.ts'
import type { ReadableIndex } from './readable-index.ts'

/** Whether some of a query's content is in kana, as words of the report seldom are: 電子けいやく. */
const hasKana = (query: string) => contentOf(normalise(query)[0] ?? '').some(({ script }) => script === 'hiragana')

/** A best row that holds less of the query than this is no answer yet: some of it may be typed otherwise. */
const ENOUGH = 0.95

/**
 * The ranked list by as few words as it takes: the query's own where it is exact, else other people's words too; and where
 * these don't answer, what sounds or looks like the report's words.
 */
export async function rankInSteps(query: string, index: ReadableIndex, isExact: boolean): Promise<RankedAnswer> {
  if (isExact) return rank(query, index, { others: [], respellings: null })
  const others = await loadOtherWords(index)
  const first = await rank(query, index, { others, respellings: null })
  if (first.covered >= ENOUGH && !hasKana(query)) return first
  const respellings = await loadRespellings(query, index, others)
  return rank(query, index, { others, respellings })
}
