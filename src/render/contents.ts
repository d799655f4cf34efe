import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { ContentsEntry } from '../report/contents.ts'

/** How contents are shown. */
export interface ContentsPlace {
  /** Where each heading and initiative is found: on the same page or on its own. */
  hrefOf: (number: string) => string
  /** The id of each line, where the contents are what addresses of headings lead to. */
  idOf?: (number: string) => string | null
  /** Whether to leave room for page numbers, which the printing of the report fills in. */
  paged?: boolean
}

/** 目次 as HTML with the official numbering: (1), ③, ○. Each title is a link. */
export function renderContents(entries: readonly ContentsEntry[], place: ContentsPlace): string {
  return toHtml(listOf(entries, place))
}

/** The same with the initiative that is being read marked as such. */
export function markCurrent(html: string, href: string): string {
  return html.replace(`<a href="${href}">`, `<a href="${href}" aria-current="page">`)
}

function listOf(entries: readonly ContentsEntry[], place: ContentsPlace): Element {
  return h(
    'ol.toc',
    entries.map(({ kind, number, label, title, children }) => {
      const href = place.hrefOf(number)
      return h('li', { className: [kind] }, [
        h('a', { href, id: place.idOf?.(number) }, [h('span.number', label), ` ${title}`]),
        place.paged ? h('span.page-number', { dataPageOf: href.replace('#', '') }) : null,
        children.length > 0 ? listOf(children, place) : null,
      ])
    }),
  )
}
