/** Milliseconds; browsers count no shorter ones. */
const OFTEN = 4

/**
 * Shortens every wait of this thread, which is the search's own: Pagefind looks every 50 ms whether its program is there,
 * and nothing else here waits by the clock.
 *
 * To be deleted when Pagefind waits for its program by a promise; tests/search/pagefind-habits.test.ts tells when.
 */
export function shortenWaits(): void {
  const wait = globalThis.setTimeout
  Object.assign(globalThis, { setTimeout: (task: () => void, ms = 0) => wait(task, Math.min(ms, OFTEN)) })
}
