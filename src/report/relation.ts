import type { Link } from './body.ts'

/** 再掲・関連: a link from one initiative's body to another's. */
export interface Relation {
  kind: 'relisting' | 'related'
  /** The initiative and result that hold the link. */
  from: { number: string; resultId: string | null }
  /** What it points at; `resultId` is `null` for the whole initiative. */
  to: { number: string; resultId: string | null }
}

const TARGET = /^(?:\.\/)?(\d+(?:-\d+)*)\.md(?:#(r\d+(?:-\d+)*))?$/

/** What a relative link names: `'1-1-2-2.md#r1'` → `{ number: '1-1-2-2', resultId: 'r1' }`; `null` for any other link. */
export function linkTarget(url: string): Relation['to'] | null {
  const match = TARGET.exec(url)
  return match ? { number: match[1] ?? '', resultId: match[2] ?? null } : null
}

/** The words that make a link a relisting. */
export function isRelisting(link: Link): boolean {
  return link.text === '再掲'
}

/** The relations that the links of one initiative's body state, in reading order. */
export function relationsOf(number: string, links: readonly Link[]): Relation[] {
  return links.flatMap((link) => {
    const to = linkTarget(link.url)
    if (!to) return []
    return [{ kind: isRelisting(link) ? 'relisting' : 'related', from: { number, resultId: link.resultId }, to }]
  })
}
