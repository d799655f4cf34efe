import { childNumber, orderOf, parentOf } from '../report/number.ts'
import type { ReportParts } from '../report/report.ts'
import { type Told, initiativeOf, isPublished, moves, published, renumbered, reportOfYear } from './command.ts'
import { draftRenumbered } from './remove.ts'
import {
  MOST_CHILDREN,
  denseNumbering,
  groupsOf,
  homesOf,
  leftNumbers,
  pushedNumbers,
  reordered,
} from './renumbering.ts'
import type { Refusal, Revised, Revision } from './revision.ts'

/**
 * Gives an initiative another number; who has that number, and those behind, make room. In a draft the ones behind the old
 * place move up; in a published report the old number stays free, and the 正誤表 leads on from it.
 */
export function moveInitiative(content: Revised, from: string, to: string, told: Told): Revision | Refusal {
  const report = reportOfYear(content, told.year)
  if ('reason' in report) return report
  const initiative = initiativeOf(report, from)
  if ('reason' in initiative) return initiative
  if (from === to) return { reason: `取組 ${from} は、もうその番号です。` }
  const wrong = wrongPlace(report, to, from)
  if (wrong) return wrong
  const says = (at: string) => [`取組 ${from}「${initiative.title}」を ${at} に移しました。`]
  if (!isPublished(report)) {
    const groups = groupsOf(report)
    const rest = (parent: string) => (groups.get(parent) ?? []).filter((each) => each !== from)
    groups.set(parentOf(from), rest(parentOf(from)))
    groups.set(parentOf(to), rest(parentOf(to)).toSpliced(orderOf(to) - 1, 0, from))
    const renumbering = denseNumbering(report, groups)
    // Where a heading goes, what stands behind it moves up too.
    return draftRenumbered(content, report, renumbering, says(renumbering.initiatives.get(from) ?? from))
  }
  if (!told.force) return published(report, `取組 ${from} の移動`)
  const siblings = groupsOf(report).get(parentOf(to)) ?? []
  const pushed =
    parentOf(from) === parentOf(to) ? reordered(siblings, from, to) : pushedNumbers(siblings, to, leftNumbers(report))
  if (!pushed) return noRoom(parentOf(to))
  const initiatives = new Map([[from, to], ...pushed])
  return renumbered(content, report, { initiatives, headings: new Map() }, moves(report, initiatives, told), says(to))
}

/** Why nothing can come to stand at a number; `moving` is who will leave its own place for it. */
export function wrongPlace(report: ReportParts, to: string, moving?: string): Refusal | null {
  const parent = parentOf(to)
  const homes = homesOf(report.outline)
  if (!homes.has(parent)) return notAHome(report, parent)
  if (leftNumbers(report).has(to)) {
    return {
      reason: `${to} は、公表した後に移動か廃止をした取組の番号です。元の取組を引く人のために空けてあるので、使えません。`,
    }
  }
  const siblings = groupsOf(report).get(parent) ?? []
  if (siblings.includes(to)) return null
  const end = endOf(report, parent)
  // Who moves within its own heading leaves one place free there.
  const last = moving !== undefined && parentOf(moving) === parent ? end - 1 : end
  if (last > MOST_CHILDREN) return noRoom(parent)
  if (orderOf(to) <= last && orderOf(to) >= (orderOf(siblings.at(-1) ?? to) || 1)) return null
  return { reason: `${to} は飛んだ番号です。${parent} の下に置けるのは ${childNumber(parent, last)} までです。` }
}

/** The next free order below a heading, behind all that stand there or once did. */
export function endOf(report: ReportParts, parent: string): number {
  const left = [...leftNumbers(report)].filter((each) => parentOf(each) === parent)
  return Math.max(0, ...[...(groupsOf(report).get(parent) ?? []), ...left].map(orderOf)) + 1
}

/** Why no initiative can stand under a heading. */
export function notAHome({ outline }: ReportParts, parent: string): Refusal {
  const sections = outline.viewpoints.flatMap((viewpoint) => viewpoint.sections)
  const section = sections.find(({ number }) => number === parent)
  if (section?.subsections) {
    const below = section.subsections.map(({ number }) => number).join('、')
    return { reason: `項目 ${parent} には小項目があります。小項目（${below}）の下の番号にしてください。` }
  }
  return {
    reason: `${parent} という項目か小項目が outline.yml にありません。番号を確かめるか、先に outline.yml に書き足してください。`,
  }
}

function noRoom(parent: string): Refusal {
  return { reason: `${parent} の下には ${MOST_CHILDREN} 件までしか置けません。` }
}
