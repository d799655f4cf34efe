import type { Finding } from '../text/finding.ts'
import { applyFixes } from '../text/fix.ts'
import type { SourceFile } from '../text/source-file.ts'

/** What `fixFiles` did. */
export interface Fixed {
  /** The files that changed, as they are now. */
  files: SourceFile[]
  /** The findings whose edits were made, in the order of their making. */
  made: { finding: Finding; before: string; after: string }[]
  /** What the check still says. */
  findings: Finding[]
}

/** An edit may bring another finding to light, and of many findings the check tells the first. */
const MOST_ROUNDS = 200

/** Makes every edit that the findings of `check` offer, again and again until none is left. */
export function fixFiles(files: readonly SourceFile[], check: (files: readonly SourceFile[]) => Finding[]): Fixed {
  const changed = new Map<string, SourceFile>()
  const made: Fixed['made'] = []
  let now = files
  let findings = check(now)
  for (let round = 0; round < MOST_ROUNDS && findings.some(({ fix }) => fix); round++) {
    const byFile = Map.groupBy(
      findings.filter(({ fix }) => fix),
      ({ file }) => file,
    )
    const before = made.length
    now = now.map((file) => {
      const offered = byFile.get(file.path)
      const text = decoder.decode(file.bytes)
      if (!offered) return file
      const done = applyFixes(
        text,
        offered.flatMap(({ fix }) => fix ?? []),
      )
      if (done.text === text) return file
      for (const finding of offered) {
        if (!finding.fix || !done.made.includes(finding.fix)) continue
        made.push({ finding, before: textBetween(text, finding.fix), after: finding.fix.text })
      }
      const mended = { path: file.path, bytes: encoder.encode(done.text) }
      changed.set(file.path, mended)
      return mended
    })
    if (made.length === before) break
    findings = check(now)
  }
  return { files: [...changed.values()], made, findings }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** What an edit takes away. */
function textBetween(text: string, { start, end }: NonNullable<Finding['fix']>): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n')
}
