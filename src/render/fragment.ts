import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Term } from '../report/glossary.ts'
import { termNote } from './term-note.ts'

/**
 * A body as HTML, rendered once, with gaps for what depends on where it stands: the prefix of its ids, the level of its
 * headings, and which terms the page has explained already. The gaps are noncharacters, which stand in no text.
 */
export type Fragment = string & { readonly fragment: unique symbol }

const PREFIX = '\uFDD0'
const LEVEL = '\uFDD1'
const TERM = '\uFDD2'
const TERM_TEXT = '\uFDD3'
const TERM_END = '\uFDD4'

/** Stands before every id and every address of one. */
export const PREFIX_GAP = PREFIX

/** The tag name of a heading, `below` levels below the first one of a body. */
export const headingGap = (below: number) => `h${LEVEL}${below}`

/** A mention of the n-th term of the glossary. */
export const termGap = (index: number, text: string) => `${TERM}${index}${TERM_TEXT}${text}${TERM_END}`

const GAP = new RegExp(`${PREFIX}|${LEVEL}(\\d)|${TERM}(\\d+)${TERM_TEXT}([^${TERM_END}]*)${TERM_END}`, 'g')

/** A text without the characters that gaps are made of. */
export function withoutGaps(text: string): string {
  return text.replace(/[\uFDD0-\uFDD4]/g, '\uFFFD')
}

/** Where a fragment stands. */
export interface Place {
  /** Put before every id, so that several bodies can share a page: `n2-1-3-1-`; `''` on the initiative's own page. */
  prefix: string
  /** The level of a group heading: one below the initiative's title. */
  groupLevel: 2 | 3 | 4 | 5 | 6
  /** The glossary that the fragment was rendered with. */
  terms: readonly Term[]
  /** Names of the terms that the page has explained so far; grows, for a term is explained where it first stands on a page. */
  explained: Set<string>
  /** Takes the meanings of the terms that are explained here, for a page that shows them below its text; else they follow the HTML. */
  notes?: string[]
  /** The place of a term on the glossary's page. */
  urlOf: (term: Term) => string
  /** Where each result that was corrected after publication has its entry in the 正誤表, by its id. */
  corrected?: ReadonlyMap<string, string>
}

/** The fragment's HTML at one place; the meanings of terms that are new there stand after it, or in `notes`. */
export function placeFragment(fragment: Fragment, place: Place): string {
  const { prefix, groupLevel, terms, explained, urlOf, corrected = new Map<string, string>() } = place
  const notes = place.notes ?? []
  const html = fragment.replace(GAP, (_, below?: string, index?: string, text: string = '') => {
    if (below !== undefined) return String(Math.min(6, groupLevel + Number(below)))
    if (index === undefined) return prefix
    const term = terms[Number(index)]
    if (!term || explained.has(term.term)) return text
    explained.add(term.term)
    const id = `term-${explained.size}`
    notes.push(termNote(term, id, urlOf(term)))
    return `<button type="button" class="term" popovertarget="${id}">${text}</button>`
  })
  return markCorrected(html, corrected) + (place.notes ? '' : notes.join(''))
}

/** A result's permalink, which stands behind its own words. */
const PERMALINK = /<a class="permalink" href="[^"]*#(r[\d-]+)"[^>]*><\/a>/g

function markCorrected(html: string, corrected: ReadonlyMap<string, string>): string {
  if (corrected.size === 0) return html
  return html.replace(PERMALINK, (permalink, id: string) => {
    const href = corrected.get(id)
    return href === undefined ? permalink : toHtml(h('a.erratum', { href }, '訂正あり')) + permalink
  })
}
