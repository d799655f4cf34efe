import { foldForm } from '../text/fold.ts'
import type { Figure } from '../report/schema.ts'
import type { Initiative, Report } from '../report/report.ts'
import { continuationBetween, renumberedBetween } from './continuation.ts'
import { textChanges } from './changes.ts'

/** What became of an initiative against the year before; the first year that there is has nothing to say. */
export type StoryKind = 'first' | '新規' | '継続' | '変更' | '移動' | '終了'

/** One year of an initiative's story. */
export interface StoryYear {
  report: Report
  /** `null` where that year's report has it no more. */
  initiative: Initiative | null
  kind: StoryKind
}

/**
 * The story of an initiative over all years that have it, the earliest first, and the first that has it no more. `reports`
 * are those of all years, the newest first.
 */
export function storyOf(report: Report, initiative: Initiative, reports: readonly Report[]): StoryYear[] {
  const years = reports.toReversed()
  // By its name: while pages are edited, a page may hold the report of a moment ago.
  const here = years.findIndex(({ id }) => id === report.id)
  let current = initiative
  const before: { report: Report; initiative: Initiative }[] = []
  for (let i = here; i > 0; i--) {
    const earlier = continuationBetween(years[i - 1] as Report, years[i] as Report).earlier.get(current.number)
    if (!earlier) break
    before.unshift({ report: years[i - 1] as Report, initiative: earlier })
    current = earlier
  }
  current = initiative
  const after: { report: Report; initiative: Initiative | null }[] = []
  for (let i = here; i + 1 < years.length; i++) {
    const later = continuationBetween(years[i] as Report, years[i + 1] as Report).later.get(current.number)
    after.push({ report: years[i + 1] as Report, initiative: later ?? null })
    if (!later) break
    current = later
  }
  const all = [...before, { report, initiative }, ...after]
  return all.map((year, i) => ({ ...year, kind: kindOf(all[i - 1] ?? null, year, year.report.id === years[0]?.id) }))
}

type Year = Pick<StoryYear, 'report' | 'initiative'>

function kindOf(before: Year | null, { report, initiative }: Year, isFirst: boolean): StoryKind {
  if (!initiative) return '終了'
  if (!before?.initiative) return isFirst ? 'first' : '新規'
  if (isMoved(before.initiative, initiative)) return '移動'
  return isSame(before.initiative, initiative, renumberedBetween(before.report, report)) ? '継続' : '変更'
}

/** Whether an initiative stands in another place: below another heading, not only behind another neighbour. */
export function isMoved(before: Initiative, after: Initiative): boolean {
  const placeOf = ({ subsection, section }: Initiative) => (subsection ?? section).number
  return placeOf(before) !== placeOf(after)
}

/** Every figure's values stand in the text: where the words are the same, the figures are. */
function isSame(before: Initiative, after: Initiative, renumbered: ReadonlyMap<string, string>): boolean {
  if (foldForm(before.title) !== foldForm(after.title)) return false
  return textChanges([{ before, after }], 0, renumbered).sentences.length === 0
}

/** A value that a report states. */
export interface Stated {
  report: Report
  value: number
}

/** 数値 over the years: the values of all reports that have the same initiative. */
export interface JoinedFigure {
  /** As one figure; where reports differ, the newest one's value. */
  figure: Figure
  /** Years, `R6`, of which reports state different values, the earliest report first. */
  differing: { year: string; stated: Stated[] }[]
}

/** The figures of an initiative's story, each label and unit once, if more than one year has it. */
export function joinedFigures(story: readonly StoryYear[]): JoinedFigure[] {
  const all = story.flatMap(({ report, initiative }) =>
    (initiative?.figures ?? []).map((figure) => ({ report, figure })),
  )
  return [...Map.groupBy(all, ({ figure }) => `${foldForm(figure.label)}\n${foldForm(figure.unit)}`).values()]
    .filter((stating) => stating.length > 1)
    .map((stating) => {
      const stated = new Map<string, Stated[]>()
      for (const { report, figure } of stating) {
        for (const [year, value] of Object.entries(figure.values)) {
          stated.set(year, [...(stated.get(year) ?? []), { report, value }])
        }
      }
      const { changes: _, ...rest } = (stating.at(-1) as { figure: Figure }).figure
      return {
        figure: {
          ...rest,
          values: Object.fromEntries(Array.from(stated, ([year, all]) => [year, all.at(-1)?.value ?? 0])),
        },
        differing: Array.from(stated, ([year, stated]) => ({ year, stated })).filter(
          ({ stated }) => new Set(stated.map(({ value }) => value)).size > 1,
        ),
      }
    })
}
