import { createRequire } from 'node:module'
import { isMisleading } from '../search/index/misleading-synonyms.ts'
import type { SynonymGroup } from '../search/index/synonyms.ts'

/** Not to be expanded in any case, kept in the dictionary as a record of what was deleted. */
const DELETED = 2

/** The part of the package that is used. */
interface Dictionary {
  fetchDictionary: () => Promise<{ id: string; items: { midashi: string; expandControl: number }[] }[]>
}

/** The groups of the Sudachi synonym dictionary, without those that mislead here. */
export async function readSynonyms(): Promise<SynonymGroup[]> {
  // For `import` the package names a file that it has not got, and so has no types.
  const { fetchDictionary } = createRequire(import.meta.url)('sudachi-synonyms-dictionary') as Dictionary
  const groups = await fetchDictionary()
  return groups
    .filter(({ id }) => !isMisleading(id))
    .map(({ items }) => items.filter(({ expandControl }) => expandControl !== DELETED).map(({ midashi }) => midashi))
}
