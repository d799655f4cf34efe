import { constants, gunzipSync, gzipSync } from 'node:zlib'

/**
 * Pagefind's list of records, gzipped anew: it is mostly hashes, in which there are no repeats to be found, and a tenth
 * less when none are sought.
 *
 * To be deleted when Pagefind packs it as small itself; tests/search/pagefind-habits.test.ts tells when.
 */
export function repackMetadata(gzipped: Uint8Array): Uint8Array {
  return gzipSync(gunzipSync(gzipped), { level: 9, memLevel: 9, strategy: constants.Z_FILTERED })
}
