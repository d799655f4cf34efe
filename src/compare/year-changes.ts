import { foldForm } from '../text/fold.ts'
import { parseFiscalYear } from '../text/era.ts'
import type { Initiative, Report } from '../report/report.ts'
import { type TimelineEntry, timelineOf } from '../report/timeline.ts'
import { type ReportChanges, textChanges } from './changes.ts'
import { continuationBetween, renumberedBetween } from './continuation.ts'
import { type SizedChange, changedSizes } from './sizes.ts'
import { isMoved } from './story.ts'
import { isUnreported } from './unreported.ts'

/** An initiative in two years' reports. */
export interface YearPair {
  before: Initiative
  after: Initiative
}

/** What a year's report changed against the year before's. */
export interface YearChanges {
  before: Report
  /** Announcements whose year has come and that nothing takes up. */
  unreported: TimelineEntry[]
  /** The largest share first. */
  numbers: SizedChange[]
  added: Initiative[]
  ended: Initiative[]
  renamed: YearPair[]
  moved: YearPair[]
  sentences: (YearPair & { changes: ReportChanges['sentences'] })[]
  unchanged: number
}

/** What changed in `report` against the one of the year before. */
export function yearChanges(before: Report, report: Report): YearChanges {
  const year = parseFiscalYear(report.year) ?? 0
  const { later, earlier } = continuationBetween(before, report)
  const pairs = report.initiatives.flatMap((after) => {
    const old = earlier.get(after.number)
    return old ? [{ before: old, after }] : []
  })
  const renumbered = renumberedBetween(before, report)
  const texts = pairs.map((pair) => ({ ...pair, ...textChanges([pair], year, renumbered) }))
  const renamed = pairs.filter(({ before, after }) => foldForm(before.title) !== foldForm(after.title))
  const moved = pairs.filter(({ before, after }) => isMoved(before, after))
  const changed = new Set([...renamed, ...moved].map(({ after }) => after))
  for (const { after, sentences } of texts) if (sentences.length > 0) changed.add(after)
  return {
    before,
    unreported: timelineOf(before).filter((entry) => isUnreported(entry, before, [report])),
    numbers: texts
      .flatMap(({ before, after, sentences }) => changedSizes(before, after, sentences, year))
      .sort((a, b) => Math.abs(b.share ?? Infinity) - Math.abs(a.share ?? Infinity)),
    added: report.initiatives.filter(({ number }) => !earlier.has(number)),
    ended: before.initiatives.filter(({ number }) => !later.has(number)),
    renamed,
    moved,
    sentences: texts
      .filter(({ sentences }) => sentences.length > 0)
      .map(({ before, after, sentences }) => ({ before, after, changes: sentences })),
    unchanged: pairs.length - changed.size,
  }
}
