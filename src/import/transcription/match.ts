import { distance } from 'fastest-levenshtein'
import { compareNumbers, orderOf, parentOf } from '../../report/number.ts'
import type { Transcript, TranscriptEntry } from './transcript.ts'

/** Which heading and initiative of the content is which of the received document. */
export interface Matching {
  /** Content → document. */
  sourceOf: Map<TranscriptEntry, TranscriptEntry>
  /** In the content alone, and in the document alone. */
  added: TranscriptEntry[]
  missing: TranscriptEntry[]
  /** Of the pairs, those that stand under another heading or in another order. */
  moved: TranscriptEntry[]
}

/** More than any report has under one heading: such a document has another form. */
const MOST_SIBLINGS = 200

const KINDS = ['viewpoint', 'section', 'subsection', 'initiative'] as const

/**
 * Matches by name under the same heading, then by name anywhere, then by what is most alike under the same heading:
 * an initiative that is put in shifts the numbers after it, and those are still the same.
 */
export function matchEntries(source: Transcript, content: Transcript): Matching {
  const matching: Matching = { sourceOf: new Map(), added: [], missing: [], moved: [] }
  /** The document's number of a heading, by its number in the content. */
  const places = new Map([['', '']])
  const placeOf = ({ number }: TranscriptEntry) =>
    content.hasHeadings ? places.get(parentOf(number)) : parentOf(number)
  for (const kind of KINDS) {
    if (kind !== 'initiative' && !content.hasHeadings) continue
    const open = new Set(source.entries.filter((entry) => entry.kind === kind))
    let unmatched = content.entries.filter((entry) => entry.kind === kind)
    const pair = (match: (entry: TranscriptEntry) => TranscriptEntry | undefined) => {
      unmatched = unmatched.filter((entry) => {
        const found = match(entry)
        if (!found) return true
        open.delete(found)
        matching.sourceOf.set(entry, found)
        return false
      })
    }
    const inPlace = firstOf(open, (entry) => `${parentOf(entry.number)} ${entry.title?.text}`)
    pair((entry) => inPlace(`${placeOf(entry)} ${entry.title?.text}`))
    const anywhere = firstOf(open, ({ title }) => title?.text ?? '')
    pair((entry) => anywhere(entry.title?.text ?? ''))
    const siblings = Map.groupBy(open, ({ number }) => parentOf(number))
    pair((entry) =>
      likest(
        entry,
        (siblings.get(placeOf(entry) ?? '') ?? []).filter((other) => open.has(other)),
      ),
    )
    for (const entry of unmatched) matching.added.push(entry)
    for (const entry of open) matching.missing.push(entry)
    for (const [entry, found] of matching.sourceOf) if (entry.kind === kind) places.set(entry.number, found.number)
  }
  matching.moved = movedOf(matching.sourceOf, placeOf)
  return matching
}

/** The first entry of a key that is still open. */
function firstOf(open: ReadonlySet<TranscriptEntry>, keyOf: (entry: TranscriptEntry) => string) {
  const queues = Map.groupBy(open, keyOf)
  return (key: string) => {
    const queue = queues.get(key) ?? []
    while (queue[0] && !open.has(queue[0])) queue.shift()
    return queue.shift()
  }
}

/** The sibling that an entry was made from: alike in name, or with a line in common, or what can't be read, by number. */
function likest(entry: TranscriptEntry, others: readonly TranscriptEntry[]): TranscriptEntry | undefined {
  const { kind, number, title, lines } = entry
  const sameNumber = others.find((other) => other.number === number)
  if (title === null || kind !== 'initiative') return sameNumber
  if (others.length > MOST_SIBLINGS) return sameNumber
  const words = new Set(lines?.map(({ text }) => text))
  const isLike = (other: TranscriptEntry) => {
    const name = other.title?.text ?? ''
    const isName = distance(name, title.text) <= Math.max(name.length, title.text.length) / 2
    return isName || (other.lines ?? []).some(({ text }) => words.has(text))
  }
  return [...(sameNumber ? [sameNumber] : []), ...others].find(isLike)
}

function movedOf(
  sourceOf: ReadonlyMap<TranscriptEntry, TranscriptEntry>,
  placeOf: (entry: TranscriptEntry) => string | undefined,
): TranscriptEntry[] {
  const pairs = [...sourceOf].map(([entry, found]) => ({ entry, found, home: parentOf(found.number) }))
  // Under a heading that the document has not, the heading is what is new.
  const away = pairs.filter(({ entry, home }) => (placeOf(entry) ?? home) !== home)
  const atHome = pairs
    .filter(({ entry, home }) => placeOf(entry) === home)
    .sort((a, b) => compareNumbers(a.entry.number, b.entry.number))
    .map(({ entry, found, home }) => ({ entry, order: orderOf(found.number), group: `${entry.kind} ${home}` }))
  const families = [...Map.groupBy(atHome, ({ group }) => group).values()]
  return [...away.map(({ entry }) => entry), ...families.flatMap(outOfOrder)]
}

/** The fewest siblings without which the rest stand in order. */
function outOfOrder(siblings: { entry: TranscriptEntry; order: number }[]): TranscriptEntry[] {
  const best: { length: number; before: number }[] = []
  siblings.forEach(({ order }, i) => {
    let [length, before] = [1, -1]
    for (let k = 0; k < i; k++) {
      const own = (best[k]?.length ?? 0) + 1
      if ((siblings[k]?.order ?? 0) < order && own > length) [length, before] = [own, k]
    }
    best.push({ length, before })
  })
  const kept = new Set<number>()
  const last = best.reduce((top, { length }, i) => (length > (best[top]?.length ?? 0) ? i : top), 0)
  for (let i = last; i >= 0 && best.length > 0; i = best[i]?.before ?? -1) kept.add(i)
  return siblings.flatMap(({ entry }, i) => (kept.has(i) ? [] : [entry]))
}
