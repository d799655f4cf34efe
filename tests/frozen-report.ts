import { readFiles } from '../src/build/folder.ts'
import type { SourceFile } from '../src/text/source-file.ts'

/**
 * The frozen report, a copy of content/ that stays as it is: every test of behaviour reads this one, so that staff may
 * edit theirs. A content folder, for `CONTENT_DIR` and `--content`.
 */
export const FROZEN_CONTENT = 'tests/fixtures/report-r7'

/** The folder of its one year. */
export const FROZEN_YEAR = `${FROZEN_CONTENT}/r7`

/** All files of the frozen content folder. */
export function frozenContent(): Promise<SourceFile[]> {
  return readFiles(FROZEN_CONTENT)
}

/** The files of its one year, with their paths in it: `initiatives/2-1-3-1.md`. */
export function frozenYear(): Promise<SourceFile[]> {
  return readFiles(FROZEN_YEAR)
}
