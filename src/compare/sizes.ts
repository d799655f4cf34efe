import { pointsOf } from '../report/figure.ts'
import type { Initiative } from '../report/report.ts'
import { formatNumber } from '../text/format-number.ts'
import { foldForm } from '../text/fold.ts'
import { numbersIn } from './numbers.ts'
import type { SentenceChange } from './sentences.ts'

/** A number that changed from one year's report to the next. */
export interface SizedChange {
  initiative: Initiative
  /** The figure's label, or the result that states it. */
  label: string
  resultId: string | null
  /** `R6 336件` */
  before: string
  after: string
  /** Against the number before; 0.5 is half as much more. */
  share: number | null
  /** With sign and unit: `+187件`. */
  by: string
}

/**
 * The numbers of an initiative that two years' reports state differently, with their sizes: of each figure the last
 * value, and the numbers of its changed sentences that no figure has.
 */
export function changedSizes(
  before: Initiative,
  after: Initiative,
  sentences: readonly SentenceChange[],
  year: number,
): SizedChange[] {
  const figures = after.figures.flatMap((figure): SizedChange[] => {
    const old = before.figures.find(
      ({ label, unit }) => foldForm(label) === foldForm(figure.label) && foldForm(unit) === foldForm(figure.unit),
    )
    const [was, is] = [old && pointsOf(old).at(-1), pointsOf(figure).at(-1)]
    if (!was || !is || was.value === is.value) return []
    return [
      {
        initiative: after,
        label: figure.label,
        resultId: null,
        before: `${was.year} ${was.text}`,
        after: `${is.year} ${is.text}`,
        ...sizeOf(was.value, is.value, figure.unit),
      },
    ]
  })
  const units = after.figures.map(({ unit }) => foldForm(unit))
  return [
    ...figures,
    ...numbersIn(sentences, year).flatMap(({ resultId, before: was, after: is, values }): SizedChange[] => {
      if (was === null || is === null || !values || units.some((unit) => values.unit.startsWith(unit))) return []
      const label = resultId === null ? '注' : `実績${resultId.slice(1)}`
      const size = sizeOf(values.before, values.after, values.unit)
      return [{ initiative: after, label, resultId, before: was, after: is, ...size }]
    }),
  ]
}

/** `(336, 523, '件')` → `+187件`, 0.556… of it; no share of nothing. */
function sizeOf(before: number, after: number, unit: string): Pick<SizedChange, 'by' | 'share'> {
  const by = Number((after - before).toPrecision(12))
  return {
    by: `${by < 0 ? '△' : '+'}${formatNumber(Math.abs(by))}${unit}`,
    share: before === 0 ? null : by / Math.abs(before),
  }
}
