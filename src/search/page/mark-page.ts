import type { Term } from '../../report/glossary.ts'
import { glossaryWords } from '../language/glossary-words.ts'
import { rangesOf } from '../answer/marks.ts'
import { readQuery } from '../answer/query.ts'

/**
 * Marks the words of `?q=` in the page's own text, as the results did: a shared address shows them too. The text stays
 * as it is; the marks are a CSS highlight. Browsers without highlights show the page plain.
 */
export async function markPage(query: string, base: string): Promise<void> {
  const main = document.querySelector('main')
  if (!main || !('highlights' in CSS)) return
  const response = await fetch(`${base}glossary.json`).catch(() => null)
  const glossary = response?.ok ? ((await response.json()) as Term[]) : []
  const lines = blocksOf(main).map((texts) => ({ texts, whole: texts.map(({ data }) => data).join('') }))
  const words = glossaryWords(
    glossary,
    lines.map(({ whole }) => whole),
  )
  const terms = readQuery(query, words)
  const ranges = lines.flatMap(({ texts, whole }) =>
    rangesOf(whole, terms).map(([start, end]) => domRange(texts, start, end)),
  )
  // One by one: a whole report has more places of a common character than a call takes arguments.
  const highlight = new Highlight()
  for (const range of ranges) highlight.add(range)
  CSS.highlights.set('search', highlight)
}

const BLOCKS = 'p, li, h1, h2, h3, h4, dt, dd, td, th, figcaption, summary'
const BREAKS = 'br, ul, ol'
/** Stands above the text, not in it. */
const READINGS = 'rt, rp'

/** Texts in reading order, line by line: what stands in one block, between line breaks and lists. */
function blocksOf(main: Element): Text[][] {
  const lines: Text[][] = []
  let block: Element | null = null
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(BREAKS)) block = null
    } else if (node instanceof Text && !node.parentElement?.matches(READINGS)) {
      const own = node.parentElement?.closest(BLOCKS) ?? main
      if (own !== block) lines.push([])
      block = own
      lines.at(-1)?.push(node)
    }
  }
  return lines
}

function domRange(texts: readonly Text[], start: number, end: number): Range {
  const range = new Range()
  let done = 0
  for (const text of texts) {
    if (start >= done && start < done + text.length) range.setStart(text, start - done)
    if (end > done && end <= done + text.length) {
      range.setEnd(text, end - done)
      break
    }
    done += text.length
  }
  return range
}
