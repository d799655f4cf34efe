import { isInitiativeNumber } from '../report/number.ts'

const ROOT_FILES = ['glossary.yml', 'words.yml', 'accessibility.yml']
const YEAR_FILES = ['report.md', 'outline.yml', 'corrections.yml', 'errata.yml']

/** Whether a path of the content folder is one that staff edit: no other file is written, whoever asks. */
export function isContentPath(path: string): boolean {
  if (ROOT_FILES.includes(path)) return true
  const [, file] = /^r[1-9]\d?\/(.+)$/.exec(path) ?? []
  if (file === undefined) return false
  const [, number] = /^initiatives\/(.+)\.md$/.exec(file) ?? []
  return YEAR_FILES.includes(file) || (number !== undefined && isInitiativeNumber(number))
}
