import { type BuildFacts, setBuildFacts } from '../build-facts.ts'
import { type InitiativeRead, readInitiative } from '../check/initiative/initiative.ts'
import { renderBody } from '../render/body.ts'
import type { Fragment } from '../render/fragment.ts'
import type { Term } from '../report/glossary.ts'
import type { SourceFile } from '../text/source-file.ts'
import { initiativeUrl } from '../url.ts'

/** A part of a content folder's initiatives, for one thread to read. */
export interface Share {
  initiatives: readonly { file: SourceFile; fiscalYears: readonly number[] }[]
  terms: readonly Term[]
  /** What the addresses in the bodies are made with; `null` where no body is rendered. */
  facts: BuildFacts | null
}

/** An initiative with its body as HTML; `null` where it can't be read or is not rendered. */
export interface RenderedInitiative extends InitiativeRead {
  html: Fragment | null
}

/** Reads the initiatives of a share, in their order: each is parsed once, and each body rendered once. */
export function readShare({ initiatives, terms, facts }: Share): RenderedInitiative[] {
  if (facts) setBuildFacts(facts)
  return initiatives.map(({ file, fiscalYears }) => {
    let html: Fragment | null = null
    const read = readInitiative(file, fiscalYears, ({ number, tree }) => {
      if (!facts) return
      const [year = ''] = file.path.split('/')
      const [reportYear = 0] = fiscalYears
      html = renderBody(tree, { number, reportYear, terms, urlOf: (other, resultId) => initiativeUrl(year, other, resultId) })
    })
    return { ...read, html }
  })
}
