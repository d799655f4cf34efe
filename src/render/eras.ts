import type { ElementContent, Root } from 'hast'
import { findAndReplace } from 'hast-util-find-and-replace'
import { h } from 'hastscript'
import { eraDateTime, eraReading, isPossible } from '../text/era.ts'
import { findEras } from '../text/written-eras.ts'

/**
 * Makes each year and month of a text in the report of the fiscal year `reportYear` a `<time>` that tells its full form
 * on hover, focus and touch. The text itself stays verbatim: the full form is an attribute, shown by the style sheet.
 */
export function markEras(tree: Root, reportYear: number): void {
  // What stands beside a year decides how it is read, so each text is taken whole.
  findAndReplace(tree, [/[^]+/, (text: string) => timesIn(text, reportYear)], { ignore: 'time' })
}

/** `'R8～運用'` → `<time>` of R8, and `～運用` as the text behind it; `false` where the text names no year. */
function timesIn(text: string, reportYear: number): ElementContent[] | false {
  const eras = findEras(text, reportYear).filter(isPossible)
  let done = 0
  const parts = eras.flatMap((token): ElementContent[] => {
    const before = text.slice(done, token.start)
    done = token.end
    const properties = { dateTime: eraDateTime(token), dataReading: eraReading(token), tabIndex: 0 }
    return [...(before ? [{ type: 'text' as const, value: before }] : []), h('time', properties, token.text)]
  })
  if (parts.length === 0) return false
  return done < text.length ? [...parts, { type: 'text', value: text.slice(done) }] : parts
}
