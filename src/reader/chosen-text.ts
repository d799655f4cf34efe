import { ancestorOf } from '../report/number.ts'
import { fetchPage, whereabouts } from './select-boxes.ts'

/**
 * The viewpoints with the chosen initiatives alone, under their own numbers and headings, out of the pages that hold their
 * text: the whole report, or where that is parted, pages of viewpoints and sections. The meanings of terms come last.
 */
export async function chosenText(form: HTMLFormElement, chosen: readonly string[]): Promise<Element[]> {
  const pages = await Promise.all([...new Set(chosen.map(whereabouts(form, 'text')))].map(fetchPage))
  const viewpoints = new Map<string, Element>()
  pages.forEach((page, i) => {
    tellApart(page, i)
    for (const section of sectionsWith(page, new Set(chosen))) {
      const number = ancestorOf(section.id.slice(1), 1)
      const viewpoint = viewpoints.get(number) ?? titled(form, number)
      viewpoints.set(number, viewpoint)
      viewpoint.append(section)
      lower(section)
    }
  })
  return [...viewpoints.values(), ...pages.flatMap((page) => [...page.querySelectorAll('main .term-notes')])]
}

/** The sections of a page with the chosen initiatives alone. */
function sectionsWith(page: Document, chosen: ReadonlySet<string>): Element[] {
  for (const article of page.querySelectorAll('main article')) {
    if (!chosen.has(article.id.slice(1))) article.remove()
  }
  // From the inside out, so that a section whose subsections are gone goes too.
  for (const section of Array.from(page.querySelectorAll('main section')).reverse()) {
    if (!section.querySelector('article')) section.remove()
  }
  return Array.from(page.querySelectorAll('main section.section'))
}

/** Each page counts the notes of its terms from 1. */
function tellApart(page: Document, i: number): void {
  for (const note of page.querySelectorAll('.term-note')) note.id += `-${i}`
  for (const term of page.querySelectorAll('[popovertarget]')) {
    term.setAttribute('popovertarget', `${term.getAttribute('popovertarget')}-${i}`)
  }
}

/** An empty viewpoint under its title, as in the whole report. */
function titled(form: HTMLFormElement, number: string): Element {
  const viewpoint = document.createElement('section')
  viewpoint.className = 'viewpoint'
  viewpoint.id = `s${number}`
  const title = document.createElement('h2')
  const legend = form.querySelector(`legend:has(input[value="${number}"])`)
  title.append(...Array.from(legend?.querySelectorAll('.number, .gap, .title') ?? [], (part) => part.cloneNode(true)))
  viewpoint.append(title)
  return viewpoint
}

/** Below its viewpoint's title a section's is of level 3, whatever it is on its page; what stands below it follows. */
function lower(section: Element): void {
  const headings = Array.from(section.querySelectorAll('h1, h2, h3, h4, h5, h6'))
  const by = 3 - Number(headings[0]?.tagName[1])
  if (by === 0) return
  for (const heading of headings) {
    const lowered = document.createElement(`h${Math.min(6, Number(heading.tagName[1]) + by)}`)
    for (const { name, value } of heading.attributes) lowered.setAttribute(name, value)
    lowered.append(...heading.childNodes)
    heading.replaceWith(lowered)
  }
}
