import { type Filters, writeAddress } from '../answer/address.ts'
import type { MatchKind } from '../answer/search.ts'
import type { View } from '../answer/view.ts'
import { drawFilters } from './draw-filters.ts'
import { element, fill, partOf, resultElement } from './elements.ts'
import { sayAsTyped, sayRelated, sayTotal } from './say.ts'

/** How many results come at once. */
export const PAGE = 10

/** Draws an answer into the search page. `showAll` is for the buttons of the lists below it. */
export function drawAnswer(page: Element, view: View, filters: Filters, showAll: (kind: MatchKind) => void): void {
  clearAnswer(page)
  const results = partOf(page, '#results', HTMLOListElement)
  results.dataset['total'] = String(view.total)
  fill(results, view.items.map(resultElement))
  partOf(page, '#search-status', HTMLElement).textContent = sayTotal(view)

  const more = partOf(page, '#more-results', HTMLButtonElement)
  const left = view.total - view.items.length
  more.hidden = left <= 0
  more.textContent = `次の${Math.min(PAGE, left)}件を表示（残り${left}件）`

  drawFilters(page, view, filters)
  fill(partOf(page, '#choices', HTMLElement), choiceElements(view))
  const related = view.related.flatMap((list) => relatedElements(list, showAll))
  fill(partOf(page, '#related', HTMLElement), view.readAs.length > 0 ? [asTyped(view), ...related] : related)
  drawNothing(page, view)
}

/** Leaves the page as it is without an answer. */
export function clearAnswer(page: Element): void {
  for (const selector of ['#results', '#choices', '#related', '.filter-list', '#closest', '#search-status']) {
    partOf(page, selector, HTMLElement).replaceChildren()
  }
  for (const selector of ['#failure', '#renewed', '#nothing', '.filters', '#more-results']) {
    partOf(page, selector, HTMLElement).hidden = true
  }
  partOf(page, '#results', HTMLElement).dataset['total'] = '0'
}

/** Where nothing was found: words that the reports do have. */
function drawNothing(page: Element, { whole, facets, closest }: View): void {
  // What there is to narrow was found.
  partOf(page, '#nothing', HTMLElement).hidden = whole > 0 || facets.length > 0
  partOf(page, '#closest-title', HTMLElement).hidden = closest.length === 0
  const words = closest.map((word) => {
    const href = location.pathname + writeAddress({ query: word, filters: {} })
    return element('li', {}, [element('a', { href }, [word])])
  })
  fill(partOf(page, '#closest', HTMLElement), words)
}

/** With several reports each is named; with one, its name says nothing. */
function choiceElements({ choices }: View): Element[] {
  const name = (title: string) => (choices.length > 1 ? `${title}の結果` : 'この結果')
  return choices.map(({ title, url }) =>
    element('li', {}, [element('a', { href: url }, [`${name(title)}だけの報告書を見る`])]),
  )
}

/** In quotation marks a query is read as it stands. */
function asTyped({ query }: View): Element {
  const href = location.pathname + writeAddress({ query: `"${query.trim()}"`, filters: {} })
  return element('p', {}, [element('a', { href }, [sayAsTyped(query)])])
}

function relatedElements(
  { kind, total, items }: View['related'][number],
  showAll: (kind: MatchKind) => void,
): Element[] {
  const list = element('ol', { class: 'result-list', 'data-kind': kind }, items.map(resultElement))
  // The answer's own list is the one that has `data-number`: these are near, not asked for.
  for (const item of list.children) {
    item.setAttribute('data-related', item.getAttribute('data-number') ?? '')
    item.removeAttribute('data-number')
  }
  const all = element('button', { type: 'button' }, [`${total}件すべてを表示`])
  all.addEventListener('click', () => showAll(kind))
  const title = element('h2', {}, [sayRelated(kind, total)])
  return [title, list, ...(items.length < total ? [all] : [])]
}
