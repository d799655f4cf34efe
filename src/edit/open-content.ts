import { type Content, beginReading, endReading } from '../check/check.ts'
import { readInitiative } from '../check/initiative/initiative.ts'
import { type Changes, changesOf } from '../compare/changes.ts'
import type { State } from '../compare/state.ts'
import type { KnownInitiative } from '../handed.ts'
import { readAndRender } from '../rendered-initiative.ts'
import type { Fragment } from '../render/fragment.ts'
import { compareNaturally } from '../text/order.ts'
import { type SourceFile, exactText } from '../text/source-file.ts'
import { type SourcePart, unpacked } from './sources.ts'

type Known = KnownInitiative['read']

/**
 * A content folder while it is edited: the same reading as `npm run check`, of the whole folder, in which initiatives that
 * did not change are not read again.
 */
export class OpenContent {
  /** As the site has them. */
  readonly #site = new Map<string, SourceFile>()
  readonly #now = new Map<string, SourceFile>()
  readonly #known = new WeakMap<SourceFile, KnownInitiative>()
  #siteContent: Content | null = null

  constructor(parts: readonly SourcePart[]) {
    for (const { path, text, known } of parts.flat()) {
      const file = fileOf(path, text)
      this.#site.set(path, file)
      if (known) this.#known.set(file, unpacked(known))
    }
    for (const [path, file] of this.#site) this.#now.set(path, file)
  }

  /** Puts a file in its place; `null` takes it away. */
  put(path: string, text: string | null): void {
    if (text === null) {
      this.#now.delete(path)
      return
    }
    const site = this.#site.get(path)
    this.#now.set(path, site && exactText(site.bytes) === text ? site : fileOf(path, text))
  }

  /** A file's text as it is now; `null` where there is none. */
  text(path: string): string | null {
    const file = this.#now.get(path)
    return file ? exactText(file.bytes) : null
  }

  /** Every file's text as it is now. */
  texts(): Map<string, string> {
    return new Map(Array.from(this.#now.values(), ({ path, bytes }) => [path, exactText(bytes)]))
  }

  /** What the check says of the folder as it is now, and the body of one initiative, where it can be rendered. */
  read(path = ''): { content: Content; body: Fragment | null } {
    return this.#readFiles(this.#now, path)
  }

  /** 変更点, from the site to what `now` is of the folder: by the files that differ. */
  changes(now: Content): Changes {
    const before = (this.#siteContent ??= this.#readFiles(this.#site, '').content)
    const paths = [...new Set([...this.#site.keys(), ...this.#now.keys()])]
    const changed = new Set(paths.filter((path) => this.#site.get(path) !== this.#now.get(path)))
    return changesOf(stateOf(before, this.#site, changed), stateOf(now, this.#now, changed))
  }

  #readFiles(files: ReadonlyMap<string, SourceFile>, path: string): { content: Content; body: Fragment | null } {
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    const reading = beginReading(sorted)
    let body: Fragment | null = null
    const read = reading.years.map(({ initiatives, fiscalYears }) =>
      initiatives.map((file): Known => {
        if (file.path !== path) return this.#readInitiative(file, fiscalYears)
        const { html, ...read } = readAndRender(file, fiscalYears, reading.terms)
        this.#known.set(file, { fiscalYears, read })
        body = html
        return read
      }),
    )
    return { content: endReading(reading, read), body }
  }

  #readInitiative(file: SourceFile, fiscalYears: readonly number[]): Known {
    const known = this.#known.get(file)
    if (known?.fiscalYears.join() === fiscalYears.join()) return known.read
    const read = readInitiative(file, fiscalYears)
    this.#known.set(file, { fiscalYears, read })
    return read
  }
}

const encoder = new TextEncoder()

function fileOf(path: string, text: string): SourceFile {
  return { path, bytes: encoder.encode(text) }
}

/** One side of a comparison: the initiatives that changed stand for all, for the others are the same on both sides. */
function stateOf(content: Content, files: ReadonlyMap<string, SourceFile>, changed: ReadonlySet<string>): State {
  const reports = content.reports.map((report) => {
    const folder = `${report.cover.year.toLowerCase()}/initiatives/`
    return { ...report, initiatives: report.initiatives.filter(({ number }) => changed.has(`${folder}${number}.md`)) }
  })
  return { ...content, reports, files: [...changed].sort(compareNaturally).flatMap((path) => files.get(path) ?? []) }
}
