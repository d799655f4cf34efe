import { type BuildFacts, setBuildFacts } from '../build-facts.ts'
import { type RenderedInitiative, readAndRender } from '../rendered-initiative.ts'
import type { Term } from '../report/glossary.ts'
import type { SourceFile } from '../text/source-file.ts'

/** A part of a content folder's initiatives, for one thread to read. */
export interface Share {
  initiatives: readonly { file: SourceFile; fiscalYears: readonly number[] }[]
  terms: readonly Term[]
  /** What the addresses in the bodies are made with; `null` where no body is rendered. */
  facts: BuildFacts | null
}

/** Reads the initiatives of a share, in their order: each is parsed once, and each body rendered once. */
export function readShare({ initiatives, terms, facts }: Share): RenderedInitiative[] {
  if (facts) setBuildFacts(facts)
  return initiatives.map(({ file, fiscalYears }) => readAndRender(file, fiscalYears, facts && terms))
}
