import { ancestorOf } from '../report/number.ts'
import type { InitiativeParts, ReportParts } from '../report/report.ts'
import { initiativePath, orderOfYear, yearOf } from './mend.ts'
import { addLine, placedYaml, withEdits } from './patch.ts'
import type { Renumbering } from './renumbering.ts'
import type { Revised } from './revision.ts'

/**
 * Adds `continues` where an initiative was known as the one of the year before, or of the year after, by its title and
 * its section's alone, and has moved to another section. `texts` are those after the renumbering.
 */
export function keepContinuity(
  { reports }: Revised,
  report: ReportParts,
  { initiatives, headings }: Renumbering,
  texts: Map<string, string>,
): void {
  const titles = sectionTitles(report)
  const titlesAfter = sectionTitles(report, headings)
  const strays = report.initiatives.flatMap((initiative) => {
    const to = initiatives.get(initiative.number)
    return to && titlesAfter(to) !== titles(initiative.number)
      ? [{ initiative, to, key: keyOf(initiative, titles) }]
      : []
  })
  if (strays.length === 0) return
  const write = (path: string, number: string) => {
    const text = texts.get(path)
    if (text !== undefined) texts.set(path, withContinues(path, text, number))
  }
  for (const other of reports) {
    const distance = orderOfYear(other.cover.year) - orderOfYear(report.cover.year)
    if (Math.abs(distance) !== 1) continue
    const otherTitles = sectionTitles(other)
    const byKey = new Map(other.initiatives.map((each) => [keyOf(each, otherTitles), each]))
    for (const { initiative, to, key } of strays) {
      const same = byKey.get(key)
      if (!same) continue
      if (distance < 0 && initiative.continues === undefined) write(initiativePath(yearOf(report), to), same.number)
      if (distance > 0 && same.continues === undefined) write(initiativePath(yearOf(other), same.number), to)
    }
  }
}

/** The text of an initiative's file that names the number it had the year before. */
export function withContinues(path: string, text: string, number: string): string {
  return withEdits(text, [addLine(placedYaml(path, text), 'title', `continues: ${number}`)])
}

/** The title of the section of a number, as headings are numbered now, or after a renumbering of them. */
function sectionTitles(
  { outline }: ReportParts,
  headings: Renumbering['headings'] = new Map(),
): (number: string) => string | undefined {
  const sections = outline.viewpoints.flatMap((viewpoint) => viewpoint.sections)
  const titles = new Map(
    sections.map(({ number, title }) => [headings.has(number) ? headings.get(number) : number, title]),
  )
  return (number) => titles.get(ancestorOf(number, 2))
}

function keyOf({ title, number }: InitiativeParts, titles: (number: string) => string | undefined): string {
  return `${titles(number)}\n${title}`
}
