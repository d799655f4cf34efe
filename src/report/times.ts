import { type EraToken, fiscalYearOf, isPossible } from '../text/era.ts'
import { foldWidth } from '../text/fold.ts'
import { findEras } from '../text/written-eras.ts'

/**
 * The times that a result's text names in the report of the fiscal year `reportYear`, each fiscal year and month once. Not a time of its own is a year that names a
 * budget or a settlement (`R8当初予算`, `R6決算`), nor one that labels a value (`R5:127件`, `R6登録：161社`).
 */
export function timesOf(text: string, reportYear: number): EraToken[] {
  const seen = new Set<string>()
  const folded = foldWidth(text)
  return findEras(text, reportYear).filter((token) => {
    if (!isPossible(token) || isNameOrLabel(token, folded.slice(token.end))) return false
    const key = `${fiscalYearOf(token)}.${token.month ?? ''}.${token.day ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const NAME = /^(?:当初|補正)?(?:予算|決算)/
const LABEL = /^[^\s、。→()「」～\d]{0,6}?:?\d/

function isNameOrLabel(token: EraToken, after: string): boolean {
  if (token.month !== null || token.ongoing) return false
  return NAME.test(after) || LABEL.test(after)
}
