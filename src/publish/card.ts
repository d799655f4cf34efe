import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import { chartOf } from '../render/chart.ts'
import type { Figure } from '../report/schema.ts'
import { wrap } from '../text/width.ts'
import { ACCENT, FONTS, INK, INK_SOFT, PAPER, paintedChart } from './picture-style.ts'

/** What a card says: the picture that a link to a page shows elsewhere (Open Graph). */
export interface CardText {
  /** `2-1-3-1`, `視点2`; `null` of the site itself. */
  number: string | null
  title: string
  /** The band at the foot: whose page it is, and of which report. */
  foot: string
  /** Drawn beside the title where it is a series. */
  figure: Figure | null
  /** The card in words, for those who do not see it. */
  alt: string
}

/** In its own units; the PNG has two pixels for each: 1,200 × 630, as Open Graph's readers ask for. */
export const CARD = { width: 600, height: 315, scale: 2 } as const

const MARGIN = 36
const FOOT = 48
const NUMBER_SIZE = 22
/** The width of a chart, beside which the title has less. */
const CHART = 244

/** Sizes of the title: the largest in which it has room is taken. */
const TITLE_SIZES = [40, 34, 29, 25, 21, 18]

/** A card as SVG. */
export function cardSvg({ number, title, foot, figure }: CardText): string {
  const chart = figure && chartOf(figure)
  const { width, height } = CARD
  const room = height - FOOT - 2 * MARGIN
  const top = MARGIN + (number === null ? 0 : NUMBER_SIZE + 10)
  const { size, lines } = titleOf(title, chart ? 0.42 * width : width - 2 * MARGIN, height - FOOT - MARGIN - top)
  const elements: Element[] = [
    s('rect', { width, height, fill: PAPER }),
    s('rect', { y: height - FOOT, width, height: FOOT, fill: ACCENT }),
    s('text', { x: MARGIN, y: height - FOOT / 2 + 6, fontSize: 17, fill: PAPER }, wrap(foot, 31, 1)[0] ?? ''),
    ...(number === null
      ? []
      : [
          s(
            'text',
            { x: MARGIN, y: MARGIN + NUMBER_SIZE - 3, fontSize: NUMBER_SIZE, fontWeight: 700, fill: ACCENT },
            number,
          ),
        ]),
    ...lines.map((line, i) =>
      s('text', { x: MARGIN, y: top + size * (0.9 + 1.4 * i), fontSize: size, fontWeight: 700, fill: INK }, line),
    ),
  ]
  if (figure && chart) {
    const label = wrap(figure.label, CHART / 12, 2)
    const left = width - MARGIN - CHART
    label.forEach((line, i) =>
      elements.push(s('text', { x: left, y: MARGIN + 11 + 17 * i, fontSize: 12, fill: INK_SOFT }, line)),
    )
    const y = MARGIN + 17 * label.length + 8
    const zoom = Math.min(CHART / chart.width, (room - (y - MARGIN)) / chart.height)
    const transform = `translate(${left} ${y}) scale(${zoom.toFixed(4)})`
    elements.push(s('g', { transform }, paintedChart(chart)))
  }
  return toHtml(
    s(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, fontFamily: FONTS },
      elements,
    ),
    { space: 'svg' },
  )
}

/** The title in its lines, as large as `width` and `height` allow; in the smallest size the rest is cut. */
function titleOf(title: string, width: number, height: number): { size: number; lines: string[] } {
  for (const size of TITLE_SIZES) {
    const lines = wrap(title, width / size)
    if (lines.length * size * 1.4 <= height) return { size, lines }
  }
  const size = TITLE_SIZES.at(-1) ?? 0
  return { size, lines: wrap(title, width / size, Math.floor(height / size / 1.4)) }
}
