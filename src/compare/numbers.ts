import { type Measure, measuresOf } from '../text/measure.ts'
import { foldWidth } from '../text/fold.ts'
import { pairUp, sideBySide } from './align.ts'
import type { SentenceChange } from './sentences.ts'

/** A number of a sentence as written with its unit, `523件`, before and after; `null` where there is none. */
export interface NumberChange {
  before: string | null
  after: string | null
}

/** The same with what both are worth, of one unit; `null` where only one is there, or where the units differ. */
export interface ValuedChange extends NumberChange {
  values: { before: number; after: number; unit: string } | null
}

/** The numbers that differ in sentences of a report of `year`. What was only linked elsewhere states the same ones. */
export function numbersIn(
  sentences: readonly SentenceChange[],
  year: number,
): (ValuedChange & Pick<SentenceChange, 'resultId'>)[] {
  return sentences.flatMap(({ resultId, before, after, isAim }) =>
    before === null || after === null || isAim
      ? []
      : changedNumbers(before, after, year).map((change) => ({ resultId, ...change })),
  )
}

/** A number that only one of two sentences has, and how many equal ones stand before it. */
interface Lone {
  measure: Measure
  text: string
  gap: number
}

/**
 * The numbers that differ between two states of a sentence of a report of `year`, in the order of the sentence. One number
 * goes with another by unit and year, then by unit and place; what goes with nothing stands alone.
 */
export function changedNumbers(before: string, after: string, year: number): ValuedChange[] {
  const gone: Lone[] = []
  const fresh: Lone[] = []
  let gap = 0
  for (const pair of sideBySide(measuresOf(before, year), measuresOf(after, year), isSame)) {
    if (pair.before && pair.after) gap++
    else if (pair.before) gone.push({ measure: pair.before, text: before, gap })
    else if (pair.after) fresh.push({ measure: pair.after, text: after, gap })
  }
  const moved = pairUp(gone, fresh, [(a, b) => isSame(a.measure, b.measure)])
  const alone = moved.filter(({ before, after }) => !before || !after)
  const pairs = pairUp(
    alone.flatMap(({ before }) => before ?? []),
    alone.flatMap(({ after }) => after ?? []),
    [
      (a, b) =>
        hasUnitOf(a, b) && a.measure.years.from === b.measure.years.from && a.measure.years.to === b.measure.years.to,
      (a, b) => hasUnitOf(a, b) && a.gap === b.gap,
      hasUnitOf,
      (a, b) => a.gap === b.gap && a.measure.value === b.measure.value,
    ],
  )
  return pairs
    .map(({ before, after }) => ({ before, after, at: (after ?? before)?.gap ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ before, after }) => ({
      before: before && written(before, after),
      after: after && written(after, before),
      values: before && after && valuesOf(before.measure, after.measure),
    }))
}

function isSame(a: Measure, b: Measure): boolean {
  return a.value === b.value && a.sign === b.sign && hasSameUnit(a, b)
}

const hasUnitOf = (a: Lone, b: Lone) => hasSameUnit(a.measure, b.measure)

/**
 * The text may run on behind a unit, `件実施`: units that begin alike are one. `万円` and `万人` only have the size of
 * the number in common.
 */
function hasSameUnit(a: Measure, b: Measure): boolean {
  const common = commonBeginning(foldWidth(a.unit), foldWidth(b.unit))
  return /[^千万億兆]/.test(common) || a.unit === b.unit
}

function commonBeginning(a: string, b: string): string {
  const end = Array.from(a).findIndex((_, i) => a.charAt(i) !== b.charAt(i))
  return end < 0 ? a : a.slice(0, end)
}

function valuesOf(before: Measure, after: Measure): ValuedChange['values'] {
  const unit = commonBeginning(before.unit, after.unit)
  if (unit === '' && before.unit !== after.unit) return null
  const worth = ({ value, sign }: Measure) => (sign === '-' ? -value : value)
  return { before: worth(before), after: worth(after), unit }
}

/** A number as the text has it. Of two units that go together, what they have in common is the unit. */
function written({ measure, text }: Lone, other: Lone | null): string {
  const common = other ? commonBeginning(measure.counted, other.measure.counted) : ''
  return text.slice(measure.start, measure.end) + (common || measure.counted)
}
