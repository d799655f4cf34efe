import { foldForm } from '../text/fold.ts'
import type { Finding } from '../text/finding.ts'
import type { ReportParts } from '../report/report.ts'
import { type SourceFile, readText } from '../text/source-file.ts'

/** What a content folder holds at one time. */
export interface State {
  reports: readonly ReportParts[]
  findings: readonly Finding[]
  /** Files of reports that can't be read, which have findings: `r7/initiatives/2-1-3-1.md`, `r7/outline.yml`. */
  unread: readonly string[]
  files: readonly SourceFile[]
}

/** Files that both states are made from beside the reports themselves, and that say something else now: `glossary.yml`. */
export function otherFiles(before: State, after: State): string[] {
  const texts = ({ files }: State) =>
    new Map(
      files
        .filter(({ path }) => !/^r\d+\/(?:outline\.yml|report\.md|initiatives\/[^/]+\.md)$/.test(path))
        .map((file) => [file.path, foldForm(readText(file).text)]),
    )
  const [old, fresh] = [texts(before), texts(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path)).sort()
}
