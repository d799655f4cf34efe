import { type Filters, hasFilters, writeAddress } from '../answer/address.ts'
import type { Facet } from '../answer/facets.ts'
import type { View } from '../answer/view.ts'
import { element, fill, partOf } from './elements.ts'
import { FILTER_TITLES } from './say.ts'

/** Draws what the answer can be narrowed by; every value is a link. */
export function drawFilters(page: Element, { query, facets }: View, filters: Filters): void {
  partOf(page, '.filters', HTMLElement).hidden = facets.length === 0
  // What narrows the answer is seen, also while the list of filters is shut.
  const chosen = facets.flatMap(({ name, values }) => values.filter(({ value }) => value === filters[name]))
  const named = chosen.map(({ label }) => label).join('、')
  partOf(page, '.filters summary', HTMLElement).textContent = named === '' ? 'しぼりこみ' : `しぼりこみ：${named}`

  const hrefOf = (changed: Filters) => location.pathname + writeAddress({ query, filters: changed })
  const groups = facets.map((facet) => groupOf(facet, filters, hrefOf))
  const none = element('p', {}, [element('a', { href: hrefOf({}) }, ['しぼりこみをすべて外す'])])
  fill(partOf(page, '.filter-list', HTMLElement), hasFilters(filters) ? [...groups, none] : groups)
}

/** A filter's values; the one that is on leads back to all. */
function groupOf({ name, values }: Facet, filters: Filters, hrefOf: (changed: Filters) => string): Element {
  const items = values.map(({ value, label, count }) => {
    const isOn = filters[name] === value
    const href = hrefOf({ ...filters, [name]: isOn ? undefined : value })
    const link = element('a', { href, ...(isOn && { 'aria-current': 'true' }) }, [label, `（${count}）`])
    return element('li', {}, [link])
  })
  return element('div', {}, [element('h2', {}, [FILTER_TITLES[name]]), element('ul', {}, items)])
}

/** The filter that a click means, as the address it leads to; `null` for any other click, and for one into a new window. */
export function filterOf({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): URL | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.filters a') : null
  return link && !ctrlKey && !metaKey && !shiftKey ? new URL(link.href) : null
}
