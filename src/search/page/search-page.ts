import { type SearchAddress, hasFilters, readAddress } from '../answer/address.ts'
import type { MatchKind } from '../answer/search.ts'
import type { View } from '../answer/view.ts'
import { ask } from './client.ts'
import { PAGE, clearAnswer, drawAnswer } from './draw-answer.ts'
import { filterOf } from './draw-filters.ts'
import { partOf } from './elements.ts'
import { type Shown, currentAddress, goTo, keep, keptOf } from './history.ts'
import { addParts } from './parts.ts'
import { isRenewed } from './renewed.ts'
import { sayTitle, sayWhenLate } from './say.ts'
import { stepThrough, whileTyping } from './typing.ts'

/** How many near matches show before the reader asks for all. */
const RELATED = 5

/** `/search/`: shows the search that stands in the address, and puts what is typed there. */
class SearchPage extends HTMLElement {
  #shown: Shown = { count: PAGE, relatedCount: RELATED }
  /** Only the last search asked for is shown. */
  #last = 0
  /** What is being typed is one entry in the history; what was asked before it keeps its own. */
  #isTyping = false
  #title = document.title

  connectedCallback() {
    addParts(this)
    const { input } = this
    // What was typed before this script came is not lost.
    if (input.value !== '' && currentAddress().query === '') this.#go({ query: input.value }, 'replace')
    else void this.#showAddress()
    whileTyping(input, (query) => {
      if (query !== currentAddress().query) this.#take(query, true)
    })
    input.addEventListener('blur', () => (this.#isTyping = false))
    partOf(this, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault()
      this.#take(input.value, false)
    })
    partOf(this, '#more-results', HTMLButtonElement).addEventListener('click', () => void this.#showMore())
    partOf(this, '#retry', HTMLButtonElement).addEventListener('click', () => void this.#retry())
    partOf(this, '#reload', HTMLButtonElement).addEventListener('click', () => location.reload())
    this.addEventListener('click', (event) => this.#followFilter(event))
    this.addEventListener('keydown', (event) => {
      stepThrough(event, input, [...this.querySelectorAll<HTMLElement>('.result-title a')])
    })
    window.addEventListener('popstate', () => {
      this.#isTyping = false
      void this.#showAddress()
    })
    window.addEventListener('pagehide', () => keep(this.#shown))
    // A browser that brings the page back may have emptied the box, or filled it with what was typed.
    window.addEventListener('pageshow', () => (input.value = currentAddress().query))
  }

  get #index(): string {
    return this.dataset['index'] ?? ''
  }

  get input(): HTMLInputElement {
    return partOf(this, 'input[name="q"]', HTMLInputElement)
  }

  /** Asks as the page does, without showing the answer: for tests, which ask thousands of times. */
  ask(query: string, count = Infinity): Promise<View> {
    return ask(this.#index, { query, filters: {}, count, relatedCount: 0 })
  }

  async #showAddress() {
    const { query } = currentAddress()
    const kept = keptOf()
    if (this.input.value !== query) this.input.value = query
    document.title = sayTitle(query, this.#title)
    this.#shown = { count: kept?.count ?? PAGE, relatedCount: kept?.relatedCount ?? RELATED }
    if ((await this.#show()) && kept) scrollTo({ top: kept.scroll, behavior: 'instant' })
  }

  /** Goes to the search for what stands in the box. */
  #take(query: string, isTyping: boolean) {
    this.#go({ query }, this.#isTyping ? 'replace' : 'push')
    this.#isTyping = isTyping
  }

  #go(changed: Partial<SearchAddress>, how: 'push' | 'replace') {
    goTo({ ...currentAddress(), ...changed }, how, this.#shown)
    void this.#showAddress()
  }

  /** The filters are links; followed here they need no new page. */
  #followFilter(event: MouseEvent) {
    const url = filterOf(event)
    if (!url) return
    event.preventDefault()
    this.#go(readAddress(url.searchParams), 'push')
    partOf(this, '.filters summary', HTMLElement).focus()
  }

  async #showAllRelated(kind: MatchKind) {
    this.#shown.relatedCount = Infinity
    await this.#show()
    this.querySelectorAll<HTMLElement>(`[data-kind="${kind}"] .result-title a`)[RELATED]?.focus()
  }

  async #showMore() {
    const before = this.#shown.count
    this.#shown.count += PAGE
    await this.#show()
    this.querySelectorAll<HTMLElement>('#results > li > .result-title a')[before]?.focus()
  }

  /** The button is gone where all went well, so what has the focus is the box. */
  async #retry() {
    if (await this.#show()) this.input.focus()
    else partOf(this, '#retry', HTMLElement).focus()
  }

  /** Shows the answer; whether it is there, and still wanted. */
  async #show(): Promise<boolean> {
    const { query, filters } = currentAddress()
    const asked = ++this.#last
    const results = partOf(this, '#results', HTMLOListElement)
    if (query.trim() === '' && !hasFilters(filters)) {
      clearAnswer(this)
      results.dataset['state'] = 'idle'
      return true
    }
    results.dataset['state'] = 'searching'
    const answered = sayWhenLate(partOf(this, '#search-status', HTMLElement))
    try {
      const view = await ask(this.#index, { query, filters, ...this.#shown })
      if (asked !== this.#last) return false
      drawAnswer(this, view, filters, (kind) => void this.#showAllRelated(kind))
      results.dataset['state'] = 'done'
      return true
    } catch {
      const renewed = await isRenewed(this.#index)
      if (asked !== this.#last) return false
      clearAnswer(this)
      partOf(this, renewed ? '#renewed' : '#failure', HTMLElement).hidden = false
      results.dataset['state'] = 'failed'
      return false
    } finally {
      answered()
    }
  }
}

customElements.define('search-page', SearchPage)
