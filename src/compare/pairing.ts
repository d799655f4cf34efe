import { foldForm } from '../text/fold.ts'
import { parentOf } from '../report/number.ts'
import type { Compared, Pair } from './compared.ts'

/** Which initiatives two states of a report have in common, and which only one of them has. */
export interface Pairing {
  pairs: Pair[]
  added: Compared[]
  removed: Compared[]
}

/**
 * The initiatives of two states of one report: known by number and title together, then by title (first where its
 * section or subsection is the same one), then by number.
 */
export function pairStates(before: readonly Compared[], after: readonly Compared[]): Pairing {
  const keyed = <T extends Compared>(list: readonly T[]) =>
    list.map((item) => ({ item, number: item.number, title: foldForm(item.title), parent: parentOf(item.number) }))
  const pairing: Pairing = { pairs: [], added: [], removed: [] }
  const keys = [
    ({ number, title }: Keys) => `${number}\n${title}`,
    ({ parent, title }: Keys) => `${parent}\n${title}`,
    ({ title }: Keys) => title,
    ({ number }: Keys) => number,
  ]
  let [gone, fresh] = [keyed(before), keyed(after)]
  for (const keyOf of keys) {
    const candidates = Map.groupBy(gone, keyOf)
    const paired = new Set<unknown>()
    for (const each of fresh) {
      const other = candidates.get(keyOf(each))?.shift()
      if (!other) continue
      pairing.pairs.push({ before: other.item, after: each.item })
      paired.add(each).add(other)
    }
    gone = gone.filter((each) => !paired.has(each))
    fresh = fresh.filter((each) => !paired.has(each))
  }
  return { ...pairing, removed: gone.map(({ item }) => item), added: fresh.map(({ item }) => item) }
}

interface Keys {
  number: string
  title: string
  parent: string
}
