import { type InitiativeRead, readInitiative } from './check/initiative/initiative.ts'
import { renderBody } from './render/body.ts'
import type { Fragment } from './render/fragment.ts'
import type { Term } from './report/glossary.ts'
import type { SourceFile } from './text/source-file.ts'
import { initiativeUrl } from './url.ts'

/** An initiative with its body as HTML; `null` where it can't be read or is not rendered. */
export interface RenderedInitiative extends InitiativeRead {
  html: Fragment | null
}

/** Reads and checks an initiative's file, and renders its body from the same parse where `terms` are given. */
export function readAndRender(
  file: SourceFile,
  fiscalYears: readonly number[],
  terms: readonly Term[] | null,
): RenderedInitiative {
  let html: Fragment | null = null
  const read = readInitiative(file, fiscalYears, ({ number, tree }) => {
    if (!terms) return
    const [year = ''] = file.path.split('/')
    const [reportYear = 0] = fiscalYears
    html = renderBody(tree, {
      number,
      reportYear,
      terms,
      urlOf: (other, resultId) => initiativeUrl(year, other, resultId),
    })
  })
  return { ...read, html }
}
