import type { SummaryLanguage } from '../../report/summary.ts'
import { contains } from '../language/forms.ts'
import type { IndexedSummary } from '../index/summaries.ts'
import { type Piece, excerptOf, rangesOf } from './marks.ts'
import type { QueryTerm } from './query.ts'

/** A summary that holds the query. */
export interface SummaryItem {
  lang: SummaryLanguage
  title: string
  url: string
  /** The first line that holds a part of the query. */
  excerpt: Piece[]
}

/** The summaries of which each part of the query is contained in a line. */
export function findSummaries(terms: readonly QueryTerm[], summaries: readonly IndexedSummary[]): SummaryItem[] {
  const holding = summaries.filter(
    ({ lines }) => terms.length > 0 && terms.every(({ text }) => lines.some((line) => contains(line, text))),
  )
  return holding.map(({ lang, title, url, lines }) => {
    const line = lines.find((each) => terms.some(({ text }) => contains(each, text))) ?? ''
    return { lang, title, url, excerpt: excerptOf(line, rangesOf(line, terms)) }
  })
}
