import type { SearchAddress } from './address.ts'

/** 出来合いの一覧: searches that readers asked for, as links. `searchUrl` makes their addresses. */
export const READY_LISTS: readonly (Partial<SearchAddress> & { label: string })[] = [
  { label: '検討中のもの', filters: { outlook: 'considered' } },
  { label: '予定のあるもの', filters: { outlook: 'planned' } },
  { label: '数値が増えたもの', filters: { trend: 'up' } },
  { label: '数値が減ったもの', filters: { trend: 'down' } },
  { label: '金額のあるもの', filters: { amount: '1' } },
  { label: '数値のないもの', filters: { figures: '0' } },
  { label: '企業・大学などとの協定', query: '協定' },
]
