import { ancestorOf, parentOf } from '../../report/number.ts'
import type { Corrections } from '../../report/schema.ts'
import { type LinePair, alignLines } from './align.ts'
import { matchEntries } from './match.ts'
import type { Transcript, TranscriptEntry, TranscriptLine } from './transcript.ts'

/**
 * What the content has at one line of the document: other words (and perhaps more lines), nothing, or lines after it
 * that the document has not. `source` is `null` where nothing stands before those.
 */
export interface LineChange {
  kind: 'changed' | 'missing' | 'added'
  source: TranscriptLine | null
  content: TranscriptLine[]
}

/** Where the content does not say what the received document says. */
export type Difference =
  /** One result, name or line of the cover. `after`: the content line that what is missing should follow. */
  | { kind: 'lines'; changes: LineChange[]; after: TranscriptLine | null }
  | { kind: 'added'; entry: TranscriptEntry }
  /** `parent` is the heading of the content under which it should stand. */
  | { kind: 'missing'; source: TranscriptEntry; parent: TranscriptEntry | null }
  | { kind: 'moved'; entry: TranscriptEntry; source: TranscriptEntry }

/** Every difference once: a result, an initiative, a heading. What corrections.yml puts elsewhere on purpose is none. */
export function compareTranscripts(source: Transcript, content: Transcript, { places }: Corrections): Difference[] {
  const matching = matchEntries(source, content)
  const contentOf = new Map([...matching.sourceOf].map(([entry, found]) => [found.number, entry]))
  const excused = new Set(places.map(({ title }) => title))
  const isOpen = ({ title }: TranscriptEntry) => !excused.has(title?.text ?? '')
  const entries: Difference[] = [
    ...outermost(matching.added)
      .filter(isOpen)
      .map((entry) => ({ kind: 'added' as const, entry })),
    ...outermost(matching.missing)
      .filter(isOpen)
      .map((missing) => {
        return { kind: 'missing' as const, source: missing, parent: contentOf.get(parentOf(missing.number)) ?? null }
      }),
    ...matching.moved.filter(isOpen).flatMap((entry) => {
      const found = matching.sourceOf.get(entry)
      return found ? [{ kind: 'moved' as const, entry, source: found }] : []
    }),
  ]
  return [
    ...entries,
    ...(source.cover && content.cover ? changedResults(source.cover, content.cover) : []),
    ...[...matching.sourceOf].flatMap(([entry, found]) => [
      ...(entry.title && found.title ? changedResults([found.title], [entry.title]) : []),
      ...(entry.lines && found.lines ? changedResults(found.lines, entry.lines, found.title, entry.title) : []),
    ]),
  ]
}

/** Those of the entries that stand under none of the others: with a heading, all below it comes and goes. */
function outermost(entries: readonly TranscriptEntry[]): TranscriptEntry[] {
  const numbers = new Set(entries.map(({ number }) => number))
  return entries.filter(
    ({ number }) => !number.split('-').some((_, depth) => depth > 0 && numbers.has(ancestorOf(number, depth))),
  )
}

/** The results of one entry that differ, whatever number of their lines does. */
function changedResults(
  source: readonly TranscriptLine[],
  content: readonly TranscriptLine[],
  before: TranscriptLine | null = null,
  after: TranscriptLine | null = null,
): Difference[] {
  const found = new Map<string, Extract<Difference, { kind: 'lines' }>>()
  /** The line of each side that was passed last. */
  let [passed, reached] = [before, after]
  for (const { pair, result } of withResults(alignLines(source, content))) {
    if (pair.source?.text !== pair.content?.text) {
      const difference = found.get(result) ?? { kind: 'lines' as const, changes: [], after: reached }
      found.set(result, difference)
      addChange(difference.changes, pair, passed)
    }
    passed = pair.source ?? passed
    reached = pair.content ?? reached
  }
  return [...found.values()]
}

function addChange(changes: LineChange[], { source, content }: LinePair, passed: TranscriptLine | null): void {
  const last = changes.at(-1)
  if (source) changes.push({ kind: content ? 'changed' : 'missing', source, content: content ? [content] : [] })
  else if (content && last?.source === passed && last.kind !== 'missing') last.content.push(content)
  else if (content) changes.push({ kind: 'added', source: passed, content: [content] })
}

/** Names the result that each pair is of: the content's, or the document's own where the content has nothing of it. */
function withResults(pairs: readonly LinePair[]): { pair: LinePair; result: string }[] {
  let [inSource, inContent] = [0, 0]
  const counted = pairs.map((pair) => {
    if (pair.source?.begins) inSource++
    if (pair.content?.begins) inContent++
    return { pair, ofSource: inSource, ofContent: inContent }
  })
  const known = new Map<number, number>()
  for (const { pair, ofSource, ofContent } of counted) {
    if (pair.source && pair.content && !known.has(ofSource)) known.set(ofSource, ofContent)
  }
  return counted.map(({ pair, ofSource, ofContent }) => {
    const own = pair.content ? ofContent : known.get(ofSource)
    return { pair, result: own === undefined ? `only in the document ${ofSource}` : String(own) }
  })
}
