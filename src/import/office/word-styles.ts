import { type XmlElement, all, attribute, child } from './xml.ts'

/** What a paragraph has from its style. */
interface Style {
  isHeading: boolean
  isBold: boolean
  numbering: { id: string; level: number } | null
}

export interface WordStyles {
  styleOf: (id: string | null) => Style
}

const NONE: Style = { isHeading: false, isBold: false, numbering: null }
/** Styles rest on others; a circle among them ends here. */
const DEEPEST = 20

/** The paragraph styles of a Word document, each with what it has from those that it rests on. */
export function readStyles(root: XmlElement | null): WordStyles {
  const byId = new Map(all(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]))
  const styleOf = (id: string | null, depth = 0): Style => {
    const style = id === null ? undefined : byId.get(id)
    if (!style || depth > DEEPEST) return NONE
    const base = styleOf(attribute(child(style, 'basedOn'), 'val'), depth + 1)
    const name = (attribute(child(style, 'name'), 'val') ?? '').toLowerCase()
    const numbered = child(style, 'pPr', 'numPr')
    const numberId = attribute(child(numbered, 'numId'), 'val') ?? base.numbering?.id
    const level = Number(attribute(child(numbered, 'ilvl'), 'val') ?? base.numbering?.level ?? 0)
    const outline = child(style, 'pPr', 'outlineLvl')
    const bold = child(style, 'rPr', 'b')
    return {
      isHeading: base.isHeading || outline !== null || /^(?:heading \d|title|見出し|表題)/.test(name),
      isBold: bold === null ? base.isBold : attribute(bold, 'val') !== '0' && attribute(bold, 'val') !== 'false',
      numbering: numberId === undefined ? null : { id: numberId, level },
    }
  }
  return { styleOf: (id) => styleOf(id) }
}
