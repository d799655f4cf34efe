import { INITIATIVE_GLYPH, headingLabel, isBelow } from './number.ts'
import type { Heading, Section, Viewpoint } from './report.ts'

/** 目次: one line of the contents with its official label, and the lines below it. */
export interface ContentsEntry extends Heading {
  /** `(1)`, `③` or `○`. */
  label: string
  kind: 'section' | 'subsection' | 'initiative'
  children: ContentsEntry[]
}

/** The contents of a viewpoint. */
export function contentsOf(viewpoint: Viewpoint): ContentsEntry[] {
  return viewpoint.sections.map(sectionEntry)
}

/** With more lines than this, contents beside a text give no overview. */
const MOST_BESIDE = 24

/**
 * The contents to show beside an initiative: of its viewpoint all sections, of its own section what is in it, and where
 * that is a lot, only what is in its own subsection. So they are as long at ten thousand initiatives as at a few dozen.
 */
export function contentsBeside(viewpoint: Viewpoint, current: string): ContentsEntry[] {
  return viewpoint.sections.map((section) => {
    if (!isBelow(current, section.number)) return entry('section', section, [])
    const whole = sectionEntry(section)
    if (lengthOf(whole.children) <= MOST_BESIDE) return whole
    const children = whole.children.map((child) =>
      isBelow(current, child.number) ? child : { ...child, children: [] },
    )
    return { ...whole, children }
  })
}

function lengthOf(entries: readonly ContentsEntry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + children.length, 0)
}

function sectionEntry(section: Section): ContentsEntry {
  const subsections = section.subsections.map((subsection) =>
    entry('subsection', subsection, subsection.initiatives.map(initiativeEntry)),
  )
  return entry('section', section, [...section.initiatives.map(initiativeEntry), ...subsections])
}

const initiativeEntry = (initiative: Heading) => entry('initiative', initiative, [])

function entry(kind: ContentsEntry['kind'], { number, title }: Heading, children: ContentsEntry[]): ContentsEntry {
  const label = kind === 'initiative' ? INITIATIVE_GLYPH : headingLabel(number)
  return { kind, number, title, label, children }
}
