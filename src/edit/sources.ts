import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { SourceFile } from '../text/source-file.ts'

/** What the edit page loads: the content folder's files that are text, byte for byte. */
export interface Sources {
  base: string
  files: [path: string, text: string][]
}

// A byte order mark is part of the text: an edit leaves it where it stands.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function sourcesOf(files: readonly SourceFile[]): Sources {
  const texts = files.flatMap<[string, string]>(({ path, bytes, size }) => {
    const text = size === undefined ? textOf(bytes) : null
    return text === null ? [] : [[path, text]]
  })
  return { base: baseOf(texts), files: texts }
}

/** What tells one state of a content folder from another: the SHA-256 of its paths and texts. */
export function baseOf(files: readonly (readonly [path: string, text: string])[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(files))))
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
