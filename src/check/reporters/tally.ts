import type { Finding } from '../../text/finding.ts'

/** How many findings of each severity there are. */
export function tally(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: findings.length - errors }
}
