import { parseFiscalYear } from '../text/era.ts'
import { type Measure, measureIn, measuresOf } from '../text/measure.ts'
import { type Span, lastSpan } from '../text/years-of-numbers.ts'
import type { Body, Note, Result } from './body.ts'
import type { Figure } from './schema.ts'

/** A number of a body and the result or note that states it. */
export interface Statement extends Measure {
  source: Result | Note
}

/** One value of a figure, or its change against the year before. */
export interface FigureValue {
  figure: Figure
  kind: 'values' | 'changes'
  /** `R7` */
  key: string
  /** 2025 */
  year: number
  value: number
}

/** The numbers of each result and note of a report of `year`, with the years that their surroundings give. */
export function statementsOf({ results, notes }: Pick<Body, 'results' | 'notes'>, year: number): Statement[][] {
  const texts: Statement[][] = []
  const add = (source: Result | Note, before: Span | null) => {
    texts.push(measuresOf(source.text, year, before).map((measure) => ({ ...measure, source })))
  }
  const walk = (result: Result, before: Span | null) => {
    add(result, before)
    const own = lastSpan(result.text, year) ?? before
    result.children.forEach((child) => walk(child, own))
  }
  for (const result of results) walk(result, result.group === undefined ? null : lastSpan(result.group, year))
  for (const note of notes) add(note, null)
  return texts
}

/** All values of a figure, then all changes. */
export function valuesOf(figure: Figure): FigureValue[] {
  return (['values', 'changes'] as const).flatMap((kind) =>
    Object.entries(figure[kind] ?? {}).map(([key, value]) => {
      return { figure, kind, key, value, year: parseFiscalYear(key) ?? 0 }
    }),
  )
}

/** Whether a number of the body is this value: the same, for its year, in its unit. */
export function states(measure: Measure, wanted: FigureValue): boolean {
  return isValue(measure, wanted) && isYear(measure, wanted)
}

/** Whether it is the same number in the figure's unit, with the sign that a value or a change of it has. */
export function isValue(measure: Measure, wanted: FigureValue): boolean {
  return measureInUnitOf(measure, wanted) === Math.abs(wanted.value) && hasSignOf(measure, wanted)
}

/** A number of the body in a figure's unit, `null` where it has another one. Of `%`, a change may be told in ポイント. */
export function measureInUnitOf(
  measure: Measure,
  { figure, kind }: Pick<FigureValue, 'figure' | 'kind'>,
): number | null {
  const own = measureIn(measure, figure.unit)
  return own === null && kind === 'changes' && /^[%％]$/.test(figure.unit) ? measureIn(measure, 'ポイント') : own
}

/** Whether it goes the way that a value does: `30人減` is a change of −30, and a value of 30 that somebody saved. */
export function hasSignOf(
  { sign, signIsWord }: Measure,
  { kind, value }: Pick<FigureValue, 'kind' | 'value'>,
): boolean {
  if (value < 0) return sign === '-'
  if (kind === 'changes') return sign === '+' || value === 0
  return sign !== '-' || signIsWord
}

/** Whether it speaks of the value's year. */
export function isYear({ years }: Measure, { year }: FigureValue): boolean {
  return years.from <= year && year <= years.to
}

/** The first result or note that states a figure's value for a year (`R7`), in the report of the fiscal year `year`. */
export function sourceOf(
  body: Pick<Body, 'results' | 'notes'>,
  figure: Figure,
  key: string,
  year: number,
): Result | Note | undefined {
  const wanted = valuesOf(figure).find((each) => each.kind === 'values' && each.key === key)
  return (
    wanted &&
    statementsOf(body, year)
      .flat()
      .find((measure) => states(measure, wanted))?.source
  )
}
