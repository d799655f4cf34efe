import { FILTERS, type Filters, type SearchAddress, readAddress, writeAddress } from '../answer/address.ts'
import { ask } from './client.ts'
import { element, resultElement } from './elements.ts'
import type { Facet } from '../answer/facets.ts'
import { FILTER_TITLES, RELATED_TITLES, sayTitle, sayTotal, sayWhenLate } from './say.ts'
import type { MatchKind } from '../answer/search.ts'
import { stepThrough, whileTyping } from './typing.ts'
import type { View } from '../answer/view.ts'

/** How many results come at once. */
const PAGE = 10
/** How many near matches show before the reader asks for all. */
const RELATED = 5

/** What the browser's history holds of a search beside its address, for a reader who comes back to it. */
interface Kept {
  count: number
  relatedCount: number
  /** Pixels from the top. */
  scroll: number
}

/** `/search/`: shows the search that stands in the address, and puts what is typed there. */
class SearchPage extends HTMLElement {
  #count = PAGE
  #relatedCount = RELATED
  /** Only the last search asked for is shown. */
  #last = 0
  /** What is being typed is one entry in the history; what was asked before it keeps its own. */
  #isTyping = false
  #title = document.title

  connectedCallback() {
    const { input } = this
    // What was typed before this script came is not lost.
    if (input.value !== '' && this.address.query === '') this.#go({ ...this.address, query: input.value }, 'replace')
    else void this.#showAddress()
    whileTyping(input, (query) => {
      if (query !== this.address.query) this.#take(query, true)
    })
    input.addEventListener('blur', () => (this.#isTyping = false))
    this.#part('form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault()
      this.#take(input.value, false)
    })
    this.#part('#more-results', HTMLButtonElement).addEventListener('click', () => void this.#showMore())
    this.#part('#retry', HTMLButtonElement).addEventListener('click', () => void this.#retry())
    this.addEventListener('click', (event) => this.#followFilter(event))
    this.addEventListener('keydown', (event) => {
      stepThrough(event, input, [...this.querySelectorAll<HTMLElement>('.result-title a')])
    })
    window.addEventListener('popstate', () => {
      this.#isTyping = false
      void this.#showAddress()
    })
    window.addEventListener('pagehide', () => this.#keep())
  }

  get input(): HTMLInputElement {
    return this.#part('input[name="q"]', HTMLInputElement)
  }

  get address(): SearchAddress {
    return readAddress(new URLSearchParams(location.search))
  }

  /** Asks as the page does, without showing the answer: for tests, which ask thousands of times. */
  ask(query: string, count = 10_000): Promise<View> {
    return ask(this.dataset['base'] ?? '/', { query, filters: {}, count, relatedCount: 0 })
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const part = this.querySelector(selector)
    if (!(part instanceof type)) throw new Error(`the search page has no ${selector}`)
    return part
  }

  async #showAddress() {
    const { query } = this.address
    const kept = history.state as Kept | null
    if (this.input.value !== query) this.input.value = query
    document.title = sayTitle(query, this.#title)
    this.#count = kept?.count ?? PAGE
    this.#relatedCount = kept?.relatedCount ?? RELATED
    if ((await this.#show()) && kept) scrollTo({ top: kept.scroll, behavior: 'instant' })
  }

  /** Goes to the search for what stands in the box. */
  #take(query: string, isTyping: boolean) {
    this.#go({ ...this.address, query }, this.#isTyping ? 'replace' : 'push')
    this.#isTyping = isTyping
  }

  #go(address: SearchAddress, how: 'push' | 'replace') {
    const target = location.pathname + writeAddress(address)
    if (how === 'replace' || target === location.pathname + location.search) history.replaceState(null, '', target)
    else {
      this.#keep()
      history.pushState(null, '', target)
    }
    void this.#showAddress()
  }

  #keep() {
    const kept: Kept = { count: this.#count, relatedCount: this.#relatedCount, scroll: scrollY }
    history.replaceState(kept, '')
  }

  /** The filters are links; followed here they need no new page. */
  #followFilter(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.filters a') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#go(readAddress(new URL(link.href).searchParams), 'push')
    this.#part('.filters', HTMLElement).querySelector('summary')?.focus()
  }

  async #showAllRelated(kind: MatchKind) {
    this.#relatedCount = 10_000
    await this.#show()
    this.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] .result-title a`)[RELATED]?.focus()
  }

  /** The button is gone where all went well, so what has the focus is the box. */
  async #retry() {
    if (await this.#show()) this.input.focus()
    else this.#part('#retry', HTMLElement).focus()
  }

  async #showMore() {
    const before = this.#count
    this.#count += PAGE
    await this.#show()
    this.querySelectorAll<HTMLElement>('#results > li > .result-title a')[before]?.focus()
  }

  /** Shows the answer; whether it is there, and still wanted. */
  async #show(): Promise<boolean> {
    const { query, filters } = this.address
    const asked = ++this.#last
    const results = this.#part('#results', HTMLOListElement)
    if (query.trim() === '') {
      this.#clear()
      results.dataset['state'] = 'idle'
      return true
    }
    results.dataset['state'] = 'searching'
    const answered = sayWhenLate(this.#part('#search-status', HTMLElement))
    try {
      const request = { query, filters, count: this.#count, relatedCount: this.#relatedCount }
      const view = await ask(this.dataset['base'] ?? '/', request)
      if (asked !== this.#last) return false
      this.#render(view, filters)
      results.dataset['state'] = 'done'
      return true
    } catch {
      if (asked !== this.#last) return false
      this.#clear()
      this.#part('#failure', HTMLElement).hidden = false
      results.dataset['state'] = 'failed'
      return false
    } finally {
      answered()
    }
  }

  #clear() {
    for (const selector of ['#results', '#choices', '#related', '.filter-list', '#closest', '#search-status']) {
      this.#part(selector, HTMLElement).replaceChildren()
    }
    for (const selector of ['#failure', '#nothing', '.filters', '#more-results']) {
      this.#part(selector, HTMLElement).hidden = true
    }
    this.#part('#results', HTMLElement).dataset['total'] = '0'
  }

  #render(view: View, filters: Filters) {
    this.#clear()
    const results = this.#part('#results', HTMLOListElement)
    results.dataset['total'] = String(view.total)
    results.replaceChildren(...view.items.map(resultElement))
    this.#part('#search-status', HTMLElement).textContent = sayTotal(view)

    const more = this.#part('#more-results', HTMLButtonElement)
    const left = view.total - view.items.length
    more.hidden = left <= 0
    more.textContent = `次の${Math.min(PAGE, left)}件を表示（残り${left}件）`

    this.#part('.filters', HTMLElement).hidden = view.facets.length === 0
    // What narrows the answer is seen, also while the list of filters is shut.
    const chosen = view.facets.flatMap(({ name, values }) => values.filter(({ value }) => value === filters[name]))
    const named = chosen.map(({ label }) => label).join('、')
    this.#part('.filters summary', HTMLElement).textContent = named === '' ? 'しぼりこみ' : `しぼりこみ：${named}`
    this.#part('.filter-list', HTMLElement).replaceChildren(...this.#filterElements(view, filters))
    this.#part('#choices', HTMLElement).replaceChildren(...this.#choiceElements(view))
    this.#part('#related', HTMLElement).replaceChildren(...view.related.flatMap((list) => this.#relatedElements(list)))

    this.#part('#nothing', HTMLElement).hidden = view.whole > 0
    const closest = view.closest.map((word) => {
      const href = location.pathname + writeAddress({ query: word, filters: {} })
      return element('li', {}, [element('a', { href }, [word])])
    })
    this.#part('#closest-title', HTMLElement).hidden = closest.length === 0
    this.#part('#closest', HTMLElement).replaceChildren(...closest)
  }

  /** With several reports each is named; with one, its name says nothing. */
  #choiceElements({ choices }: View): Node[] {
    const name = (title: string) => (choices.length > 1 ? `${title}の結果` : 'この結果')
    return choices.map(({ title, url }) =>
      element('li', {}, [element('a', { href: url }, [`${name(title)}だけの報告書を見る`])]),
    )
  }

  #relatedElements({ kind, total, items }: View['related'][number]): Node[] {
    const list = element('ol', { class: 'result-list', 'data-kind': kind }, items.map(resultElement))
    // The answer's own list is the one that has `data-number`: these are near, not asked for.
    for (const item of list.children) {
      item.setAttribute('data-related', item.getAttribute('data-number') ?? '')
      item.removeAttribute('data-number')
    }
    const all = element('button', { type: 'button' }, [`${total}件すべてを表示`])
    all.addEventListener('click', () => void this.#showAllRelated(kind))
    const title = element('h2', {}, [`${RELATED_TITLES[kind]}（${total}件）`])
    return [title, list, ...(items.length < total ? [all] : [])]
  }

  #filterElements({ query, facets }: View, filters: Filters): Node[] {
    const linkTo = (changed: Filters) => location.pathname + writeAddress({ query, filters: changed })
    const chosen = FILTERS.some((name) => filters[name] !== undefined)
    const groups = facets.map(({ name, values }: Facet) => {
      const items = values.map(({ value, label, count }) => {
        const isOn = filters[name] === value
        const href = linkTo({ ...filters, [name]: isOn ? undefined : value })
        const link = element('a', { href, ...(isOn && { 'aria-current': 'true' }) }, [label, `（${count}）`])
        return element('li', {}, [link])
      })
      return element('div', {}, [element('h2', {}, [FILTER_TITLES[name]]), element('ul', {}, items)])
    })
    return chosen
      ? [...groups, element('p', {}, [element('a', { href: linkTo({}) }, ['しぼりこみをすべて外す'])])]
      : groups
  }
}

customElements.define('search-page', SearchPage)
