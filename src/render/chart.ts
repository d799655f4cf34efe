import { scaleBand, scaleLinear } from 'd3-scale'
import { type FigurePoint, pointsOf } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'
import { formatFiscalYear } from '../text/era.ts'
import { widthOf } from '../text/width.ts'

/** A text of a chart, in the middle of its place. `turned` stands on its side, where its neighbours leave no other room. */
export interface ChartText {
  text: string
  x: number
  y: number
  turned: boolean
  /** Where it begins or ends, along its own line. */
  anchor: 'middle' | 'start' | 'end'
}

/** A drawn value, in the chart's own units: a bar from zero, up or down. */
export interface ChartMark extends FigurePoint {
  x: number
  y: number
  width: number
  height: number
  label: ChartText
}

export interface Chart {
  width: number
  height: number
  /** Where values are zero. */
  baseline: number
  marks: ChartMark[]
  /** Below the bars: every year from the first to the last, those without a value too. */
  years: ChartText[]
}

/** As narrow as a phone's text, so that no letter gets smaller there. */
const WIDTH = 288
const BARS = 110
const GAP = 6
/** Heights of letters; `chart-drawing.ts` draws them so. */
export const CHART_LETTERS = { value: 13, year: 12 }

/**
 * The geometry of a figure's chart: one bar a year; `null` for a single value, which is a fact and not a series. Where the
 * values do not fit beside each other all of them are turned, and so are the years. A year without a value keeps its place;
 * several such years in a row share one, `…`.
 */
export function chartOf(figure: Figure): Chart | null {
  const points = pointsOf(figure)
  if (points.length < 2) return null
  const places = placesOf(points)
  const band = scaleBand(places.keys(), [0, WIDTH]).paddingInner(0.4).paddingOuter(0.2)
  const middle = (place: number) => (band(place) ?? 0) + band.bandwidth() / 2
  const fits = (texts: readonly string[], letter: number) =>
    texts.every((text) => widthOf(text) * letter + 3 <= band.step())

  const turnsValues = !fits(
    points.map(({ text }) => text),
    CHART_LETTERS.value,
  )
  const room = (some: readonly FigurePoint[]) =>
    some.length === 0 ? 0 : GAP + Math.max(...some.map(({ text }) => lengthOf(text, CHART_LETTERS.value, turnsValues)))
  const top = room(points.filter(({ value }) => value >= 0))
  const bottom = top + BARS
  const values = points.map(({ value }) => value)
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [bottom, top])

  const marks = points.map((point) => {
    const place = places.findIndex(({ fiscalYear }) => fiscalYear === point.fiscalYear)
    const end = y(point.value)
    const isUp = point.value >= 0
    const label: ChartText = {
      text: point.text,
      x: middle(place),
      y: isUp ? end - GAP : end + GAP + (turnsValues ? 0 : CHART_LETTERS.value * 0.8),
      turned: turnsValues,
      anchor: turnsValues ? (isUp ? 'start' : 'end') : 'middle',
    }
    const size = { width: band.bandwidth(), height: Math.abs(end - y(0)) }
    return { ...point, x: band(place) ?? 0, y: Math.min(end, y(0)), ...size, label }
  })

  const yearsTop = bottom + room(points.filter(({ value }) => value < 0)) + GAP
  const names = yearNames(places, fits)
  const turnsYears = !fits(names, CHART_LETTERS.year)
  const years = names.map((text, place) => ({
    text,
    x: middle(place),
    y: turnsYears ? yearsTop : yearsTop + CHART_LETTERS.year,
    turned: turnsYears,
    anchor: turnsYears ? ('end' as const) : ('middle' as const),
  }))
  const height = yearsTop + GAP + Math.max(...names.map((name) => lengthOf(name, CHART_LETTERS.year, turnsYears)))
  return { width: WIDTH, height: Math.ceil(height), baseline: y(0), marks, years }
}

/** A bar's place: a year; `null` stands for several years in a row without a value. */
interface BarPlace {
  fiscalYear: number | null
}

/** `R1, R3, R9` → R1, R2, R3, …, R9 */
function placesOf(points: readonly FigurePoint[]): BarPlace[] {
  return points.flatMap(({ fiscalYear }, i) => {
    const missing = fiscalYear - (points[i - 1]?.fiscalYear ?? fiscalYear - 1) - 1
    const between = missing === 1 ? [{ fiscalYear: fiscalYear - 1 }] : missing > 1 ? [{ fiscalYear: null }] : []
    return [...between, { fiscalYear }]
  })
}

/** In both calendars where there is room: `R7（2025年度）`, else `R7`. */
function yearNames(places: readonly BarPlace[], fits: (texts: string[], letter: number) => boolean): string[] {
  const named = (name: (year: number) => string) =>
    places.map(({ fiscalYear }) => (fiscalYear === null ? '…' : name(fiscalYear)))
  const both = named((year) => `${formatFiscalYear(year)}（${year}年度）`)
  return fits(both, CHART_LETTERS.year) ? both : named(formatFiscalYear)
}

/** How far a text reaches up or down. */
function lengthOf(text: string, letter: number, turned: boolean): number {
  return turned ? widthOf(text) * letter : letter
}
