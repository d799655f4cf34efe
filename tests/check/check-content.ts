import { readReports } from '../../src/check/check.ts'
import type { Finding } from '../../src/text/finding.ts'
import type { SourceFile } from '../../src/text/source-file.ts'

/** Every finding of a content folder's files, sorted. */
export function checkContent(files: readonly SourceFile[]): Finding[] {
  return readReports(files).findings
}
