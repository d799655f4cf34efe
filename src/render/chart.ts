import { scaleBand, scaleLinear } from 'd3-scale'
import { type FigurePoint, pointsOf } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'
import { formatFiscalYear } from '../text/era.ts'
import { widthOf } from '../text/width.ts'

/** A place of a text: its baseline, and which end of it stands there. */
export interface TextSpot {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

/** A drawn value, in the chart's own units. */
export interface ChartMark extends FigurePoint {
  bar: { x: number; y: number; width: number; height: number }
  valueSpot: TextSpot
  yearSpot: TextSpot
  /** Of the year in western count, which stands below or beside the other; `null` where both are one line. */
  westernSpot: TextSpot | null
}

/** Years between two values of which the report tells none. */
export interface ChartGap {
  /** `R4`, `R2～R11` */
  years: string
  yearSpot: TextSpot
  noneSpot: TextSpot
}

export interface Chart {
  /** Years beside each other; or, where their values would not stand beside each other, one below the other. */
  kind: 'columns' | 'rows'
  width: number
  height: number
  /** Where values are zero: one line, or where a text stands between the bars, one at each. */
  zero: { x1: number; y1: number; x2: number; y2: number }[]
  /** The values' text, in the chart's own units. */
  valueSize: number
  marks: ChartMark[]
  gaps: ChartGap[]
}

/** Of texts, in the chart's own units: on a phone of 320 pixels one of them is 0.9 pixels. */
export const TEXT_SIZES = { value: 15, year: 13, western: 11 } as const

const WIDTH = 320

/** A value, or years without one. */
type Slot = FigurePoint | { years: string }

/**
 * The geometry of a figure's chart: a bar from zero for each value, and the years of which none is told named between
 * them; `null` for a single value, which is a fact and not a series. No two of its texts touch, and none is cut, for
 * however many years and however long values.
 */
export function chartOf(figure: Figure): Chart | null {
  const points = pointsOf(figure)
  if (points.length < 2) return null
  const slots = slotsOf(points)
  return isNarrow(slots) ? columnsOf(points, slots) : rowsOf(points, slots)
}

/** The values in order of their years, and what is between them. */
function slotsOf(points: readonly FigurePoint[]): Slot[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1]
    const [first, last] = [(before?.fiscalYear ?? point.fiscalYear) + 1, point.fiscalYear - 1]
    if (!before || first > last) return [point]
    const years = [first, ...(last > first ? [last] : [])].map(formatFiscalYear).join('～')
    return [{ years }, point]
  })
}

const isPoint = (slot: Slot): slot is FigurePoint => 'value' in slot

/** Whether the texts of all have room beside each other. */
function isNarrow(slots: readonly Slot[]): boolean {
  const room = WIDTH / slots.length - 6
  return slots.every((slot) =>
    isPoint(slot)
      ? widthOf(slot.text) * TEXT_SIZES.value <= room && widthOf(westernOf(slot)) * TEXT_SIZES.western <= room
      : widthOf(slot.years) * TEXT_SIZES.year <= room,
  )
}

/** `（2025年度）` */
export const westernOf = ({ fiscalYear }: FigurePoint): string => `（${fiscalYear}年度）`

/** What stands where a report tells no value. */
export const NONE = '記載なし'

/** The values' scale, with zero in it. */
function scaleOf(points: readonly FigurePoint[], from: number, to: number) {
  const values = points.map(({ value }) => value)
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  return scaleLinear([least, least === most ? 1 : most], [from, to])
}

/** The least length of a bar that is not zero: one beside a thousand times its size is still to be seen. */
const SEEN = 1.5

/** From zero to the value: where it begins and how long it is. */
function lengthOf(scale: (value: number) => number, value: number): { start: number; length: number } {
  const [zero, end] = [scale(0), scale(value)]
  const length = value === 0 ? 0 : Math.max(SEEN, Math.abs(end - zero))
  return { start: end < zero ? zero - length : zero, length }
}

function columnsOf(points: readonly FigurePoint[], slots: readonly Slot[]): Chart {
  const [height, top] = [180, 28]
  const bottom = points.some(({ value }) => value < 0) ? 122 : 140
  const y = scaleOf(points, bottom, top)
  const bands = scaleBand(
    slots.map((_, i) => i),
    [0, WIDTH],
  )
    .paddingInner(0.55)
    .paddingOuter(0.3)
  const middle = (i: number, y: number): TextSpot => ({
    x: (bands(i) ?? 0) + bands.bandwidth() / 2,
    y,
    anchor: 'middle',
  })
  const marks: ChartMark[] = []
  const gaps: ChartGap[] = []
  for (const [i, slot] of slots.entries()) {
    const yearSpot = middle(i, height - 22)
    if (!isPoint(slot)) {
      gaps.push({ ...slot, yearSpot, noneSpot: middle(i, Math.max(top, y(0) - 8)) })
      continue
    }
    const { start, length } = lengthOf(y, slot.value)
    marks.push({
      ...slot,
      bar: { x: bands(i) ?? 0, y: start, width: bands.bandwidth(), height: length },
      valueSpot: middle(i, slot.value < 0 ? start + length + TEXT_SIZES.value + 2 : start - 8),
      yearSpot,
      westernSpot: middle(i, height - 6),
    })
  }
  const zero = [{ x1: 0, y1: y(0), x2: WIDTH, y2: y(0) }]
  return { kind: 'columns', width: WIDTH, height, zero, valueSize: TEXT_SIZES.value, marks, gaps }
}

/** The least width that bars have beside the values. */
const LEAST_BARS = 80

function rowsOf(points: readonly FigurePoint[], slots: readonly Slot[]): Chart {
  const years = Math.max(
    ...slots.map((slot) =>
      isPoint(slot)
        ? widthOf(slot.year) * TEXT_SIZES.year + widthOf(westernOf(slot)) * TEXT_SIZES.western
        : widthOf(slot.years) * TEXT_SIZES.year,
    ),
  )
  const widest = Math.max(...points.map(({ text }) => widthOf(text)))
  // Long values stand above their bars.
  const isStacked = WIDTH - years - widest * TEXT_SIZES.value - 16 < LEAST_BARS
  const valueSize = Math.min(TEXT_SIZES.value, (WIDTH - years - 8) / widest)
  const rowHeight = isStacked ? 44 : 26
  const [left, right] = isStacked ? [0, WIDTH] : [years + 8, WIDTH - widest * valueSize - 8]
  const x = scaleOf(points, left, right)
  const marks: ChartMark[] = []
  const gaps: ChartGap[] = []
  for (const [i, slot] of slots.entries()) {
    const top = i * rowHeight
    const baseline = top + 18
    const yearSpot: TextSpot = { x: 0, y: baseline, anchor: 'start' }
    if (!isPoint(slot)) {
      const noneSpot: TextSpot = isStacked
        ? { x: WIDTH, y: baseline, anchor: 'end' }
        : { x: x(0) + 4, y: baseline, anchor: 'start' }
      gaps.push({ ...slot, yearSpot, noneSpot })
      continue
    }
    const { start, length } = lengthOf(x, slot.value)
    marks.push({
      ...slot,
      bar: { x: start, y: top + (isStacked ? 24 : 5), width: length, height: isStacked ? 12 : 16 },
      valueSpot: { x: WIDTH, y: baseline, anchor: 'end' },
      yearSpot,
      westernSpot: null,
    })
  }
  const height = slots.length * rowHeight
  const lines = isStacked
    ? marks.map(({ bar }) => [bar.y - 2, bar.y + bar.height + 2] as const)
    : [[0, height] as const]
  const zero = lines.map(([y1, y2]) => ({ x1: x(0), y1, x2: x(0), y2 }))
  return { kind: 'rows', width: WIDTH, height, zero, valueSize, marks, gaps }
}
