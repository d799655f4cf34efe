import type { Erratum } from '../report/errata.ts'
import type { Changes } from '../compare/changes.ts'
import type { FileChange } from '../revise/revision.ts'
import type { Finding } from '../text/finding.ts'

/** What the page and the worker tell each other. Each question is answered under its id, in its order. */

/** Files as they are now; `null` takes one away. */
export type Puts = [path: string, text: string | null][]

export type Question =
  | { ask: 'open'; parts: string[] }
  | { ask: 'check'; path: string }
  | { ask: 'homes'; year: string }
  | { ask: 'new'; year: string; parent: string; title: string }
  | { ask: 'record'; year: string; erratum: Erratum }
  | { ask: 'remove'; year: string; number: string; reason: string; today: string }

export interface Answers {
  open: null
  check: Checked
  homes: Homes
  new: Planned
  remove: Planned
  record: Planned
}

/** What the check says of the whole folder, what differs from the site, and how the file's page will look. */
export interface Checked {
  findings: Finding[]
  changes: Changes
  /** 正誤表 of each year as it is now, by `r7`. */
  errata: ReadonlyMap<string, readonly Erratum[]>
  /** `null` where the file has no page or can't be shown. */
  html: string | null
}

/** The headings of a report under which initiatives stand. */
export interface Homes {
  published: boolean
  homes: [number: string, title: string][]
}

/** What a command will write, or why it refuses. */
export type Planned = { changes: FileChange[]; says: string[] } | { reason: string }

/** A question on its way; what has changed meanwhile goes before it. */
export interface Asked {
  id: number
  puts: Puts
  question: Question
}

export type Answered = { id: number } & ({ answer: Answers[keyof Answers] } | { failed: string })
