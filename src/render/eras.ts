import type { Root } from 'hast'
import { findAndReplace } from 'hast-util-find-and-replace'
import { h } from 'hastscript'
import { ERA_PATTERN, eraDateTime, eraReading, findEras, isPossible } from '../text/era.ts'

/**
 * Makes each year and month of the text a `<time>` that tells its full form on hover, focus and touch.
 * The text itself stays verbatim: the full form is an attribute, shown by the style sheet.
 */
export function markEras(tree: Root): void {
  findAndReplace(tree, [PATTERN, timeOf], { ignore: 'time' })
}

/** One of its own: a search under way keeps its place in the pattern. */
const PATTERN = new RegExp(ERA_PATTERN)

/** `'R8～'` → `<time>` of R8, and `～` as the text behind it. */
function timeOf(written: string) {
  const [token] = findEras(written)
  if (!token || !isPossible(token)) return false
  const properties = { dateTime: eraDateTime(token), dataReading: eraReading(token), tabIndex: 0 }
  return [h('time', properties, token.text), ...(token.ongoing ? [{ type: 'text' as const, value: '～' }] : [])]
}
