import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import { describeFigure } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'
import { type Chart, type ChartGap, type ChartMark, NONE, type TextSpot, chartOf, westernOf } from './chart.ts'

/**
 * A figure's chart as SVG for a page, with its label and its values as title and description; `''` of a single value.
 * Colours and sizes of text are the style sheet's, by class.
 */
export function chartSvg(figure: Figure, id: string): string {
  const chart = chartOf(figure)
  if (!chart) return ''
  const { width, height } = chart
  return toHtml(
    s(
      'svg.figure-chart',
      {
        viewBox: `0 0 ${width} ${round(height)}`,
        role: 'img',
        ariaLabelledBy: `${id}-title`,
        ariaDescribedBy: `${id}-desc`,
      },
      [
        s('title', { id: `${id}-title` }, figure.label),
        s('desc', { id: `${id}-desc` }, describeFigure(figure)),
        ...chartElements(chart),
      ],
    ),
    { space: 'svg' },
  )
}

/** What is drawn of a chart: bars, values, years, the line of zero. */
export function chartElements({ zero, marks, gaps, valueSize }: Chart): Element[] {
  return [
    ...marks.flatMap((mark) => markElements(mark, valueSize)),
    ...gaps.flatMap(gapElements),
    ...zero.map(({ x1, y1, x2, y2 }) => s('line.axis', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) })),
  ]
}

function markElements(mark: ChartMark, valueSize: number): Element[] {
  const { bar, text, valueSpot, year, yearSpot, westernSpot } = mark
  const [x, y, width, height] = [bar.x, bar.y, bar.width, bar.height].map(round)
  const western = westernOf(mark)
  return [
    s('rect.bar', { x, y, width, height }),
    textAt('value', valueSpot, [text], valueSize),
    ...(westernSpot
      ? [textAt('year', yearSpot, [year]), textAt('western', westernSpot, [western])]
      : [textAt('year', yearSpot, [year, s('tspan.western', western)])]),
  ]
}

const gapElements = ({ years, yearSpot, noneSpot }: ChartGap): Element[] => [
  textAt('year', yearSpot, [years]),
  textAt('western', noneSpot, [NONE]),
]

function textAt(
  name: string,
  { x, y, anchor }: TextSpot,
  children: (string | ElementContent)[],
  size?: number,
): Element {
  return s(
    `text.${name}`,
    {
      x: round(x),
      y: round(y),
      ...(anchor !== 'middle' && { textAnchor: anchor }),
      ...(size !== undefined && { fontSize: round(size) }),
    },
    children,
  )
}

const round = (length: number) => Math.round(length * 10) / 10
