/**
 * A search as an address: the query and the filters are ordinary URL parameters, so every search is a link.
 * `?q=電子契約&viewpoint=2` ↔ `{ query: '電子契約', filters: { viewpoint: '2' } }`
 */

/** What results can be narrowed by, in the order in which they are offered. */
export const FILTERS = ['viewpoint', 'fy', 'figures', 'trend', 'amount', 'outlook', 'year'] as const

/** As many characters as a box takes: a passage of the report, and an address that every server reads. */
export const LONGEST_QUERY = 500

export type FilterName = (typeof FILTERS)[number]

export type Filters = Partial<Record<FilterName, string>>

export interface SearchAddress {
  query: string
  filters: Filters
}

export function hasFilters(filters: Filters): boolean {
  return FILTERS.some((name) => filters[name] !== undefined)
}

export function readAddress(parameters: URLSearchParams): SearchAddress {
  const filters: Filters = {}
  for (const name of FILTERS) {
    const value = parameters.get(name)
    if (value) filters[name] = value
  }
  return { query: parameters.get('q') ?? '', filters }
}

/** The address's parameters: `'?q=…'`, or `''` for no search at all. */
export function writeAddress({ query, filters }: SearchAddress): string {
  const parameters = new URLSearchParams()
  if (query !== '') parameters.set('q', query)
  for (const name of FILTERS) {
    const value = filters[name]
    if (value) parameters.set(name, value)
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
