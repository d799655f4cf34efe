/** Words' positions in one chunk. */
const CHUNK_SIZE = 2000

/**
 * Has Pagefind's next program cut its index into chunks of so many positions. Its own 20,000 make a query of the 68
 * initiatives load all of the index; with 2,000 it loads a third.
 *
 * Pagefind calls the setting unstable. Without it nothing breaks, a search only weighs more. To be renamed when Pagefind
 * names it otherwise; tests/search/pagefind-habits.test.ts tells when.
 */
export function setChunkSize(size = CHUNK_SIZE): void {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(size)
}
