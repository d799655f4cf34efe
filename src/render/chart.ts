import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { type FigurePoint, pointsOf } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'

/** A drawn value: its bar (or, in a line chart, a point with no size), in the chart's own units. */
export interface ChartMark extends FigurePoint {
  /** The middle, where the value and the year are written. */
  x: number
  /** The top of the bar or the point. */
  y: number
  width: number
  height: number
}

export interface Chart {
  kind: 'bars' | 'line'
  width: number
  height: number
  /** Where values are zero (bars) or the lower edge (line). */
  baseline: number
  marks: ChartMark[]
  /** The `d` of the line; empty for bars. */
  path: string
}

const WIDTH = 320
const HEIGHT = 180
const TOP = 28
const BASELINE = 140

/**
 * The geometry of a figure's chart: bars from zero for two or three values, a line for more;
 * `null` for a single value, which is a fact and not a series.
 */
export function chartOf(figure: Figure): Chart | null {
  const points = pointsOf(figure)
  if (points.length < 2) return null
  const values = points.map(({ value }) => value)
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [BASELINE, TOP])
  const years = points.map(({ year }) => year)
  const kind = points.length <= 3 ? 'bars' : 'line'
  const bands = scaleBand(years, [0, WIDTH]).paddingInner(0.55).paddingOuter(0.3)
  const steps = scalePoint(years, [0, WIDTH]).padding(0.5)
  const marks = points.map((point) => {
    const top = y(Math.max(0, point.value))
    return kind === 'bars'
      ? {
          ...point,
          x: (bands(point.year) ?? 0) + bands.bandwidth() / 2,
          y: top,
          width: bands.bandwidth(),
          height: Math.abs(y(point.value) - y(0)),
        }
      : { ...point, x: steps(point.year) ?? 0, y: y(point.value), width: 0, height: 0 }
  })
  const path =
    kind === 'line'
      ? (line<ChartMark>()
          .x((mark) => mark.x)
          .y((mark) => mark.y)(marks) ?? '')
      : ''
  return { kind, width: WIDTH, height: HEIGHT, baseline: y(0), marks, path }
}
