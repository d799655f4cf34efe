import { SUMMARY_LANGUAGES, summaryFile } from './summary.ts'

/** The files of all years that staff edit. */
export const ROOT_FILES: readonly string[] = ['glossary.yml', 'words.yml', 'spellings.yml', 'accessibility.yml']

/** The document as received, which nobody edits. */
export const RECEIVED_FILE = 'source.md'

/** What a year's folder holds, beside its initiatives. */
export const YEAR_FILES: readonly string[] = [
  'outline.yml',
  'report.md',
  'corrections.yml',
  'errata.yml',
  RECEIVED_FILE,
  ...SUMMARY_LANGUAGES.map(summaryFile),
]
