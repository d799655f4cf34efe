/** So many files are open at once: far below the limit of any system, and enough to keep a disk busy. */
const AT_ONCE = 32

/** What `work` makes of each item, in the order of the items, a bounded number of them at a time. */
export async function mapAtOnce<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const rest = oneByOne(items)
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

/** Unlike an array's own iterator it is at its end for all workers as soon as the work of one of them throws. */
function* oneByOne<T>(items: readonly T[]) {
  yield* items.entries()
}
