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

/**
 * As few pages as it takes for every part that any page is made of to stand on one of them: of 68 initiatives' pages those
 * that have a chart, a footnote, a relisting, a term. The richest come first; the order is that of the addresses.
 */
export function coveringPages(pages: readonly BuiltPage[]): BuiltPage[] {
  const missing = pages.map((page) => ({ page, parts: partsOf(page.tree) }))
  const chosen = new Set<BuiltPage>()
  for (;;) {
    const next = missing.reduce((best, each) => (each.parts.size > best.parts.size ? each : best))
    if (next.parts.size === 0) return pages.filter((page) => chosen.has(page))
    chosen.add(next.page)
    const covered = [...next.parts]
    for (const { parts } of missing) covered.forEach((part) => parts.delete(part))
  }
}
