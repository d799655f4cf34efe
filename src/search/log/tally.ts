import { compareNaturally } from '../../text/order.ts'
import type { View } from '../answer/view.ts'
import { type LogForm, readLine } from './queries.ts'

/** A query and how often it was typed. */
export interface Asked {
  query: string
  times: number
}

/** Counts what was searched for, line by line. */
export class Tally {
  /** Lines that could not be read. */
  unreadable = 0
  readonly #asked = new Map<string, Map<string, number>>()
  readonly #form: LogForm

  constructor(form: LogForm) {
    this.#form = form
  }

  add(line: string): void {
    const read = readLine(line, this.#form)
    if (read === 'unreadable') this.unreadable++
    if (typeof read === 'string') return
    const key = read.query.normalize('NFKC').toLowerCase()
    const writings = this.#asked.get(key) ?? new Map<string, number>()
    writings.set(read.query, (writings.get(read.query) ?? 0) + 1)
    this.#asked.set(key, writings)
  }

  /** The most frequent first; widths and capitals make no other query, and the most frequent writing stands for all. */
  asked(): Asked[] {
    return Array.from(this.#asked.values(), (writings) => {
      const [[query] = ['']] = [...writings].sort(([, a], [, b]) => b - a)
      return { query, times: [...writings.values()].reduce((sum, times) => sum + times, 0) }
    }).sort((a, b) => b.times - a.times || compareNaturally(a.query, b.query))
  }
}

/** What the search shows for a query: an answer, only lists of near matches, or nothing. */
export function outcomeOf({ total, related }: Pick<View, 'total' | 'related'>): 'answer' | 'near' | 'nothing' {
  if (total > 0) return 'answer'
  return related.length > 0 ? 'near' : 'nothing'
}
