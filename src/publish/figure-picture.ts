import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import { chartOf } from '../render/chart.ts'
import { describeFigure } from '../report/figure.ts'
import type { Figure } from '../report/schema.ts'
import { wrap } from '../text/width.ts'
import { FONTS, INK, INK_SOFT, PAPER, paintedChart } from './picture-style.ts'

/** In its own units; a PNG has three pixels for each. */
const INNER = 288
const MARGIN = 20
const WIDTH = INNER + 2 * MARGIN

/** Lines of a text below each other: their size and the way from one to the next. */
const TITLE = { name: 'label', size: 16, step: 22, paint: { fill: INK, fontWeight: 700 } }
const SMALL = { name: 'source', size: 10, step: 15, paint: { fill: INK_SOFT } }

/**
 * A chart as a file to take along (SVG): the figure's label, where it is from (`2-1-3-1 電子契約の促進`), the chart and its
 * source. It stands for itself: white behind, colours and fonts in it, nothing loaded. `''` of a figure that is not drawn.
 */
export function figurePicture(figure: Figure, from: string, source: string): string {
  const chart = chartOf(figure)
  if (!chart) return ''
  const elements: Element[] = []
  let y = MARGIN
  const write = (text: string, { name, size, step, paint }: typeof TITLE | typeof SMALL) => {
    for (const line of wrap(text, INNER / size)) {
      elements.push(s(`text.${name}`, { x: MARGIN, y: y + size, fontSize: size, ...paint }, line))
      y += step
    }
  }
  write(figure.label, TITLE)
  write(from, SMALL)
  y += 14
  elements.push(s('g', { transform: `translate(${MARGIN} ${y})` }, paintedChart(chart)))
  y += chart.height + 16
  write(source, SMALL)
  const height = y + MARGIN - 6
  return toHtml(
    s(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${height}`,
        width: WIDTH,
        height,
        fontFamily: FONTS,
        lang: 'ja',
      },
      [
        s('title', figure.label),
        s('desc', describeFigure(figure)),
        s('rect', { width: WIDTH, height, fill: PAPER }),
        ...elements,
      ],
    ),
    { space: 'svg' },
  )
}
