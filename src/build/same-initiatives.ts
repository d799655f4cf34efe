import { continuationBetween } from '../compare/continuation.ts'
import type { Report } from '../report/report.ts'

/**
 * For each initiative of several reports, in their order, which of them it is in the newest report that still has it: by
 * the place in that list. The reports are the newest first; `null` of a single one, where each is only itself.
 */
export function sameInitiatives(reports: readonly Report[]): number[] | null {
  if (reports.length < 2) return null
  const same: number[] = []
  let later: { report: Report; places: ReadonlyMap<string, number> } | null = null
  for (const report of reports) {
    const places = new Map<string, number>()
    const continued = later && continuationBetween(report, later.report).later
    for (const { number } of report.initiatives) {
      const place = same.length
      const next = continued?.get(number)
      const known = next && later?.places.get(next.number)
      same.push(known === undefined ? place : (same[known] ?? place))
      places.set(number, place)
    }
    later = { report, places }
  }
  return same
}
