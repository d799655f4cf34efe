import type { InitiativeRead } from './check/initiative/initiative.ts'
import type { Body } from './report/body.ts'
import type { Term } from './report/glossary.ts'
import type { ReportParts } from './report/report.ts'
import type { Fragment } from './render/fragment.ts'
import type { Finding } from './text/finding.ts'
import type { SourceFile } from './text/source-file.ts'

/** An initiative's body, parsed and rendered. */
export interface RenderedBody {
  body: Body
  html: Fragment
}

/** What the check has read of an initiative's file, and the fiscal years that it was read for. */
export interface KnownInitiative {
  fiscalYears: readonly number[]
  read: InitiativeRead
}

/** A content folder as it was read: what the typed collections take, and what pages get beside them. */
export interface Handed {
  /** The files that it was read from. */
  files: readonly SourceFile[]
  reports: readonly ReportParts[]
  terms: readonly Term[]
  /** Every initiative's body, parsed and rendered once, by the id of its entry: `r7/2-1-3-1`. */
  bodies: ReadonlyMap<string, RenderedBody>
  /** Every initiative as the check knows it, by the path of its file. */
  known: ReadonlyMap<string, KnownInitiative>
  /** What the check says, for `npm run dev`; a build with errors makes no page. */
  findings: readonly Finding[]
  /** When the collections have this content too; while pages are edited they get it a little later. */
  settled?: Promise<void>
  /** Set when the collections have taken it. */
  collected?: boolean
}

// Pages run in Astro's own module graph, in the same process: a variable of this module would be there twice.
const slot = globalThis as { gyokakuHanded?: Handed }

/** The build or the dev server hands over what it has read. */
export function handOver(content: Handed): void {
  slot.gyokakuHanded = content
}

/** What has been handed over last; `undefined` before. */
export function handed(): Handed | undefined {
  return slot.gyokakuHanded
}
