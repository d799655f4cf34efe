import { contentHash } from '../revise/content-hash.ts'
import { isContentPath } from '../revise/proposal.ts'
import type { SourceFile } from '../text/source-file.ts'

/** What the edit page loads: the content folder's files that are text, byte for byte. */
export interface Sources {
  /** The `contentHash` of those that staff edit. */
  base: string
  files: [path: string, text: string][]
}

// A byte order mark is part of the text: an edit leaves it where it stands.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A content folder's files as the edit page takes them; what is no text is not among them. */
export function sourcesOf(files: readonly SourceFile[]): Sources {
  const texts = files.flatMap<[string, string]>(({ path, bytes, size }) => {
    const text = size === undefined ? textOf(bytes) : null
    return text === null ? [] : [[path, text]]
  })
  return { base: contentHash(texts.filter(([path]) => isContentPath(path))), files: texts }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
