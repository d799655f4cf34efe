import { ancestorOf, isBelow, parseNumber } from './number.ts'

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
  const asked = [...new Set(values.flatMap((value) => value.split(/[\s,]+/)).filter((number) => number !== ''))]
  const has = (number: string, wanted: string) => number === wanted || isBelow(number, wanted)
  const isKnown = (wanted: string) => parseNumber(wanted) !== null && initiatives.some((number) => has(number, wanted))
  const known = asked.filter(isKnown)
  return {
    chosen: initiatives.filter((number) => known.some((wanted) => has(number, wanted))),
    unknown: asked.filter((wanted) => !isKnown(wanted)),
  }
}

/** The shortest address of a choice: `'2-1,3-1-1-1'`, where the whole of 2-1 is chosen. */
export function writeSelection(chosen: readonly string[], initiatives: readonly string[]): string {
  const isChosen = new Set(chosen)
  const isWhole = (heading: string) => {
    const below = initiatives.filter((number) => isBelow(number, heading))
    return below.length > 1 && below.every((number) => isChosen.has(number))
  }
  const names = initiatives
    .filter((number) => isChosen.has(number))
    .map((number) => [1, 2, 3].map((depth) => ancestorOf(number, depth)).find(isWhole) ?? number)
  return [...new Set(names)].join(',')
}
