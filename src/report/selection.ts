import { ancestorsOf } from './number.ts'

/**
 * 選択: the initiatives that a reader has chosen, as an address carries them. A heading's number stands for everything
 * below it, so that a whole section is a short link: `?n=2-1,3-1-1-1`.
 */
export interface Selection {
  /** Numbers of initiatives, each once, in report order. */
  chosen: string[]
  /** What the address asks for and the report does not have. */
  unknown: string[]
}

/** The name of the parameter; it may come more than once, as from a form without scripts. */
export const SELECTION_PARAMETER = 'n'

/** Reads the values of an address's `n`: `(['2-3', '9-9'], [..., '2-3-1', '2-3-2', ...])` → `2-3-1`, `2-3-2`, and `9-9` unknown. */
export function readSelection(values: readonly string[], initiatives: readonly string[]): Selection {
  const asked = new Set(values.flatMap((value) => value.split(/[\s,]+/)).filter((number) => number !== ''))
  const known = new Set(initiatives.flatMap(withAncestors))
  return {
    chosen: initiatives.filter((number) => withAncestors(number).some((wanted) => asked.has(wanted))),
    unknown: [...asked].filter((wanted) => !known.has(wanted)),
  }
}

const withAncestors = (number: string) => [...ancestorsOf(number), number]

/** The shortest address of a choice: `'2-1,3-1-1-1'`, where the whole of 2-1 is chosen. */
export function writeSelection(chosen: readonly string[], initiatives: readonly string[]): string {
  const isChosen = new Set(chosen)
  /** How many initiatives a heading has below it, and how many of them are chosen. */
  const below = new Map<string, { all: number; chosen: number }>()
  for (const number of initiatives) {
    for (const heading of ancestorsOf(number)) {
      const { all, chosen } = below.get(heading) ?? { all: 0, chosen: 0 }
      below.set(heading, { all: all + 1, chosen: chosen + Number(isChosen.has(number)) })
    }
  }
  const isWhole = (heading: string) => {
    const count = below.get(heading)
    return count !== undefined && count.all > 1 && count.chosen === count.all
  }
  const names = initiatives
    .filter((number) => isChosen.has(number))
    .map((number) => ancestorsOf(number).find(isWhole) ?? number)
  return [...new Set(names)].join(',')
}
