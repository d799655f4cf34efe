import { flatResults } from './body.ts'
import type { Term } from './glossary.ts'
import type { Initiative, Report } from './report.ts'
import { findTerms } from './terms.ts'

/** An initiative that uses a term. */
export interface TermUse {
  report: Report
  initiative: Initiative
  /** Its results that do, in order; none where only its title, a heading of its or a note does. */
  resultIds: string[]
}

/** Where each term is used, by its name: the reports in their order, the initiatives in report order. */
export function termUses(terms: readonly Term[], reports: readonly Report[]): Map<string, TermUse[]> {
  const uses = new Map<string, TermUse[]>()
  for (const report of reports) {
    for (const initiative of report.initiatives) {
      const { title, results, notes } = initiative
      const all = flatResults(results)
      const places = new Map<string, string[]>()
      const add = (text: string, resultId?: string) => {
        for (const { term } of findTerms(text, terms)) {
          const ids = places.get(term.term) ?? []
          places.set(term.term, ids)
          if (resultId !== undefined && ids.at(-1) !== resultId) ids.push(resultId)
        }
      }
      for (const { id, text } of all) add(text, id)
      for (const text of [title, ...all.flatMap(({ group }) => group ?? []), ...notes.map((note) => note.text)])
        add(text)
      for (const [term, resultIds] of places) {
        const known = uses.get(term)
        if (known) known.push({ report, initiative, resultIds })
        else uses.set(term, [{ report, initiative, resultIds }])
      }
    }
  }
  return uses
}
