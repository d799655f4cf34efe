import { beginReading, endReading } from '../../src/check/check.ts'
import { readInitiative } from '../../src/check/initiative/initiative.ts'
import type { Finding } from '../../src/text/finding.ts'
import type { SourceFile } from '../../src/text/source-file.ts'

/** Every finding of a content folder's files, sorted. */
export function checkContent(files: readonly SourceFile[]): Finding[] {
  const reading = beginReading(files)
  const read = reading.years.map(({ initiatives, fiscalYears }) =>
    initiatives.map((file) => readInitiative(file, fiscalYears, () => {})),
  )
  return endReading(reading, read).findings
}
