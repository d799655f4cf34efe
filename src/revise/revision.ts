import type { ReportParts } from '../report/report.ts'

/** A content folder that is about to be changed: every file's text as it stands, by its path, and its reports. */
export interface Revised {
  /** Line ends and a byte order mark are those of the file. */
  texts: ReadonlyMap<string, string>
  /** The newest first. */
  reports: readonly ReportParts[]
}

/** One file with whole texts; `before` is `null` for a new file, `after` for one that goes. */
export interface FileChange {
  path: string
  before: string | null
  after: string | null
}

/** What will be written, all or nothing, and what it does, line by line in Japanese. */
export interface Revision {
  changes: FileChange[]
  says: string[]
}

/** Why nothing will be written, in Japanese. */
export interface Refusal {
  reason: string
}

/** The changes that lead from some texts to others, in the order of their paths. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): FileChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort()
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
}

/** Texts with changes made in them. */
export function withChanges(texts: ReadonlyMap<string, string>, changes: readonly FileChange[]): Map<string, string> {
  const made = new Map(texts)
  for (const { path, after } of changes) {
    if (after === null) made.delete(path)
    else made.set(path, after)
  }
  return made
}

/** The changes that take these back. */
export function reversed(changes: readonly FileChange[]): FileChange[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before }))
}

/** Thrown where a text is written in a way that can't be changed at one place alone; caught by whoever plans. */
export class Unmendable extends Error {
  constructor(path: string, what: string) {
    super(`${path} の${what}は、この命令では直せない書き方です。手で直してから、もう一度実行してください。`)
  }
}

/** A plan, or the refusal where some text can't be changed. */
export function planned<T extends Revision | Refusal>(plan: () => T): T | Refusal {
  try {
    return plan()
  } catch (error) {
    if (error instanceof Unmendable) return { reason: error.message }
    throw error
  }
}
