import { diffArrays } from 'diff'

/** Two places of two lists that are one, or a place that only one list has (`null` in the other). */
export type Aligned<T> = { before: T; after: T } | { before: T; after: null } | { before: null; after: T }

/** Beyond so many single edits two lists have nothing to do with each other, and to look further takes long. */
const MOST_EDITS = 4000

/** Two lists side by side, in order: what `isSame` says is equal stands together, all else alone. */
export function sideBySide<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (a: T, b: T) => boolean,
): Aligned<T>[] {
  const changes = diffArrays([...before], [...after], { comparator: isSame, maxEditLength: MOST_EDITS })
  if (!changes) return [...before.map(onlyBefore), ...after.map(onlyAfter)]
  let [from, to] = [0, 0]
  return changes.flatMap(({ added, removed, count }): Aligned<T>[] => {
    if (added) return after.slice(to, (to += count)).map(onlyAfter)
    if (removed) return before.slice(from, (from += count)).map(onlyBefore)
    const others = after.slice(to, (to += count))
    return before.slice(from, (from += count)).map((item, i) => ({ before: item, after: others[i] as T }))
  })
}

/** Pairs what stands alone, by each of the tests in turn: the first that fits. What fits nothing stays alone. */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  tests: readonly ((before: T, after: T) => boolean)[],
): Aligned<T>[] {
  const gone = new Set(before)
  const fresh = new Set(after)
  const pairs: Aligned<T>[] = []
  for (const isOne of tests) {
    for (const item of fresh) {
      const other = [...gone].find((candidate) => isOne(candidate, item))
      if (other === undefined) continue
      gone.delete(other)
      fresh.delete(item)
      pairs.push({ before: other, after: item })
    }
  }
  return [...pairs, ...Array.from(gone, onlyBefore), ...Array.from(fresh, onlyAfter)]
}

const onlyBefore = <T>(item: T): Aligned<T> => ({ before: item, after: null })
const onlyAfter = <T>(item: T): Aligned<T> => ({ before: null, after: item })
