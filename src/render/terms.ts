import type { Root } from 'hast'
import { findAndReplace } from 'hast-util-find-and-replace'
import type { Term } from '../report/glossary.ts'
import { termPattern } from '../report/terms.ts'
import { termGap } from './fragment.ts'

/** Already something to press, or a name of its own. */
const LEFT_ALONE = ['a', 'button', 'time', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Marks every mention of a term, so that the page can explain the first one. */
export function markTerms(tree: Root, terms: readonly Term[]): void {
  const { pattern, indexOf } = termPattern(terms)
  if (!pattern) return
  findAndReplace(tree, [pattern, (text: string) => termGap(indexOf.get(text) ?? 0, text)], { ignore: LEFT_ALONE })
}
