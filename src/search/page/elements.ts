import type { Piece } from '../answer/marks.ts'
import type { ResultItem } from '../answer/view.ts'

/** Results as elements. Every text goes in as text, so nothing of a query or of a report is ever read as HTML. */

/** `element('a', { href: '/' }, ['ホーム'])` */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  fill(made, children)
  return made
}

/** Puts these into an element in place of what it has. One by one: a call takes only so many arguments. */
export function fill(parent: Element, children: Iterable<Node | string>): void {
  parent.replaceChildren()
  for (const child of children) parent.append(child)
}

/** The part of a page that a selector names; a page without it is a fault of ours. */
export function partOf<E extends Element>(page: Element, selector: string, type: new () => E): E {
  const part = page.querySelector(selector)
  if (!(part instanceof type)) throw new Error(`the page has no ${selector}`)
  return part
}

/** A text with its marked parts as `<mark>`. */
export function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, mark }) => (mark ? element('mark', {}, [text]) : text))
}

/** A result: number and title, where it stands, and the lines that were looked for. */
export function resultElement({
  number,
  url,
  match,
  title,
  breadcrumb,
  excerpts,
  more,
  year,
  years,
}: ResultItem): HTMLLIElement {
  const heading = element('a', { href: url }, [
    element('span', { class: 'number' }, [number]),
    ' ',
    element('span', {}, marked(title)),
  ])
  const lines = excerpts.map((excerpt) => {
    return element('li', {}, [element('a', { href: excerpt.url }, marked(excerpt.pieces))])
  })
  if (more > 0) lines.push(element('li', {}, [`ほか${more}か所`]))
  const links = years.map(({ name, url }) => element('a', { href: url }, [name]))
  return element('li', { 'data-number': number, 'data-match': match, ...(year && { 'data-year': year }) }, [
    element('p', { class: 'result-title' }, [heading]),
    element('p', { class: 'result-place' }, marked(breadcrumb)),
    ...(links.length > 0
      ? [
          element(
            'p',
            { class: 'result-years' },
            links.flatMap((link, i) => (i > 0 ? ['、', link] : [link])),
          ),
        ]
      : []),
    ...(lines.length > 0 ? [element('ul', { class: 'result-lines' }, lines)] : []),
  ])
}
