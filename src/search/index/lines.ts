import type { PublishedInitiative, PublishedResult } from '../../publish/open-data.ts'

/** Where a line stands: its title, a result, the heading above results, a note; or in the summary in plain Japanese. */
export type LineKind = 'title' | 'result' | 'group' | 'note' | 'plain'

/** One line of an initiative, verbatim. */
export interface Line {
  kind: LineKind
  text: string
  /** The anchor on the initiative's page: the line's own result, or the first below a group heading. */
  result?: string
}

/**
 * What an initiative says, line by line: the title, then results with their group headings, then notes.
 *
 * This is what "an initiative contains a query" means: one of these lines contains it. Lines do not join: what ends one
 * and begins the next is no match, also where both are of one result.
 */
export function linesOf(initiative: Pick<PublishedInitiative, 'title' | 'results' | 'notes'>): Line[] {
  const lines: Line[] = [{ kind: 'title', text: initiative.title }]
  let group: string | undefined
  const addResult = (result: PublishedResult) => {
    if (result.group && result.group !== group) lines.push({ kind: 'group', text: result.group, result: result.id })
    group = result.group ?? group
    for (const text of cut(result.text)) lines.push({ kind: 'result', text, result: result.id })
    result.children?.forEach(addResult)
  }
  initiative.results.forEach(addResult)
  for (const text of initiative.notes.flatMap(cut)) lines.push({ kind: 'note', text })
  return lines
}

/** The summary in plain Japanese, line by line. It is not the report's text: what stands only there is another writing. */
export function plainLinesOf({ plain = [] }: Pick<PublishedInitiative, 'plain'>): Line[] {
  return plain.flatMap(cut).map((text) => ({ kind: 'plain', text }))
}

const cut = (text: string) => text.split('\n')
