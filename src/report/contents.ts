import { INITIATIVE_GLYPH, headingLabel, isBelow } from './number.ts'
import type { Heading, Viewpoint } from './report.ts'

/** 目次: one line of the contents with its official label, and the lines below it. */
export interface ContentsEntry extends Heading {
  /** `(1)`, `③` or `○`. */
  label: string
  kind: 'section' | 'subsection' | 'initiative'
  children: ContentsEntry[]
}

/** The contents of a viewpoint. With `current`, only that initiative's own section is spread out. */
export function contentsOf(viewpoint: Viewpoint, current?: string): ContentsEntry[] {
  return viewpoint.sections.map((section) => {
    const isOpen = current === undefined || isBelow(current, section.number)
    const subsections = section.subsections.map((subsection) =>
      entry('subsection', subsection, subsection.initiatives.map(initiativeEntry)),
    )
    return entry('section', section, isOpen ? [...section.initiatives.map(initiativeEntry), ...subsections] : [])
  })
}

const initiativeEntry = (initiative: Heading) => entry('initiative', initiative, [])

function entry(kind: ContentsEntry['kind'], { number, title }: Heading, children: ContentsEntry[]): ContentsEntry {
  const label = kind === 'initiative' ? INITIATIVE_GLYPH : headingLabel(number)
  return { kind, number, title, label, children }
}
