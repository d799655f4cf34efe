import { IndexUnreachable } from '../answer/readable-index.ts'

/** Runs a task, and throws where a fetch failed meanwhile, even one that the task itself went on without. */
export type Guard = <T>(task: () => Promise<T>) => Promise<T>

/**
 * Watches the global `fetch`, which Pagefind takes: call this where nothing else fetches, in a worker. `early` are files
 * that are needed in any case, by their addresses: they are fetched at once and each once, whatever `?` Pagefind asks with.
 * `read` is shown each file that was packed.
 *
 * Pagefind goes on without a chunk that it fails to fetch, and then finds less than there is. To be deleted when it
 * rejects instead; tests/search/pagefind-habits.test.ts tells when.
 */
export function guardFetch(early: readonly string[], read: (url: string, bytes: Uint8Array) => void): Guard {
  const plainFetch = globalThis.fetch
  const fetchFile = async (url: string, options?: RequestInit): Promise<Response> => {
    const response = await plainFetch(url, options)
    if (!response.ok) throw new IndexUnreachable(`${response.status} ${url}`)
    if (!PACKED.test(url)) return response
    const bytes = await unpack(response)
    read(url, bytes)
    return new Response(bytes)
  }
  const underWay = new Map(early.map((url) => [url, fetchFile(url)]))
  // Looked at when they are asked for; until then their failures are nobody's.
  for (const response of underWay.values()) response.catch(() => {})

  let failed: string | null = null
  globalThis.fetch = async (request, options) => {
    const url = request instanceof Request ? request.url : String(request)
    try {
      const fetched = underWay.get(url.replace(/\?.*$/, ''))
      return fetched ? (await fetched).clone() : await fetchFile(url, options)
    } catch (error) {
      failed ??= String(error)
      throw error
    }
  }
  return async (task) => {
    try {
      const result = await task()
      if (failed !== null) throw new IndexUnreachable(failed)
      return result
    } catch (error) {
      globalThis.fetch = plainFetch
      throw error instanceof IndexUnreachable ? error : new IndexUnreachable(String(error))
    }
  }
}

/** What Pagefind writes gzipped: its WebAssembly, metadata and chunks. */
const PACKED = /\.(?:pagefind|pf_\w+)$/

/** A gzipped file, unpacked by the browser itself: Pagefind takes it so, and its own unpacking takes a tenth of a second. */
async function unpack(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
