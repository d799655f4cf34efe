import { RECEIVED_FILE, ROOT_FILES, YEAR_FILES } from '../report/content-files.ts'
import { isInitiativeNumber } from '../report/number.ts'

/** Whether a path of the content folder is one that staff edit: no other file is written, whoever asks. */
export function isContentPath(path: string): boolean {
  if (ROOT_FILES.includes(path)) return true
  const [, file] = /^r[1-9]\d?\/(.+)$/.exec(path) ?? []
  if (file === undefined) return false
  if (YEAR_FILES.includes(file)) return file !== RECEIVED_FILE
  const [, number] = /^initiatives\/(.+)\.md$/.exec(file) ?? []
  return number !== undefined && isInitiativeNumber(number)
}
