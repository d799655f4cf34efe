import { tally } from '../check/reporters/tally.ts'
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
    const attributes = { class: severity, 'data-rule': rule, 'data-line': String(line) }
    const item = element('li', attributes, [place, ' ', kindOf(finding), ' ', message])
    if (expected !== undefined) {
      item.append(element('span', { class: 'expected' }, ['期待: ', element('code', {}, [expected])]))
    }
    if (fix) {
      const button = element('button', { type: 'button', class: 'mend', 'aria-label': `${line} 行目を直す` }, ['直す'])
      button.addEventListener('click', () => mend(finding))
      item.append(' ', button)
    }
    return item
  })
}

/** `エラー 1 件、注意 2 件`. */
export function tallyFindings(findings: readonly Finding[]): string {
  const { errors, warnings } = tally(findings)
  const counts = [...(errors > 0 ? [`エラー ${errors} 件`] : []), ...(warnings > 0 ? [`注意 ${warnings} 件`] : [])]
  return counts.join('、') || '指摘はありません'
}

/** What the check says of other files: what the edits have brought there, and how much there was before. */
export function drawElsewhere(
  findings: readonly Finding[],
  fresh: readonly Finding[],
  path: string,
): (Node | string)[] {
  const others = fresh.filter(({ file }) => file !== path)
  const items = others.map((finding) =>
    element('li', { class: finding.severity }, [
      element('a', { href: `?file=${finding.file}` }, [`${finding.file} ${finding.line} 行目`]),
      ' ',
      kindOf(finding),
      ' ',
      finding.message,
    ]),
  )
  const before = findings.filter(({ file }) => file !== path).length - others.length
  return [
    ...(items.length > 0
      ? [element('p', {}, ['直したことで、ほかのファイルに出た指摘']), element('ul', {}, items)]
      : []),
    ...(before > 0 ? [element('p', { class: 'soft' }, [`ほかのファイルに前からある指摘: ${before} 件`])] : []),
  ]
}

function kindOf({ severity }: Finding): HTMLElement {
  return element('strong', {}, [severity === 'error' ? 'エラー' : '注意'])
}
