import { parentOf } from '../report/number.ts'
import type { ReportParts } from '../report/report.ts'
import { type Told, dateOf, initiativeOf, isPublished, published, renumbered, reportOfYear } from './command.ts'
import { initiativePath } from './mend.ts'
import { type Renumbering, denseNumbering, groupsOf } from './renumbering.ts'
import type { Refusal, Revised, Revision } from './revision.ts'

/**
 * Takes an initiative away. In a draft the later ones move up, and a heading that has none any more goes; in a published
 * report all others keep their numbers, and the 正誤表 says what happened.
 */
export function removeInitiative(content: Revised, number: string, told: Told): Revision | Refusal {
  const report = reportOfYear(content, told.year)
  if ('reason' in report) return report
  const initiative = initiativeOf(report, number)
  if ('reason' in initiative) return initiative
  const says = [`取組 ${number}「${initiative.title}」をなくしました（${initiativePath(told.year, number)}）。`]
  if (!isPublished(report)) {
    const groups = groupsOf(report)
    groups.set(
      parentOf(number),
      (groups.get(parentOf(number)) ?? []).filter((each) => each !== number),
    )
    return draftRenumbered(content, report, denseNumbering(report, groups), says)
  }
  if (!told.force) return published(report, `取組 ${number} の廃止`)
  const erratum = {
    date: dateOf(report, told.today),
    number,
    kind: '廃止' as const,
    before: initiative.title,
    reason: told.reason,
    changesMeaning: true,
  }
  const renumbering = { initiatives: new Map([[number, null]]), headings: new Map() }
  return renumbered(content, report, renumbering, [erratum], says)
}

/** A renumbering of a draft, which may take headings along but no viewpoint. */
export function draftRenumbered(
  content: Revised,
  report: ReportParts,
  renumbering: Renumbering,
  says: readonly string[],
): Revision | Refusal {
  const { viewpoints } = report.outline
  const gone = viewpoints.find(({ number }) => renumbering.headings.get(number) === null)
  if (gone) {
    return {
      reason: `視点 ${gone.number}「${gone.title}」に取組がなくなるので、できません。視点ごとなくすときは、outline.yml から先に消してください。`,
    }
  }
  const sections = viewpoints.flatMap((viewpoint) => viewpoint.sections)
  const headings = [...sections, ...sections.flatMap(({ subsections }) => subsections ?? [])]
  const removed = headings.filter(({ number }) => renumbering.headings.get(number) === null)
  return renumbered(
    content,
    report,
    renumbering,
    [],
    [
      ...says,
      ...removed.map(
        ({ number, title }) => `見出し ${number}「${title}」は取組がなくなったので、outline.yml から消しました。`,
      ),
    ],
  )
}
