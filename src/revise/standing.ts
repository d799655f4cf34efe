import { dump } from 'js-yaml'
import { type Statement, states, valuesOf } from '../report/figure-source.ts'
import type { Figure } from '../report/schema.ts'

/** A figure with the values that a body states when it is read in another year; `null` where it has none. Others go to `left`. */
export function standing(figure: Figure, statements: readonly Statement[], left: string[]): Figure | null {
  const wanted = valuesOf(figure)
  const stand = wanted.filter((each) => statements.some((measure) => states(measure, each)))
  for (const { kind, key, value } of wanted.filter((each) => !stand.includes(each))) {
    left.push(
      `数値「${figure.label}」の ${key} の${kind === 'changes' ? '対前年度比' : '値'} ${value}（${figure.unit}）`,
    )
  }
  const of = (kind: 'values' | 'changes') =>
    Object.fromEntries(stand.filter((each) => each.kind === kind).map(({ key, value }) => [key, value]))
  const [values, changes] = [of('values'), of('changes')]
  if (Object.keys(values).length === 0) return null
  const { label, unit } = figure
  return { label, unit, values, ...(Object.keys(changes).length > 0 && { changes }) }
}

/** Figures as the lines of a front matter. */
export function figureLines(figures: readonly Figure[]): string {
  return figures.length === 0 ? '' : dump({ figures }, { lineWidth: -1, flowLevel: 3 })
}
