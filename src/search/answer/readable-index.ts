import type { Line } from '../index/lines.ts'
import type { Readings } from '../index/readings.ts'
import type { IndexedSummary } from '../index/summaries.ts'
import type { SearchIndex } from './search.ts'

/** An initiative as the search shows it, verbatim. */
export interface IndexedInitiative {
  number: string
  title: string
  url: string
  lines: Line[]
}

export interface ReadableIndex extends SearchIndex {
  read(row: number): Promise<IndexedInitiative>
  /** The words of the reports. */
  words(): Promise<string[]>
  /** Packed (`packOtherWords`). */
  otherWords(): Promise<string>
  readings(): Promise<Readings>
  /** `null` where there are none. */
  summaries: (() => Promise<IndexedSummary[]>) | null
}

/** The index, or a part of it, could not be had: there is no answer then, not half of one. */
export class IndexUnreachable extends Error {}
