import type { Term } from '../report/glossary.ts'
import { findTerms } from '../report/terms.ts'

let terms: Term[] | undefined

/** Adds the glossary's readings to the page's terms as ruby, or removes them. `false` where the glossary did not load. */
export async function setReadings(on: boolean, base: string): Promise<boolean> {
  const main = document.querySelector('main')
  if (!main) return false
  try {
    terms ??= (await (await fetch(`${base}glossary.json`)).json()) as Term[]
  } catch {
    return false
  }
  watch.disconnect()
  takeAway(main)
  if (on) {
    add(main, terms)
    watch.observe(main, { childList: true, subtree: true })
  }
  return true
}

/** Adds readings to text that is inserted later too: search results, chosen initiatives. */
const watch = new MutationObserver((changes, observer) => {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Element && node.isConnected && !node.closest(LEFT_ALONE)) add(node, terms ?? [])
  }
  // Adding readings changes the page: ignore these changes.
  observer.takeRecords()
})

/** No readings in text to be copied, in drawings, or in years, which show their own full form. */
const LEFT_ALONE = 'ruby, time, svg, script, style, form, .citation, .visually-hidden, [role="status"]'

function add(root: Element, known: readonly Term[]): void {
  const texts: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(LEFT_ALONE)) texts.push(node)
  }
  for (const text of texts) {
    const places = findTerms(text.data, known)
    if (places.length === 0) continue
    const parts: (Node | string)[] = []
    let done = 0
    for (const { term, start, end } of places) {
      parts.push(text.data.slice(done, start), ruby(text.data.slice(start, end), term.reading))
      done = end
    }
    text.replaceWith(...parts, text.data.slice(done))
  }
}

function ruby(text: string, reading: string): HTMLElement {
  const element = document.createElement('ruby')
  const part = (name: 'rp' | 'rt', content: string) => {
    const made = document.createElement(name)
    made.textContent = content
    return made
  }
  element.append(text, part('rp', '（'), part('rt', reading), part('rp', '）'))
  return element
}

function takeAway(root: Element): void {
  for (const element of root.querySelectorAll('ruby')) {
    const parent = element.parentNode
    element.replaceWith(element.firstChild ?? '')
    parent?.normalize()
  }
}
