import { readDocument } from './document.ts'
import { type Mend, mendDocument } from './mend.ts'
import type { ImportFinding } from './finding.ts'
import { type Draft, Placing } from './placing.ts'
import type { Corrections, OutlineData, ReportData } from '../report/schema.ts'

export interface ImportedInitiative {
  number: string
  title: string
  /** Markdown of its file below the front matter. */
  body: string
  /** Further lines of its front matter, where something of the year before goes on. */
  frontMatter?: string
}

/** What a document becomes. */
export interface Imported {
  report: ReportData
  /** Markdown of report.md below the front matter: 取りまとめの趣旨. */
  introduction: string
  outline: OutlineData
  initiatives: ImportedInitiative[]
  /** Every change made to the text on the way. */
  changes: Mend[]
  /** What a person should look at: corrections without a place, relistings without a target. */
  findings: ImportFinding[]
}

/**
 * Reads the received document of one fiscal year (`R7`). The hierarchy comes from numbers and glyphs; a viewpoint's
 * heading that is repeated on a later slide changes nothing. `placeOf` names a line's place in what came. Returns every finding at once instead, if there is any that leaves no place.
 */
export function importDocument(
  source: string,
  year: string,
  corrections: Corrections,
  placeOf: (line: number) => string = String,
): Imported | ImportFinding[] {
  const { text, changes, unused } = mendDocument(source.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''), corrections)
  const placing = new Placing(year, placeOf)
  const units = readDocument(text)
  units.forEach((unit, i) => placing.take(unit, units[i - 1]))
  placing.finish()
  const { report, introduction, outlineTitle } = placing.cover
  if (placing.findings.length > 0 || !report) return placing.findings.sort((a, b) => a.line - b.line)

  const findings = [
    ...unused.map(({ from }) => ({ line: 0, message: `訂正表の「${from}」は原文にありません。` })),
    ...astray(corrections, placing.drafts),
  ]
  const initiatives = placing.drafts.map((draft) => {
    const body = draft.blocks.join('\n\n') + '\n'
    return { number: draft.number, title: draft.title, body: link(draft, body, corrections, findings) }
  })
  return {
    report,
    introduction: introduction.join('\n\n') + '\n',
    outline: { title: outlineTitle, viewpoints: placing.viewpoints },
    initiatives,
    changes,
    findings,
  }
}

/** Links of corrections.yml from or to initiatives that the document does not have. */
function astray({ links }: Corrections, drafts: readonly Draft[]): ImportFinding[] {
  const has = (number: string) => drafts.some((draft) => draft.number === number)
  return links.flatMap(({ in: number, text, to }) => {
    const missing = [number, to.split('#')[0] ?? ''].filter((each) => !has(each))
    return missing.map((each) => {
      return {
        line: 0,
        message: `訂正表の links：${number} の「${text}」→ ${to} にある取組 ${each} は原文にありません。`,
      }
    })
  })
}

/** Turns the words that corrections.yml names into links, and tells of every 再掲 that leads nowhere. */
function link(draft: Draft, body: string, corrections: Corrections, findings: ImportFinding[]): string {
  let linked = body
  for (const { in: number, text, to } of corrections.links) {
    if (number !== draft.number) continue
    const [target = '', anchor] = to.split('#')
    const url = `${target}.md${anchor ? `#${anchor}` : ''}`
    if (linked.includes(text)) linked = linked.replace(text, () => `[${text}](${url})`)
    else findings.push({ line: draft.line, message: `訂正表の links：${number} に「${text}」がありません。` })
  }
  if (/(?<!\[)再掲(?![\]載示出揚])/.test(linked)) {
    const message = `取組「${draft.title}」の再掲元が訂正表の links にありません。番号を確かめて書いてください。`
    findings.push({ line: draft.line, message })
  }
  return linked
}
