import type { Finding } from '../text/finding.ts'

/** So many findings of one rule in one file tell what there is to learn. */
const MOST = 20

/** Of more findings of one rule in a file than a person reads, the first ones; the last of them counts the rest. */
export function boundFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  const keyOf = ({ file, rule }: Finding) => `${file}\n${rule}`
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1)
  const shown = new Map<string, number>()
  return findings.flatMap((finding) => {
    const key = keyOf(finding)
    const nth = (shown.get(key) ?? 0) + 1
    shown.set(key, nth)
    const rest = (counts.get(key) ?? 0) - MOST
    if (nth > MOST) return []
    if (nth < MOST || rest <= 0) return [finding]
    return [
      { ...finding, message: `${finding.message}このファイルには、同じ決まりの指摘がほかに ${rest} 件あります。` },
    ]
  })
}
