import type { RuleId } from '../catalogue.ts'

/** What is wrong with the words of one block or title, as an offset into it. */
export interface WordingFinding {
  rule: RuleId
  start: number
  says: string
  expected?: string
}
