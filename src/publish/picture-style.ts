/** What pictures are drawn with wherever they are shown: the light colours of the site, in its own font where it is there. */
export const INK = '#1a1a1a'
export const INK_SOFT = '#4d4d4d'
export const PAPER = '#ffffff'
/** The deep blue of the cover. */
export const ACCENT = '#00118f'
const BAR = '#264af4'

/** BIZ UDPGothic is the font of the PDF, and the only one that a PNG is drawn with. */
export const FONTS = `'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif`

/** The classes of a chart. */
export const CHART_STYLE = `.value{font-weight:700;fill:${INK}}.year{font-size:13px;fill:${INK}}.western{font-size:11px;fill:${INK_SOFT}}.bar{fill:${BAR}}.axis{stroke:${INK_SOFT}}`
