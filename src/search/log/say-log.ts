import type { Asked } from './tally.ts'

/** What the search could not answer, as staff read it. */
export function sayLog({ all, nothing, near }: Record<'all' | 'nothing' | 'near', readonly Asked[]>): string {
  const searches = count(all)
  if (all.length === 0) return '検索の言葉は1つもありませんでした。'
  return [
    `検索 ${searches} 回、${all.length} 通りの言葉を、作ってあるサイトの検索に問い直しました。`,
    ...section('何も見つからなかった言葉', nothing),
    ...section('近い取組だけが見つかった言葉', near),
  ].join('\n')
}

function section(title: string, asked: readonly Asked[]): string[] {
  if (asked.length === 0) return ['', `${title}はありません。`]
  const width = String(asked[0]?.times ?? 0).length
  const lines = asked.map(({ query, times }) => `  ${String(times).padStart(width)} 回  ${query}`)
  return ['', `${title}（${asked.length} 通り、${count(asked)} 回）`, ...lines]
}

function count(asked: readonly Asked[]): number {
  return asked.reduce((sum, { times }) => sum + times, 0)
}
