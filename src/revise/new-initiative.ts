import { dump } from 'js-yaml'
import { childNumber, parentOf } from '../report/number.ts'
import { PLACEHOLDER } from '../report/placeholder.ts'
import { type Told, dateOf, isPublished, moves, published, renumbered, reportOfYear } from './command.ts'
import { initiativePath } from './mend.ts'
import { endOf, notAHome, wrongPlace } from './move.ts'
import { type Renumbering, denseNumbering, groupsOf, homesOf, leftNumbers, pushedNumbers } from './renumbering.ts'
import { lineEndOf } from './patch.ts'
import type { Refusal, Revised, Revision } from './revision.ts'

/** Stands for the new initiative among the numbers of the others. */
const NEW = 'new'

/** Adds an initiative under a heading, at its end or at the n-th place, where the ones behind make room. */
export function newInitiative(
  content: Revised,
  parent: string,
  title: string,
  at: number | null,
  told: Told,
): Revision | Refusal {
  const report = reportOfYear(content, told.year)
  if ('reason' in report) return report
  if (!homesOf(report.outline).has(parent)) return notAHome(report, parent)
  const number = childNumber(parent, at ?? endOf(report, parent))
  const wrong = wrongPlace(report, number)
  if (wrong) return wrong
  const siblings = groupsOf(report).get(parentOf(number)) ?? []
  const isInserted = siblings.includes(number)
  let renumbering: Renumbering = { initiatives: new Map(), headings: new Map() }
  if (isInserted && isPublished(report)) {
    if (!told.force) return published(report, `途中（${number}）への追加`)
    const pushed = pushedNumbers(siblings, number, leftNumbers(report))
    if (!pushed) return { reason: `${parent} の下に、後の取組をずらす番号がもうありません。` }
    renumbering = { initiatives: new Map(pushed), headings: new Map() }
  } else if (isInserted) {
    const groups = groupsOf(report)
    groups.set(parent, siblings.toSpliced(siblings.indexOf(number), 0, NEW))
    renumbering = denseNumbering(report, groups)
    renumbering.initiatives.delete(NEW)
  }
  const added = { date: dateOf(report, told.today), number, kind: '追加' as const, after: title }
  const errata =
    isInserted && isPublished(report)
      ? [...moves(report, renumbering.initiatives, told), { ...added, reason: told.reason, changesMeaning: true }]
      : []
  const path = initiativePath(told.year, number)
  const revision = renumbered(content, report, renumbering, errata, [
    `取組 ${number}「${title}」を足しました（${path}）。`,
    '実績はまだありません。「- 」の後に書いてください。',
  ])
  const end = lineEndOf(content.texts.get(`${told.year}/report.md`) ?? '')
  const after = fileText(number, title).replaceAll('\n', end)
  const others = revision.changes.filter((change) => change.path !== path)
  return { ...revision, changes: [...others, { path, before: content.texts.get(path) ?? null, after }] }
}

function fileText(number: string, title: string): string {
  return `---\n${dump({ number, title }, { lineWidth: -1 })}---\n\n- ${PLACEHOLDER}\n`
}
