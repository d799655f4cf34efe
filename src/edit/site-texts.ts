import type { SourcePart, Sources } from './sources.ts'

/** The files as the site has them; a text is loaded when it is asked for. */
export class SiteTexts {
  readonly base: string
  /** `''` where a file has none. */
  readonly titles: ReadonlyMap<string, string>
  readonly #address: string
  readonly #parts: Sources['parts']
  readonly #partOf: ReadonlyMap<string, string>
  readonly #loaded = new Map<string, Promise<SourcePart>>()
  readonly #texts = new Map<string, string>()

  /** `address` is that of `Sources` itself: the parts are beside it. */
  constructor(address: string, { base, parts }: Sources) {
    this.base = base
    this.#address = address.replace(/\.json$/, '/')
    this.#parts = parts
    this.titles = new Map(parts.flatMap(({ files }) => files))
    this.#partOf = new Map(parts.flatMap(({ name, files }) => files.map(([path]) => [path, name] as const)))
  }

  /** The addresses of all parts. */
  parts(): string[] {
    return this.#parts.map(({ name }) => this.#addressOf(name))
  }

  /** Loads what has not been loaded yet; throws where the site does not answer. */
  async load(paths: readonly string[]): Promise<void> {
    const names = new Set(paths.flatMap((path) => this.#partOf.get(path) ?? []))
    await Promise.all(Array.from(names, (name) => this.#load(name)))
  }

  /** The text of a file that has been loaded; `null` where the site has no such file. */
  text(path: string): string | null {
    return this.#texts.get(path) ?? null
  }

  async #load(name: string): Promise<void> {
    const loading = this.#loaded.get(name) ?? fetchJson<SourcePart>(this.#addressOf(name))
    this.#loaded.set(name, loading)
    try {
      for (const { path, text } of await loading) this.#texts.set(path, text)
    } catch (error) {
      this.#loaded.delete(name)
      throw error
    }
  }

  #addressOf(name: string): string {
    return new URL(`${this.#address}${name}.json`, location.href).href
  }
}

/** A JSON of this site; throws where it is not there. */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return (await response.json()) as T
}
