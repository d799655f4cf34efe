/**
 * Initiatives are read in batches: a file for each of 10,000 would be as many requests for an answer that is shown whole,
 * and all of them in one more than a first page of results should load.
 */

/** Characters of JSON, about 30 initiatives: 20 KB of Japanese, 4 over the wire. */
const BATCH_LENGTH = 10_000

/** Values in batches of about the same length; a longer one is a batch of its own. */
export function inBatches<T>(values: readonly T[]): T[][] {
  const batches: T[][] = []
  let left = 0
  for (const value of values) {
    const { length } = JSON.stringify(value)
    if (length > left) {
      batches.push([])
      left = BATCH_LENGTH
    }
    batches.at(-1)?.push(value)
    left -= length
  }
  return batches
}

/** Where a row is, where batches hold so many values: `(5, [3, 4])` → the third of batch 1. */
export function placeOfRow(row: number, sizes: readonly number[]): { batch: number; at: number } {
  let at = row
  let batch = 0
  for (; at >= (sizes[batch] ?? Infinity); batch++) at -= sizes[batch] ?? 0
  return { batch, at }
}
