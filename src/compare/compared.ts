import { paragraphsOf } from '../text/paragraphs.ts'
import type { Initiative, InitiativeParts } from '../report/report.ts'

/** What is compared of an initiative. */
export type Compared = Pick<Initiative, 'number' | 'title' | 'figures' | 'plain' | 'results' | 'notes' | 'links'>

/** The same initiative before and after. */
export interface Pair {
  before: Compared
  after: Compared
}

/** An initiative of a report that is not assembled: content under way may not assemble whole. */
export function comparedOf({ number, title, figures, plain, body }: InitiativeParts): Compared {
  return { number, title, figures, plain: paragraphsOf(plain ?? ''), ...body }
}
