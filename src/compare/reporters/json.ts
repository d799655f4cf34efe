import type { Changes, ReportChanges } from '../changes.ts'

/**
 * One object, see DESIGN.md: each kind of change as one list over all years. Where there are several years, each entry
 * says with `report` which one it is about.
 */
export function formatJson({ reports, findings }: Changes): string {
  const several = reports.length > 1
  const list = <T>(entriesOf: (changes: ReportChanges) => T[]) =>
    reports.flatMap((changes) =>
      entriesOf(changes).map((entry) => (several ? { report: changes.report, ...entry } : entry)),
    )
  const all = {
    added: list(({ added }) => added),
    removed: list(({ removed }) => removed),
    moved: list(({ moved }) => moved),
    renamed: list(({ renamed }) => renamed),
    figures: list(({ figures }) =>
      figures.map(({ number, label, year, before, after }) => ({ number, label, year, before, after })),
    ),
    numbers: list(({ numbers }) => numbers),
    sentences: list(({ sentences }) =>
      sentences.map(({ number, resultId, before, after }) => ({ number, resultId, before, after })),
    ),
    outline: list(({ outline }) => outline),
    findings,
  }
  return JSON.stringify(all, null, 2)
}
