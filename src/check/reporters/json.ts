import type { Finding } from '../../text/finding.ts'
import { tally } from './tally.ts'

/** One object, see DESIGN.md: counts and every finding as it is, under the key that outside tools read. */
export function formatJson(findings: readonly Finding[]): string {
  return JSON.stringify({ ...tally(findings), messages: findings }, null, 2)
}
