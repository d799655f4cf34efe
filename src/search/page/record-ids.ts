import { INDEX_LANGUAGE } from '../index/files.ts'

const ID = new RegExp(`${INDEX_LANGUAGE}_[0-9a-f]+`, 'g')

/**
 * The ids of an index's records in their order, which its unpacked metadata (CBOR) begins with; those of its chunks, in
 * the same form, follow. Pagefind names its results by them.
 *
 * Asked for nothing Pagefind would list them too, but of 10,000 it takes a tenth of a second. To be deleted when it
 * tells a result's place or address with the result; tests/search/pagefind-habits.test.ts tells when the form changes.
 */
export function recordIds(metadata: Uint8Array | undefined): string[] {
  return new TextDecoder('latin1').decode(metadata).match(ID) ?? []
}
