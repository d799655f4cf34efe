import { compareNaturally } from '../../text/order.ts'
import { FILTERS, type FilterName, type Filters } from './address.ts'
import type { Trait } from '../../report/traits.ts'
import { type Catalogue, hasTrait, storyOf } from '../index/catalogue.ts'
import type { Found } from './search.ts'

/** A value that results can be narrowed to, and how many there are then. */
export interface FacetValue {
  value: string
  label: string
  count: number
}

export interface Facet {
  name: FilterName
  values: FacetValue[]
}

/** What the values of a filter are called. */
const LABELS: Partial<Record<FilterName, Record<string, string>>> = {
  figures: { 0: '数値のないもの', 1: '数値のあるもの' },
  trend: { up: '数値が増えたもの', down: '数値が減ったもの' },
  amount: { 1: '金額のあるもの' },
  outlook: { 1: '見込み・予定のあるもの', considered: '検討中のもの', planned: '予定のあるもの' },
}

/** What a row has under each filter: `{ viewpoint: ['2'], fy: ['R5', 'R6'], figures: ['1'], trend: ['up'], amount: [], outlook: [], year: ['r7'] }`. */
function valuesOf(catalogue: Catalogue, row: number): Record<FilterName, string[]> {
  const given = (traits: Record<string, Trait>) =>
    Object.keys(traits).filter((value) => hasTrait(catalogue, row, traits[value] as Trait))
  const years = catalogue.yearLists[catalogue.yearList[row] ?? 0] ?? []
  return {
    viewpoint: [catalogue.number[row]?.split('-')[0] ?? ''],
    fy: years.map((place) => catalogue.years[place] ?? ''),
    figures: [hasTrait(catalogue, row, 'figures') ? '1' : '0'],
    trend: given({ up: 'rose', down: 'fell' }),
    amount: given({ 1: 'amount' }),
    outlook: given({ 1: 'outlook', considered: 'considered', planned: 'planned' }),
    year: [catalogue.reports[catalogue.report[row] ?? 0]?.id ?? ''],
  }
}

/** The results that pass all filters. */
export function narrow(found: readonly Found[], filters: Filters, catalogue: Catalogue): Found[] {
  return found.filter(({ row }) => passes(valuesOf(catalogue, row), filters))
}

function passes(values: Record<FilterName, string[]>, filters: Filters, except?: FilterName): boolean {
  return FILTERS.every((name) => {
    const wanted = filters[name]
    return name === except || wanted === undefined || values[name].includes(wanted)
  })
}

/** Every filter's values with how many results each would leave, the other filters kept. What is chosen stands there in any case. */
export function facetsOf(found: readonly Found[], filters: Filters, catalogue: Catalogue): Facet[] {
  // An initiative of several years is one result.
  const counts = new Map(FILTERS.map((name) => [name, new Map<string, Set<number>>()]))
  for (const name of FILTERS) if (filters[name] !== undefined) counts.get(name)?.set(filters[name], new Set())
  for (const { row } of found) {
    const values = valuesOf(catalogue, row)
    for (const name of FILTERS) {
      if (!passes(values, filters, name)) continue
      const facet = counts.get(name)
      for (const value of values[name]) {
        const stories = facet?.get(value) ?? new Set()
        facet?.set(value, stories.add(storyOf(catalogue, row)))
      }
    }
  }
  const titleOf = (viewpoint: string) =>
    catalogue.outlines.find((outline) => Object.hasOwn(outline, viewpoint))?.[viewpoint] ?? ''
  const label = (name: FilterName, value: string) => {
    if (name === 'viewpoint') return `${value} ${titleOf(value)}`
    const named = LABELS[name]?.[value]
    if (named !== undefined) return named
    if (name === 'year') return catalogue.reports.find(({ id }) => id === value)?.title ?? value
    return value
  }
  return FILTERS.map((name) => ({
    name,
    values: [...(counts.get(name) ?? [])]
      .map(([value, stories]) => ({ value, label: label(name, value), count: stories.size }))
      .sort((a, b) => compareNaturally(a.value, b.value)),
  })).filter(({ values }) => values.length > 0)
}
