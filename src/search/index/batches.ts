/**
 * Initiatives are read in batches: a file for each of 10,000 would be as many requests for an answer that is shown whole,
 * and all of them in one more than a first page of results should load. In a batch stand neighbours, and first of all
 * one initiative's years together: their texts are much alike, so they weigh half over the wire, and a query that finds
 * one of them finds the others.
 */

/** Characters of JSON: about 12 initiatives, 8 KB of Japanese, 1 to 2 over the wire. */
const BATCH_LENGTH = 4_000

/** The rows in the order in which batches hold them, by the numbers of their initiatives: `['1', '2', '1']` → `[0, 2, 1]`. */
export function batchOrder(numbers: readonly string[]): number[] {
  const rows = new Map<string, number[]>()
  for (const [row, number] of numbers.entries()) {
    const same = rows.get(number)
    if (same) same.push(row)
    else rows.set(number, [row])
  }
  return [...rows.values()].flat()
}

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

/** Where each row is read, by the numbers of the rows and the sizes of the batches. */
export function placesOfRows(numbers: readonly string[], sizes: readonly number[]): { batch: number; at: number }[] {
  const places = sizes.flatMap((size, batch) => Array.from({ length: size }, (_, at) => ({ batch, at })))
  const ofRows: { batch: number; at: number }[] = []
  for (const [i, row] of batchOrder(numbers).entries()) {
    const place = places[i]
    if (place) ofRows[row] = place
  }
  return ofRows
}
