import { type Fragment, placeFragment } from '../render/fragment.ts'
import type { Term } from '../report/glossary.ts'
import { termUrl } from '../url.ts'

/** An initiative's body as its own page will show it. */
export function previewOf(body: Fragment, terms: readonly Term[]): string {
  const urlOf = ({ term }: Term) => termUrl(term)
  return placeFragment(body, { prefix: '', groupLevel: 2, terms, explained: new Set(), urlOf, corrected: new Map() })
}
