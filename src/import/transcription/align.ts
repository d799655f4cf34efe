import { distance } from 'fastest-levenshtein'
import type { TranscriptLine } from './transcript.ts'

/** Lines side by side; `null` where one side has none. */
export interface LinePair {
  source: TranscriptLine | null
  content: TranscriptLine | null
}

/** Above so many cells lines are paired as they come: such a body was written anew. */
const MOST_CELLS = 20_000
/** What a line without a partner costs; two of them cost more than any pair, so that a rewritten line is still one. */
const ALONE = 0.6
const COMPARED = 300

/** Pairs the lines of one entry, equal ones first, then those that are most alike; their order stays. */
export function alignLines(source: readonly TranscriptLine[], content: readonly TranscriptLine[]): LinePair[] {
  const shorter = Math.min(source.length, content.length)
  let head = 0
  while (head < shorter && isSame(source[head], content[head])) head++
  let tail = 0
  while (tail < shorter - head && isSame(source.at(-1 - tail), content.at(-1 - tail))) tail++
  return [
    ...inOrder(source.slice(0, head), content.slice(0, head)),
    ...alignMiddle(source.slice(head, source.length - tail), content.slice(head, content.length - tail)),
    ...inOrder(source.slice(source.length - tail), content.slice(content.length - tail)),
  ]
}

function isSame(a: TranscriptLine | undefined, b: TranscriptLine | undefined): boolean {
  return a?.text === b?.text
}

function inOrder(source: readonly TranscriptLine[], content: readonly TranscriptLine[]): LinePair[] {
  return Array.from({ length: Math.max(source.length, content.length) }, (_, i) => {
    return { source: source[i] ?? null, content: content[i] ?? null }
  })
}

/** The cheapest way from both beginnings to both ends (Needleman and Wunsch). */
function alignMiddle(source: TranscriptLine[], content: TranscriptLine[]): LinePair[] {
  const [rows, columns] = [source.length, content.length]
  if (rows * columns <= 1 || rows * columns > MOST_CELLS) return inOrder(source, content)
  const width = columns + 1
  const cost = new Float64Array((rows + 1) * width)
  const paired = new Float64Array((rows + 1) * width)
  for (let i = rows; i >= 0; i--) {
    for (let k = columns; k >= 0; k--) {
      const at = i * width + k
      if (i === rows || k === columns) {
        cost[at] = ALONE * (rows - i + columns - k)
        continue
      }
      paired[at] = unlikeness(source[i], content[k]) + (cost[at + width + 1] ?? 0)
      cost[at] = Math.min(paired[at] ?? 0, ALONE + (cost[at + width] ?? 0), ALONE + (cost[at + 1] ?? 0))
    }
  }
  const pairs: LinePair[] = []
  for (let i = 0, k = 0; i < rows || k < columns;) {
    const at = i * width + k
    const both = i < rows && k < columns && cost[at] === paired[at]
    const down = !both && i < rows && (k === columns || cost[at] === ALONE + (cost[at + width] ?? 0))
    pairs.push({ source: both || down ? (source[i] ?? null) : null, content: down ? null : (content[k] ?? null) })
    if (both || down) i++
    if (!down) k++
  }
  return pairs
}

/** 0 for equal lines, else from 0.2 up to 1.1. */
function unlikeness(a: TranscriptLine | undefined, b: TranscriptLine | undefined): number {
  if (!a || !b || a.text === b.text) return 0
  const [left, right] = [a.text.slice(0, COMPARED), b.text.slice(0, COMPARED)]
  return 0.2 + (0.9 * distance(left, right)) / Math.max(left.length, right.length, 1)
}
