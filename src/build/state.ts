import type { State } from '../compare/state.ts'
import type { SourceFile } from '../text/source-file.ts'
import { checkFiles } from './content.ts'

/** What a content folder's files hold, checked; `null` is before there was any report. */
export function stateOf(files: readonly SourceFile[] | null): State {
  return files ? { ...checkFiles(files), files } : { reports: [], findings: [], unread: [], files: [] }
}
