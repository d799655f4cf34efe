import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SearchIndexTask } from './search-index-beside.ts'
import { walk } from './walk.ts'

const SOURCES = fileURLToPath(new URL('..', import.meta.url))

/** What makes the index and what reads it; the versions of others' programs and dictionaries stand in `package.json`. */
const PROGRAM = ['text', 'report', 'publish', 'search', 'build']

/**
 * The version of an index before it is made: the pages that ask it are made beside it. It is that of what is searched and
 * of the program, so one version has the same bytes wherever and whenever it is made, and ten hexadecimal digits long.
 */
export function indexVersion({ reports, terms, words }: Omit<SearchIndexTask, 'folder'>): string {
  const hash = createHash('sha256').update(JSON.stringify([reports, terms, words]))
  for (const room of PROGRAM) {
    const files = walk(path.join(SOURCES, room)).filter(({ entry }) => entry.isFile())
    for (const place of files.map(({ place }) => place).sort())
      hash.update(readFileSync(path.join(SOURCES, room, place)))
  }
  return hash
    .update(readFileSync(path.join(SOURCES, '../package.json')))
    .digest('hex')
    .slice(0, 10)
}
