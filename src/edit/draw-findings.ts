import { element } from '../search/page/elements.ts'
import type { Finding } from '../text/finding.ts'

/** What a click on a finding does. */
export interface FindingActions {
  /** Leads to the finding's place. */
  show: (finding: Finding) => void
  /** Makes its edit. */
  mend: (finding: Finding) => void
}

/** The findings of the open file as list items, each with its line, its words and, where there is one, 直す. */
export function drawFindings(findings: readonly Finding[], { show, mend }: FindingActions): HTMLElement[] {
  return findings.map((finding) => {
    const { line, rule, severity, message, expected, fix } = finding
    const place = element('button', { type: 'button', class: 'place' }, [`${line} 行目`])
    place.addEventListener('click', () => show(finding))
    const kind = element('strong', {}, [severity === 'error' ? 'エラー' : '注意'])
    const attributes = { class: severity, 'data-rule': rule, 'data-line': String(line) }
    const item = element('li', attributes, [place, ' ', kind, ' ', message])
    if (expected !== undefined) {
      item.append(element('span', { class: 'expected' }, ['期待: ', element('code', {}, [expected])]))
    }
    if (fix) {
      const button = element('button', { type: 'button', 'aria-label': `${line} 行目を直す` }, ['直す'])
      button.addEventListener('click', () => mend(finding))
      item.append(button)
    }
    return item
  })
}

/** What the check says of the other files: how many findings, and where the first one stands. */
export function elsewhere(findings: readonly Finding[]): string {
  const [first] = findings
  if (!first) return ''
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const counts = [
    ...(errors > 0 ? [`エラー ${errors} 件`] : []),
    ...(findings.length > errors ? [`注意 ${findings.length - errors} 件`] : []),
  ]
  return `ほかのファイル: ${counts.join('、')}（${first.file} ${first.line} 行目など）`
}
