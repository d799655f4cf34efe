import { type IndexedInitiative, IndexUnreachable, type ReadableIndex } from '../answer/readable-index.ts'
import { placesOfRows } from '../index/batches.ts'
import type { Catalogue } from '../index/catalogue.ts'
import { type CharacterRows, fileOfCharacter, placesOf } from '../index/characters.ts'
import { type IndexFiles, SEARCH_FILES } from '../index/files.ts'
import type { Readings } from '../index/readings.ts'
import { type MatchPlace, placeAt, sumEnds } from '../index/record.ts'
import { phraseOf } from '../language/tokens.ts'
import { guardFetch } from './guarded-fetch.ts'
import { recordIds } from './record-ids.ts'
import { removeSegmenter } from './without-segmenter.ts'

/** The part of Pagefind's browser program that the search uses. */
export interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): {
    /** There are none here: it answers once the index is ready, as `init` does not. */
    filters(): Promise<unknown>
    search(term: string): Promise<{ results: PagefindResult[] }>
  }
}

interface PagefindResult {
  id: string
  /** Positions of the words of the first match. */
  words: number[]
}

/**
 * Opens the index whose folder has the address `folder`, which ends in `/`; `program` imports Pagefind's from its address. An answer that a file could not
 * be had for is an error. To be called in a thread of its own: it takes over `fetch` (`guardFetch`) and `Intl.Segmenter`.
 */
export async function openIndex(folder: string, program: (url: string) => Promise<Pagefind>): Promise<ReadableIndex> {
  removeSegmenter()
  let metadata: Uint8Array | undefined
  // Pagefind would ask for both only one and two answers later.
  const early = [SEARCH_FILES.entry, SEARCH_FILES.wasm].map((file) => folder + file)
  const guard = guardFetch(early, (url, bytes) => {
    if (url.endsWith('.pf_meta')) metadata = bytes
  })
  const json = async <T>(file: string): Promise<T> => (await (await fetch(folder + file)).json()) as T

  return guard(async (): Promise<ReadableIndex> => {
    const [pagefind, catalogue] = await Promise.all([
      program(folder + SEARCH_FILES.program),
      json<Catalogue & IndexFiles>(SEARCH_FILES.catalogue),
    ])
    const instance = pagefind.createInstance({ basePath: folder, noWorker: true })
    await instance.filters()
    const ends = sumEnds(catalogue)
    const readingPlaces = placesOfRows(catalogue.number, catalogue.batches)
    let rows: Map<string, number> | undefined

    /** The rows that hold a phrase, and the position at which it first stands. */
    const findPhrase = async (phrase: string): Promise<[row: number, position: number][]> => {
      const { results } = await instance.search(`"${phrase}"`)
      // The metadata is there with the first answer, not before.
      const known = (rows ??= new Map(recordIds(metadata).map((id, row) => [id, row])))
      return results.map(({ id, words }) => [known.get(id) ?? -1, words.reduce((a, b) => Math.min(a, b), Infinity)])
    }

    /** Files that are read once. */
    const files = new Map<string, Promise<unknown>>()
    const readOnce = <T>(file: string): Promise<T> => {
      const known = files.get(file)
      if (known) return known as Promise<T>
      const read = json<T>(file)
      files.set(file, read)
      return read
    }

    return {
      catalogue,
      find: (form) =>
        guard(async (): Promise<Map<number, MatchPlace>> => {
          if ([...form].length > 1) {
            const found = await findPhrase(phraseOf(form))
            return new Map(found.map(([row, position]) => [row, placeAt(position, ends[row])]))
          }
          const file = fileOfCharacter(form, catalogue.characterFiles)
          return placesOf(form, await readOnce<CharacterRows>(`${SEARCH_FILES.characters}${file}.json`))
        }),
      findEra: (eraWord) => guard(async () => new Set((await findPhrase(eraWord)).map(([row]) => row))),
      read: (row) =>
        guard(async () => {
          const { batch, at } = readingPlaces[row] ?? { batch: 0, at: -1 }
          const initiatives = await readOnce<IndexedInitiative[]>(`${SEARCH_FILES.initiatives}${batch}.json`)
          const initiative = initiatives[at]
          if (!initiative) throw new IndexUnreachable(`there is no row ${row}`)
          return initiative
        }),
      words: () => guard(() => readOnce<string[]>(SEARCH_FILES.words)),
      otherWords: () => guard(() => readOnce<string>(SEARCH_FILES.otherWords)),
      readings: () => guard(() => readOnce<Readings>(SEARCH_FILES.readings)),
    }
  })
}
