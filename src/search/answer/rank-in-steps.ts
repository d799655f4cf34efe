import { contentOf } from '../language/content.ts'
import { normalise } from '../language/forms.ts'
import { loadOtherWords, loadRespellings } from './lexicon.ts'
import { type RankedAnswer, rank } from './ranked.ts'
import type { ReadableIndex } from './readable-index.ts'

/** A word that is long enough to be mistyped and still known. */
const LONG = 4

/** Whether some of a query is in kana, as words of the report seldom are (電子けいやく), or was not found and may be a slip. */
function mayBeRespelled(query: string, covered: number): boolean {
  return contentOf(normalise(query)[0] ?? '').some(({ script, start, end }) => {
    if (script === 'hiragana') return true
    return (
      covered < ENOUGH && (script === 'latin' || script === 'katakana' || (script === 'han' && end - start >= LONG))
    )
  })
}

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
  if (!mayBeRespelled(query, first.covered)) return first
  const respellings = await loadRespellings(query, index, others)
  return rank(query, index, { others, respellings })
}
