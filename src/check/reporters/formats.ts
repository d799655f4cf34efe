import type { ReportCount } from '../year.ts'
import type { Finding } from '../../text/finding.ts'
import { formatGithub } from './github.ts'
import { formatGitlab } from './gitlab.ts'
import { formatJson } from './json.ts'
import { formatText } from './text.ts'

/** The forms in which findings are told: to a person, to a program, to GitHub and to GitLab. */
export const FORMATS = ['text', 'json', 'github', 'gitlab'] as const
export type Format = (typeof FORMATS)[number]

/** Findings in one of the forms. `dir` is the content folder as a reader of the project names it, `content`. */
export function format(
  form: Format,
  findings: readonly Finding[],
  dir: string,
  counts: readonly ReportCount[],
): string {
  if (form === 'json') return formatJson(findings)
  if (form === 'github') return formatGithub(findings, dir)
  return form === 'gitlab' ? formatGitlab(findings, dir) : formatText(findings, dir, counts)
}
