import type { ElementContent } from 'hast'
import { type Chart } from '../render/chart.ts'
import { chartElements } from '../render/chart-drawing.ts'

/** What pictures are drawn with wherever they are shown: the light colours of the site, in its own font where it is there. */
export const INK = '#1a1a1a'
export const INK_SOFT = '#4d4d4d'
export const PAPER = '#ffffff'
/** The deep blue of the cover. */
export const ACCENT = '#00118f'
const BAR = '#264af4'

/** BIZ UDPGothic is the font of the PDF, and the only one that a PNG is drawn with. */
export const FONTS = `'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif`

/** What a chart's classes look like, as attributes: a server's Content-Security-Policy lets a file style nothing. */
const PAINT: Record<string, Record<string, string | number>> = {
  value: { fill: INK, fontWeight: 700 },
  year: { fill: INK },
  bar: { fill: BAR },
  axis: { stroke: INK_SOFT },
}

/** A chart with its colours in it. */
export function paintedChart(chart: Chart): ElementContent[] {
  return chartElements(chart).map((each) => {
    if (each.type !== 'element') return each
    const [name = ''] = each.properties['className'] as string[]
    return { ...each, properties: { ...each.properties, ...PAINT[name] } }
  })
}
