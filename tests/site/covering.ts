import type { Nodes } from 'hast'
import { visit } from 'unist-util-visit'
import type { BuiltPage } from '../../src/build/built-pages.ts'

/** What a page is made of: each element with its classes, role and the element that holds it. */
function partsOf(tree: Nodes): Set<string> {
  const parts = new Set<string>()
  visit(tree, 'element', ({ tagName, properties }, _, parent) => {
    const holder = parent?.type === 'element' ? parent.tagName : ''
    parts.add(`${holder}>${tagName}.${[properties['className'] ?? []].flat().join('.')}[${properties['role'] ?? ''}]`)
  })
  return parts
}

/** `/r7/2-1-3-1/` → `/r#/#-#-#-#/`: what kind of page it is. */
const kindOf = ({ url }: BuiltPage) => url.replace(/\d+/g, '#')

/**
 * Of each kind of page as few as it takes for every part that any of them is made of to stand on one: of 68 initiatives'
 * pages those that have a chart, a footnote, a relisting, a term. In the order given.
 */
export function coveringPages(pages: readonly BuiltPage[]): BuiltPage[] {
  const chosen = new Set([...Map.groupBy(pages, kindOf).values()].flatMap(covering))
  return pages.filter((page) => chosen.has(page))
}

/** The page with the most parts first, then the one with the most that are missing yet, until none is. */
function covering(pages: readonly BuiltPage[]): BuiltPage[] {
  const missing = pages.map((page) => ({ page, parts: partsOf(page.tree) }))
  const chosen: BuiltPage[] = []
  for (;;) {
    const next = missing.reduce((best, each) => (each.parts.size > best.parts.size ? each : best))
    if (next.parts.size === 0) return chosen
    chosen.push(next.page)
    const covered = [...next.parts]
    for (const { parts } of missing) covered.forEach((part) => parts.delete(part))
  }
}
