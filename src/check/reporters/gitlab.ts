import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Finding } from '../../text/finding.ts'
import { fileName } from './place-name.ts'

/** GitLab's code quality report. A fingerprint holds while a finding only moves to another line. */
export function formatGitlab(findings: readonly Finding[], dir: string): string {
  const seen = new Map<string, number>()
  const issues = findings.map((finding) => {
    const path = fileName(finding, dir)
    const identity = [path, finding.rule, finding.message.replaceAll(/\d+ 行目/g, '')].join('\n')
    const count = seen.get(identity) ?? 0
    seen.set(identity, count + 1)
    return {
      description: finding.message + (finding.expected ? `（期待: ${finding.expected}）` : ''),
      check_name: finding.rule,
      fingerprint: bytesToHex(sha256(utf8ToBytes(`${identity}\n${count}`))),
      severity: finding.severity === 'error' ? 'major' : 'minor',
      location: { path, lines: { begin: finding.line } },
    }
  })
  return JSON.stringify(issues, null, 2)
}
