import type { Element, ElementContent, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import { describeFigure } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'
import { CHART_LETTERS, type Chart, type ChartText, chartOf } from './chart.ts'

/**
 * A figure's chart as SVG for a page; `''` of a single value. With an id it says its label and its values as title and
 * description; without one it stands beside its table, which alone is read out. Colours are the style sheet's, by class.
 */
export function chartSvg(figure: Figure, id?: string): string {
  const chart = chartOf(figure)
  if (!chart) return ''
  const said = id
    ? { role: 'img', ariaLabelledBy: `${id}-title`, ariaDescribedBy: `${id}-desc` }
    : { ariaHidden: 'true' }
  const told: ElementContent[] = id
    ? [
        s('title', { id: `${id}-title` }, figure.label),
        SPACE,
        s('desc', { id: `${id}-desc` }, describeFigure(figure)),
        SPACE,
      ]
    : []
  const viewBox = `0 0 ${chart.width} ${chart.height}`
  return toHtml(s('svg.figure-chart', { viewBox, ...said }, [...told, ...chartElements(chart)]), { space: 'svg' })
}

/** Parts words in a browser that shows text alone. */
const SPACE: Text = { type: 'text', value: ' ' }

/** What is drawn of a chart: bars, values, years, the line of zero. */
export function chartElements({ width, baseline, marks, years }: Chart): ElementContent[] {
  return [
    ...marks.flatMap(({ label, ...bar }) => [
      s('rect.bar', {
        x: round(bar.x),
        y: round(bar.y),
        width: round(bar.width),
        height: round(bar.height),
        rx: 2,
      }),
      textOf('value', label, CHART_LETTERS.value),
      SPACE,
    ]),
    ...years.flatMap((year) => [textOf('year', year, CHART_LETTERS.year), SPACE]),
    s('line.axis', { x1: 0, y1: round(baseline), x2: width, y2: round(baseline) }),
  ]
}

/** Letters that stand on their side have their middle beside the place that they turn about. */
function textOf(name: string, { text, x, y, turned, anchor }: ChartText, size: number): Element {
  const place = { x: round(x), y: round(y) }
  return s(
    `text.${name}`,
    {
      ...place,
      fontSize: size,
      textAnchor: anchor,
      ...(turned && { transform: `rotate(-90 ${place.x} ${place.y})`, dy: '0.35em' }),
    },
    text,
  )
}

const round = (length: number) => Math.round(length * 10) / 10
