import type { Finding } from '../../text/finding.ts'
import { childNumber, orderOf, parentOf } from '../../report/number.ts'
import { finding } from '../catalogue.ts'
import type { Outline, OutlineHeading } from './outline.ts'

/** The numbers of one level must be its parent's and then 1, 2, 3 …; `null` is a parent that is itself in doubt. */
export function checkLevel(headings: readonly OutlineHeading[], parent: string | null, outline: Outline): Finding[] {
  const findings: Finding[] = []
  const add = (message: Finding, heading: OutlineHeading) => {
    outline.told.add(heading)
    findings.push(message)
  }
  const base = parent ?? commonParent(headings)
  const fitting = new Map<number, OutlineHeading>()
  for (const heading of headings) {
    if (heading.number === null || parentOf(heading.number) !== base) continue
    const order = orderOf(heading.number)
    if (!fitting.has(order)) fitting.set(order, heading)
  }
  let last = 0
  headings.forEach((heading, i) => {
    const expected = childNumber(base, last + 1)
    const next = headings[i + 1]?.number
    /** Whether the level goes on as if this heading had the expected number: then only its number is wrong. */
    const goesOn = !fitting.has(last + 1) && (next === childNumber(base, last + 2) || i === headings.length - 1)
    const place = heading.place
    if (heading.number === null) {
      outline.told.add(heading)
      outline.missing.add(expected)
      last += 1
      return
    }
    const number = heading.number
    if (parentOf(number) !== base) {
      const says = `番号 ${number} が ${base === '' ? '視点' : base} の下にあります。番号の初めの部分を上の見出しに合わせるか、正しい見出しの下に移してください。`
      add(finding('number/wrong-parent', place, says, { expected }), heading)
      if (!fitting.has(last + 1)) {
        outline.missing.add(expected)
        last += 1
      }
      return
    }
    const order = orderOf(number)
    const same = fitting.get(order)
    if (order === last + 1) {
      last = order
    } else if (same && same !== heading) {
      const says = `番号 ${number} が2つあります。もう1つは ${same.place.line} 行目です。どちらかの番号を直してください。`
      add(finding('number/duplicate', place, says, { expected, related: same.place }), heading)
      if (goesOn) {
        outline.missing.add(expected)
        last += 1
      }
    } else if (order > last + 1) {
      const awaited = fitting.get(last + 1)
      if (awaited) {
        const says = `番号 ${number} が ${expected} より前にあります。番号の順に並べてください（${expected} は ${awaited.place.line} 行目）。`
        add(finding('number/order', place, says, { expected, related: awaited.place }), heading)
        if (range(last + 1, order - 1).every((between) => fitting.has(between))) last = order
      } else {
        const says = `${number} の前にあるはずの ${expected} がありません。番号は1から順に付けます。${expected} を書き足すか、後の番号を詰めてください。`
        const before = headings[i - 1]
        add(finding('number/gap', place, says, { expected, ...(before && { related: before.place }) }), heading)
        for (const between of goesOn ? [last + 1] : range(last + 1, order - 1)) {
          outline.missing.add(childNumber(base, between))
        }
        last = goesOn ? last + 1 : order
      }
    } else if (![...outline.told].some((other) => other.number && parentOf(other.number) === base)) {
      const says = `番号 ${number} の順番がちがいます。番号の順に並べてください。`
      add(finding('number/order', place, says, { expected }), heading)
    }
  })
  for (const heading of headings) {
    findings.push(...checkLevel(heading.children, outline.told.has(heading) ? null : heading.number, outline))
  }
  return findings
}

/** The parent that most of the headings name. */
function commonParent(headings: readonly OutlineHeading[]): string {
  const parents = headings.flatMap(({ number }) => (number === null ? [] : [parentOf(number)]))
  const count = (parent: string) => parents.filter((other) => other === parent).length
  return parents.reduce((best, parent) => (count(parent) > count(best) ? parent : best), parents[0] ?? '')
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}
