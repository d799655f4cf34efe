import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The version of some files of a content folder, by their paths there and their texts with line ends and byte order mark
 * as they are: 64 hexadecimal digits, in whatever order the files come. A proposal names by it what it was made from.
 */
export function contentHash(files: Iterable<readonly [path: string, text: string]>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = sha256.create()
  // JSON keeps a path and a text apart, whatever stands in them.
  for (const file of sorted) hash.update(utf8ToBytes(JSON.stringify(file)))
  return bytesToHex(hash.digest())
}
