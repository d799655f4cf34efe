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
 * Of each kind of page the one that is made of the most parts, and then as few as it takes for every part of the site to
 * stand on one of them: a chart, a footnote, a relisting, a term. In the order given.
 */
export function coveringPages(pages: readonly BuiltPage[]): BuiltPage[] {
  const parts = new Map(pages.map((page) => [page, partsOf(page.tree)]))
  const missing = new Set([...parts.values()].flatMap((of) => [...of]))
  const chosen = new Set<BuiltPage>()
  const choose = (among: readonly BuiltPage[], gainOf: (page: BuiltPage) => number) => {
    const page = among.reduce((best, each) => (gainOf(each) > gainOf(best) ? each : best))
    chosen.add(page)
    parts.get(page)?.forEach((part) => missing.delete(part))
  }
  for (const ofKind of Map.groupBy(pages, kindOf).values()) choose(ofKind, (page) => parts.get(page)?.size ?? 0)
  const missingOn = (page: BuiltPage) => [...(parts.get(page) ?? [])].filter((part) => missing.has(part)).length
  while (missing.size > 0) choose(pages, missingOn)
  return pages.filter((page) => chosen.has(page))
}
