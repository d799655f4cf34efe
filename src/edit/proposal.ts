import type { Proposal } from '../revise/proposal.ts'
import { carryEdit } from '../text/line-ends.ts'

/** A file while it is edited. */
export interface Draft {
  path: string
  /** As it stands on the site, byte for byte; `null` for a new file. */
  before: string | null
  /** As it is now, with `\n` line ends; `null` once it has been taken away. */
  edited: string | null
}

/** The proposal of all drafts that change something, in the order of their paths. */
export function proposalOf(base: string, drafts: readonly Draft[]): Proposal {
  const files = drafts
    .map(({ path, before, edited }) => ({ path, before, after: afterOf(before, edited) }))
    .filter(({ before, after }) => before !== after)
  return { base, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

function afterOf(before: string | null, edited: string | null): string | null {
  return before === null || edited === null ? edited : carryEdit(before, edited)
}
