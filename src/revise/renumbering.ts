import type { ReportParts } from '../report/report.ts'
import { leavesNumber } from '../report/errata.ts'
import { childNumber, compareNumbers, orderOf, parentOf } from '../report/number.ts'
import type { OutlineData } from '../report/schema.ts'

/** What becomes of the numbers of one report: old → new, `null` where it goes. Those that stay are not named. */
export interface Renumbering {
  initiatives: Map<string, string | null>
  headings: Map<string, string | null>
}

/** The initiatives under each heading that may have some, in order; a new one is named by a word that is no number. */
export type Groups = Map<string, string[]>

/** More children than this have no number. */
export const MOST_CHILDREN = 99

/** Every heading under which initiatives stand, with its title: sections without subsections, and subsections. */
export function homesOf(outline: OutlineData): Map<string, string> {
  const sections = outline.viewpoints.flatMap((viewpoint) => viewpoint.sections)
  return new Map(
    sections.flatMap(({ number, title, subsections }) =>
      subsections ? subsections.map((each) => [each.number, each.title] as const) : [[number, title] as const],
    ),
  )
}

/** The initiatives of a report under their headings. */
export function groupsOf({ outline, initiatives }: ReportParts): Groups {
  const groups: Groups = new Map([...homesOf(outline).keys()].map((home) => [home, []]))
  for (const { number } of initiatives.toSorted((a, b) => compareNumbers(a.number, b.number))) {
    groups.get(parentOf(number))?.push(number)
  }
  return groups
}

/** Numbers that readers may still have and no initiative has any more. */
export function leftNumbers({ errata = [], initiatives }: ReportParts): Set<string> {
  const taken = new Set(initiatives.map(({ number }) => number))
  return new Set(errata.flatMap((each) => (leavesNumber(each) && !taken.has(each.number) ? [each.number] : [])))
}

/** Numbers without a gap, 1, 2, 3 … below every viewpoint: what stands in no group goes, and headings without an initiative too. */
export function denseNumbering({ outline, initiatives: parts }: ReportParts, groups: Groups): Renumbering {
  const initiatives = new Map<string, string | null>(parts.map(({ number }) => [number, null]))
  const headings = new Map<string, string | null>()
  /** Whether something stands below the heading. */
  const place = ({ number, children }: Level, fresh: string): boolean => {
    let last = 0
    for (const child of children ?? []) if (place(child, childNumber(fresh, last + 1))) last++
    if (!children) for (const each of groups.get(number) ?? []) initiatives.set(each, childNumber(fresh, ++last))
    headings.set(number, last > 0 ? fresh : null)
    return last > 0
  }
  for (const viewpoint of levelsOf(outline)) place(viewpoint, viewpoint.number)
  return { initiatives: changed(initiatives), headings: changed(headings) }
}

/** A heading of the outline; `children` is `null` where initiatives stand directly below it. */
interface Level {
  number: string
  children: Level[] | null
}

function levelsOf({ viewpoints }: OutlineData): Level[] {
  return viewpoints.map(({ number, sections }) => ({
    number,
    children: sections.map(({ number, subsections }) => ({
      number,
      children: subsections?.map((each) => ({ number: each.number, children: null })) ?? null,
    })),
  }))
}

/**
 * Numbers after one comes to stand at `at`, where those that must make room move on, each as little as can be. Nobody gets
 * a number that is `kept` for those who left it. Gives the moves of the others; `null` where there is no room.
 */
export function pushedNumbers(
  siblings: readonly string[],
  at: string,
  kept: ReadonlySet<string>,
): Map<string, string> | null {
  const parent = parentOf(at)
  const moves = new Map<string, string>()
  let last = orderOf(at)
  for (const sibling of siblings.filter((each) => orderOf(each) >= orderOf(at))) {
    if (orderOf(sibling) > last) break
    do last++
    while (kept.has(childNumber(parent, last)))
    if (last > MOST_CHILDREN) return null
    moves.set(sibling, childNumber(parent, last))
  }
  return moves
}

/** The same numbers for the same initiatives in another order, `from` at the place of `to`. */
export function reordered(siblings: readonly string[], from: string, to: string): Map<string, string> {
  const order = siblings.filter((each) => each !== from)
  order.splice(siblings.indexOf(to), 0, from)
  return new Map(order.flatMap((each, i) => (siblings[i] === each ? [] : [[each, siblings[i] ?? each] as const])))
}

function changed(numbers: Map<string, string | null>): Map<string, string | null> {
  return new Map([...numbers].filter(([old, fresh]) => old !== fresh))
}
