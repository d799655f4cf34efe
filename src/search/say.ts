import type { FilterName } from './address.ts'
import type { MatchKind } from './search.ts'
import type { View } from './view.ts'

/** What the search says to the reader, in one place: the page and the dialog say the same. */

/** `「電子契約」を含む取組は1件です。`: the count first; what else was searched after it. */
export function sayTotal({ query, total, kind, items, related, alsoSearched }: View): string {
  const asked = `「${shorten(query.trim())}」`
  const also = alsoSearched.length > 0 ? `${alsoSearched.map((word) => `「${word}」`).join('')}でも検索しました。` : ''
  if (total === 0 && related.length === 0 && items.length === 0)
    return `${asked}を含む取組は見つかりませんでした。${also}`
  if (kind === 'exact') return `${asked}を含む取組は${total}件です。${also}`
  if (kind === 'heading') return `${asked}を見出しに含む取組は${total}件です。取組の本文にはありません。${also}`
  return `${asked}そのものを含む取組はありません。ほかの書き方で見つかった取組は${total}件です。${also}`
}

/** The heading of a list of near matches. */
export const RELATED_TITLES: Record<MatchKind, string> = {
  exact: '見つかった取組',
  heading: '見出しで見つかった取組',
  forgiven: 'ほかの書き方で見つかった取組',
}

export const FILTER_TITLES: Record<FilterName, string> = {
  viewpoint: '視点',
  fy: '本文の年度',
  figures: '数値',
  outlook: '見込み・予定',
  year: '報告書',
}

/** A query as long as a book is quoted by its beginning. */
function shorten(query: string): string {
  const characters = [...query.toWellFormed()]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')
}
