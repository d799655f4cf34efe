import { isPossible } from '../../text/era.ts'
import { findEras } from '../../text/written-eras.ts'
import { wordsOfToken } from '../language/era-words.ts'
import type { QueryTerm } from './query.ts'
import { looseFormOf } from '../language/spelling.ts'
import { findIn, formsOf } from '../language/forms.ts'

/** A part of a verbatim text: `start` to `end`, UTF-16 offsets. */
export type Range = [start: number, end: number]

/** A verbatim text in pieces; joined they are the text. */
export interface Piece {
  text: string
  mark: boolean
}

/** Where the terms stand in a text. Other spellings count only where there is none of a term's own. */
export function rangesOf(text: string, terms: readonly QueryTerm[]): Range[] {
  const forms = formsOf(text)
  const loose = looseFormOf(text)
  const found = terms.flatMap((term) => {
    const own = term.forms.flatMap((query) => forms.flatMap((form) => findIn(form, query)))
    if (own.length > 0) return own
    const asked = [...term.forms, ...term.variants.flatMap((variant) => variant.forms)]
    const wanted = term.variants.flatMap((variant) => variant.eraWords)
    return [
      ...asked.flatMap((query) => [...forms, loose].flatMap((form) => findIn(form, query))),
      ...findEras(text)
        .filter((token) => isPossible(token) && wordsOfToken(token).some((word) => wanted.includes(word)))
        .map(({ start, end }): Range => [start, end]),
    ]
  })
  return join(found)
}

/** Overlapping and touching ranges as one, in order. */
function join(ranges: Range[]): Range[] {
  const joined: Range[] = []
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** `('電子契約の促進', [[0, 4]])` → `電子契約` marked, `の促進` not. */
export function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const [start, end] of ranges) {
    if (start > done) pieces.push({ text: text.slice(done, start), mark: false })
    pieces.push({ text: text.slice(start, end), mark: true })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), mark: false })
  return pieces
}

/** As much as a reader takes in at a glance. */
const LONGEST = 90

/** A line's pieces around its first mark; `…` stands where some was left out. */
export function excerptOf(text: string, ranges: readonly Range[]): Piece[] {
  if (text.length <= LONGEST) return piecesOf(text, ranges)
  const [first = 0, firstEnd = 0] = ranges[0] ?? []
  const start = Math.max(0, Math.min(first - 20, text.length - LONGEST))
  const end = Math.max(firstEnd, start + LONGEST)
  const inside = ranges
    .filter(([from, to]) => to > start && from < end)
    .map(([from, to]): Range => [Math.max(from, start) - start, Math.min(to, end) - start])
  const ellipsis: Piece = { text: '…', mark: false }
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...piecesOf(text.slice(start, end).toWellFormed(), inside),
    ...(end < text.length ? [ellipsis] : []),
  ]
}
