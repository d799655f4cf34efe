import { type Content, beginReading, endReading } from '../check/check.ts'
import { type RenderedInitiative, readAndRender } from '../rendered-initiative.ts'
import type { Fragment } from '../render/fragment.ts'
import type { Term } from '../report/glossary.ts'
import type { SourceFile } from '../text/source-file.ts'

/**
 * A content folder while it is edited: the same reading as `npm run check`, of the whole folder, in which initiatives that
 * did not change are not read again.
 */
export class OpenContent {
  readonly #files = new Map<string, SourceFile>()
  readonly #read = new Map<SourceFile, { of: string; read: RenderedInitiative }>()
  #terms: readonly Term[] = []

  constructor(files: Iterable<readonly [path: string, text: string]>) {
    for (const [path, text] of files) this.set(path, text)
  }

  /** Puts a file in its place; `null` takes it away. */
  set(path: string, text: string | null): void {
    const before = this.#files.get(path)
    if (before) this.#read.delete(before)
    if (text === null) this.#files.delete(path)
    else this.#files.set(path, { path, bytes: new TextEncoder().encode(text) })
  }

  /** What the check says of the folder as it is now, and the body of one initiative, where it can be rendered. */
  read(path: string): { content: Content; body: Fragment | null } {
    const reading = beginReading([...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)))
    const terms = JSON.stringify(reading.terms)
    if (terms !== JSON.stringify(this.#terms)) this.#read.clear()
    this.#terms = reading.terms
    const read = reading.years.map(({ initiatives, fiscalYears }) =>
      initiatives.map((file) => this.#readInitiative(file, fiscalYears, reading.terms)),
    )
    const body = read.flat().find(({ facts }) => facts.file === path)?.html ?? null
    return { content: endReading(reading, read), body }
  }

  #readInitiative(file: SourceFile, fiscalYears: readonly number[], terms: readonly Term[]): RenderedInitiative {
    const of = fiscalYears.join()
    const known = this.#read.get(file)
    if (known?.of === of) return known.read
    const read = readAndRender(file, fiscalYears, terms)
    this.#read.set(file, { of, read })
    return read
  }
}
