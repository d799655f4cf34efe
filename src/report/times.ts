import { type EraToken, findEras, fiscalYearOf, isPossible } from '../text/era.ts'

/**
 * The times that a result's text names, each fiscal year and month once. Not a time of its own is a year that names a
 * budget or a settlement (`R8当初予算`, `R6決算`), nor one that labels a value (`R5:127件`, `R6登録：161社`).
 */
export function timesOf(text: string): EraToken[] {
  const seen = new Set<string>()
  return findEras(text).filter((token) => {
    if (!isPossible(token) || isNameOrLabel(token, text.slice(token.end))) return false
    const key = `${fiscalYearOf(token)}.${token.month ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const NAME = /^(?:当初|補正)?(?:予算|決算)/
const LABEL = /^[^\s、。→（）()「」～\d]{0,6}?[:：]?[\d０-９]/

function isNameOrLabel(token: EraToken, after: string): boolean {
  if (token.month !== null || token.ongoing) return false
  return NAME.test(after) || LABEL.test(after)
}
