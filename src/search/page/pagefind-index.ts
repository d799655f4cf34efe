import type { Catalogue } from '../index/catalogue.ts'
import { INDEX_LANGUAGE, SEARCH_FILES } from '../index/files.ts'
import { type Ends, type RecordEnds, sumEnds } from '../index/record.ts'
import { type IndexedInitiative, IndexUnreachable, type ReadableIndex } from '../answer/readable-index.ts'
import type { MatchPlace } from '../answer/search.ts'
import { phraseOf, word } from '../language/tokens.ts'

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
 * Opens the published index below `base`; `program` imports Pagefind's from its address. Pagefind goes on without the files that it fails to fetch and then finds
 * less than there is; so its fetches pass through a guard, and an answer that a fetch failed for is an error.
 * The guard stands in the global `fetch`, which Pagefind takes: call this where nothing else fetches, in a worker.
 */
export async function openIndex(base: string, program: (url: string) => Promise<Pagefind>): Promise<ReadableIndex> {
  // Pagefind would cut a query into graphemes by it, which its words here need not, and a first one takes 40 ms to make.
  Reflect.deleteProperty(Intl, 'Segmenter')
  const { guard, metas } = guardFetch(base)
  const json = async <T>(file: string, options?: RequestInit): Promise<T> =>
    (await (await fetch(base + file, options)).json()) as T
  return guard(async (): Promise<ReadableIndex> => {
    const [pagefind, catalogue] = await Promise.all([
      program(`${base}${SEARCH_FILES.pairs}pagefind.js`),
      json<Catalogue>(SEARCH_FILES.catalogue, { cache: 'no-cache' }),
    ])
    const pairs = await openPart(pagefind, base + SEARCH_FILES.pairs, metas)
    const ends = sumEnds(catalogue)

    const openCharacters = async () => {
      const part = await openPart(pagefind, base + SEARCH_FILES.characters, metas)
      return { part, ends: sumEnds(await json<Ends>(SEARCH_FILES.characterEnds)) }
    }
    let characters: ReturnType<typeof openCharacters> | undefined

    return {
      catalogue,
      find: (form) =>
        guard(async () => {
          if ([...form].length > 1) return places(await pairs.ask(phraseOf(form)), ends)
          const opened = await (characters ??= openCharacters())
          return places(await opened.part.ask(word(form)), opened.ends)
        }),
      findEra: (eraWord) => guard(async () => new Set((await pairs.ask(eraWord)).keys())),
      read: (row) =>
        guard(async () => {
          const initiative = await json<IndexedInitiative>(
            `${SEARCH_FILES.initiatives}${row}.json?${catalogue.version}`,
          )
          // While a new build is being published, the catalogue and the initiative may come from two of them.
          if (initiative.version !== catalogue.version) throw new IndexUnreachable('the parts of the index differ')
          return initiative
        }),
      words: () => guard(() => json<string[]>(`${SEARCH_FILES.words}?${catalogue.version}`)),
    }
  })
}

/** What the first match of each row is, by where it stands in the record. */
function places(positions: Map<number, number>, ends: readonly RecordEnds[]): Map<number, MatchPlace> {
  return new Map(
    [...positions].map(([row, position]) => {
      const end = ends[row]
      const place =
        !end || position >= end.exactEnd
          ? 'loose'
          : position < end.titleEnd
            ? 'title'
            : position < end.groupEnd
              ? 'group'
              : 'text'
      return [row, place]
    }),
  )
}

/** One Pagefind index, below `folder`. Its results name records by their ids. */
async function openPart(pagefind: Pagefind, folder: string, metas: ReadonlyMap<string, Uint8Array>) {
  const instance = pagefind.createInstance({ basePath: folder, noWorker: true })
  // Two that load the program at the same time break each other, so one is ready before the next one is opened.
  await instance.filters()
  let rows: Map<string, number> | undefined
  return {
    /** The rows that hold the phrase, and where it first stands. */
    ask: async (phrase: string): Promise<Map<number, number>> => {
      const { results } = await instance.search(`"${phrase}"`)
      // The metadata is there with the first answer, not before.
      const known = (rows ??= new Map(idsIn(metas.get(folder)).map((id, row) => [id, row])))
      return new Map(results.map(({ id, words }) => [known.get(id) ?? -1, Math.min(...words)]))
    },
  }
}

/**
 * The ids of an index's records in their order, which its unpacked metadata (CBOR) begins with; those of its chunks, in
 * the same form, follow. Asked for nothing Pagefind would list them too, but of 10,000 it takes a tenth of a second.
 */
function idsIn(meta: Uint8Array | undefined): string[] {
  return new TextDecoder('latin1').decode(meta).match(ID) ?? []
}

const ID = new RegExp(`${INDEX_LANGUAGE}_[0-9a-f]+`, 'g')

/**
 * Watches the global `fetch`. The returned `guard` runs a task and throws where a fetch failed meanwhile; `metas` holds
 * the metadata of every index that has been read, by its folder.
 */
function guardFetch(base: string) {
  const plainFetch = globalThis.fetch
  const metas = new Map<string, Uint8Array>()
  const answer = async (url: string, options?: RequestInit): Promise<Response> => {
    const response = await plainFetch(url, options)
    if (!response.ok) throw new IndexUnreachable(`${response.status} ${url}`)
    if (!PACKED.test(url)) return response
    const bytes = await unpack(response)
    if (url.endsWith('.pf_meta')) metas.set(url.replace(/[^/]*$/, ''), bytes)
    return new Response(bytes)
  }
  // Both are needed in any case, and Pagefind would ask for them only one and two answers later.
  const entryUrl = base + SEARCH_FILES.pairs + SEARCH_FILES.entry
  const entry = answer(entryUrl, { cache: 'no-cache' })
  const program = answer(base + SEARCH_FILES.program, { cache: 'no-cache' })
  // Looked at when they are asked for; until then their failures are nobody's.
  for (const early of [entry, program]) early.catch(() => {})

  let failed: string | null = null
  globalThis.fetch = async (request, options) => {
    const url = request instanceof Request ? request.url : String(request)
    try {
      // Each index asks for a program of its own: one is published, and loaded once for both.
      if (url.endsWith(PROGRAM)) return (await program).clone()
      // It is asked for with the time, to get past caches.
      if (url.startsWith(`${entryUrl}?`)) return (await entry).clone()
      return await answer(url, options)
    } catch (error) {
      failed ??= String(error)
      throw error
    }
  }
  const guard = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      const result = await task()
      if (failed !== null) throw new IndexUnreachable(failed)
      return result
    } catch (error) {
      globalThis.fetch = plainFetch
      throw error instanceof IndexUnreachable ? error : new IndexUnreachable(String(error))
    }
  }
  return { guard, metas }
}

/** Pagefind's WebAssembly. */
const PROGRAM = '.pagefind'
/** What Pagefind writes gzipped: its WebAssembly, metadata and chunks. */
const PACKED = /\.(?:pagefind|pf_\w+)$/

/** A gzipped file, unpacked by the browser itself: Pagefind takes it so, and its own unpacking takes a tenth of a second. */
async function unpack(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
