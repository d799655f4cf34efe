import { fiscalYearOf } from '../text/era.ts'
import { measuresOf } from '../text/measure.ts'
import { pointsOf } from './figure.ts'
import { isOutlook } from './outlook.ts'
import type { Figure } from './schema.ts'
import { timesOf } from './times.ts'

/**
 * What can be said of an initiative by its text alone, each by one rule: what it is narrowed by, and counted by.
 * A trait's place here is its bit in the search's catalogue.
 */
export const TRAITS = ['figures', 'outlook', 'considered', 'planned', 'amount', 'rose', 'fell'] as const

export type Trait = (typeof TRAITS)[number]

/** The traits of an initiative with these lines and figures, in the report of `fiscalYear` (2025 for R7). */
export function traitsOf(lines: readonly string[], figures: readonly Figure[], fiscalYear: number): Trait[] {
  const some = (rule: (text: string, fiscalYear: number) => boolean) => lines.some((text) => rule(text, fiscalYear))
  const rules: Record<Trait, () => boolean> = {
    figures: () => figures.length > 0,
    outlook: () => some(isOutlook),
    considered: () => some(isConsidered),
    planned: () => some(isPlanned),
    amount: () => some(hasAmount),
    rose: () => some((text) => hasSign(text, '+')) || figures.some((figure) => stepsOf(figure).some((step) => step > 0)),
    fell: () => some((text) => hasSign(text, '-')) || figures.some((figure) => stepsOf(figure).some((step) => step < 0)),
  }
  return TRAITS.filter((trait) => rules[trait]())
}

/** 検討中: 検討 is still to be done or goes on; not what was considered, nor a 検討会 that was held. */
function isConsidered(text: string): boolean {
  return /検討(?!部会|会|委員|済|した|の結果)/.test(text)
}

/** 予定: the text says so, or names a time after the report's year. */
function isPlanned(text: string, fiscalYear: number): boolean {
  return /予定/.test(text) || timesOf(text).some((time) => fiscalYearOf(time) > fiscalYear)
}

/** 金額: a number of yen. */
function hasAmount(text: string, fiscalYear: number): boolean {
  return measuresOf(text, fiscalYear).some(({ unit }) => /^[千万億兆]*円/.test(unit))
}

/** 増えた, 減った: the text gives a change itself (`+48億円`, `△452億円`, `452億円減`). A bare hyphen may be any dash. */
function hasSign(text: string, sign: '+' | '-'): boolean {
  return measuresOf(text, 0).some((measure) => measure.sign === sign && !/^[-−]/.test(text.slice(measure.start)))
}

/** … or a figure's values of two years do: each year's change from the one before, and the changes that are given. */
function stepsOf(figure: Figure): number[] {
  const points = pointsOf(figure)
  const steps = points.slice(1).map(({ value }, i) => value - (points[i]?.value ?? value))
  return [...steps, ...Object.values(figure.changes ?? {})]
}
