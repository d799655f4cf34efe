import { parseFiscalYear } from '../text/era.ts'
import type { Figure } from '../report/schema.ts'

/** A value of a figure, before and after; `null` where there is none. */
export interface FigureChange {
  /** `電子契約の件数`; with `（対前年度比）` for its change on the year. */
  label: string
  /** `R7` */
  year: string
  before: number | null
  after: number | null
  /** `件`; before and after may have different ones. */
  units: { before: string | null; after: string | null }
}

/** The values that differ between two states of an initiative's figures, which are known by their labels. */
export function changedFigures(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const labels = new Set([...after, ...before].map(({ label }) => label))
  return [...labels].flatMap((label) => {
    const [old, fresh] = [before, after].map((figures) => figures.find((figure) => figure.label === label))
    return (['values', 'changes'] as const).flatMap((kind) => {
      const [was, is] = [old?.[kind] ?? {}, fresh?.[kind] ?? {}]
      return [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .sort((a, b) => (parseFiscalYear(a) ?? 0) - (parseFiscalYear(b) ?? 0))
        .map((year) => ({
          label: kind === 'values' ? label : `${label}（対前年度比）`,
          year,
          before: was[year] ?? null,
          after: is[year] ?? null,
          units: { before: old?.unit ?? null, after: fresh?.unit ?? null },
        }))
        .filter(({ before, after, units }) => before !== after || units.before !== units.after)
    })
  })
}
