import type { RuleId } from '../catalogue.ts'

/** What is wrong with the words of one block or title, as an offset into it. */
export interface WordingFinding {
  rule: RuleId
  start: number
  says: string
  expected?: string
  /** What mends it without judgement: so many characters give way to a text. */
  mend?: { length: number; text: string }
}
