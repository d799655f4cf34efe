import type { FilterName } from '../answer/address.ts'
import type { MatchKind } from '../answer/search.ts'
import type { View } from '../answer/view.ts'

/** What the search says to the reader, in one place: the page and the dialog say the same. */

/** `「電子契約」を含む取組は1件です。`: the count first; what else was searched after it. */
export function sayTotal({ query, parts, whole, total, kind, related, alsoSearched, readAs }: View): string {
  if (query.trim() === '') return `しぼりこんだ取組は${total}件です。`
  const asked = `「${shorten(query.trim())}」`
  const count = total === whole ? `${whole}件です。` : `${whole}件、しぼりこんだ結果は${total}件です。`
  const named = (words: readonly string[]) => words.map((word) => `「${word}」`).join('')
  const others = alsoSearched.length > 0 ? `${named(alsoSearched)}でも検索しました。` : ''
  const also = readAs.length > 0 ? `${named(readAs)}と読みました。${others}` : others
  const ranked = related.find((list) => list.kind === 'ranked')?.total ?? 0
  const near = ranked > 0 ? `${RELATED_TITLES.ranked}が${ranked}件あります。` : ''
  if (whole === 0 && near !== '') return `${asked}そのものを含む取組はありません。${near}${also}`
  if (whole === 0) return `${asked}を含む取組は見つかりませんでした。${also}`
  if (kind === 'exact') return `${asked}を含む取組は${count}${also}`
  // Of several parts some stand in the text, or in the text in another way.
  if (kind === 'heading' && parts > 1) return `見出しと本文を合わせて${asked}を含む取組は${count}${also}`
  if (kind === 'heading') return `${asked}を見出しに含む取組は${count}取組の本文にはありません。${also}`
  return `${asked}そのものを含む取組はありません。ほかの書き方で見つかった取組は${count}${also}`
}

/** The way back from what was read otherwise: a search for just what was typed. */
export function sayAsTyped(query: string): string {
  return `「${shorten(query.trim())}」のまま探す`
}

/** A search's own title in the history and among bookmarks: `「電子契約」の検索 | …`. */
export function sayTitle(query: string, title: string): string {
  return query.trim() === '' ? title : `「${shorten(query.trim())}」の${title}`
}

/** Says so where the answer takes longer than a second. To be stopped by what is returned when the answer is there. */
export function sayWhenLate(status: HTMLElement): () => void {
  const timer = setTimeout(() => (status.textContent = '探しています…'), 1000)
  return () => clearTimeout(timer)
}

export const UNREACHABLE = '検索の索引を読み込めませんでした。'

/** Where the page is of a version whose index is no longer there. */
export const RENEWED = 'このページを開いたあとに、報告書が新しくなりました。'
export const LOAD_RENEWED = '新しい報告書を読み込む'

/** The heading of a list of near matches, which says why they are there. */
export function sayRelated(kind: MatchKind, total: number): string {
  return `${RELATED_TITLES[kind]}（${total}件）`
}

const RELATED_TITLES: Record<MatchKind, string> = {
  exact: '見つかった取組',
  heading: '見出しで見つかった取組',
  forgiven: 'ほかの書き方で見つかった取組',
  ranked: '言葉の一部や、近い言葉を含む取組',
}

export const FILTER_TITLES: Record<FilterName, string> = {
  viewpoint: '視点',
  fy: '本文の年度',
  figures: '数値',
  trend: '数値の増減',
  amount: '金額',
  outlook: '見込み・予定',
  year: '報告書',
}

/** A query as long as a book is quoted by its beginning. */
function shorten(query: string): string {
  const characters = [...query.toWellFormed()]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')
}
