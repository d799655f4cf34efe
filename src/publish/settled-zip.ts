import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What the library counts through all files that it makes, or draws by lot: `"rIdl0q…"`, `_Toc53`, a bookmark's `w:id`. */
const UNSETTLED = /"(?:rId)?[\w-]{21}"|_Toc\d+|<w:bookmark(?:Start|End)[^>]*\bw:id="\d+"/g

/**
 * An office file with nothing in it that differs from one making to the next: its parts and its properties are of `time`
 * (`2026-02-01T00:00:00Z`), and the names by which places are known are counted from 1.
 */
export function settledZip(file: Uint8Array, time: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = new Map<string, number>()
  const countOf = (name: string) => {
    const count = names.get(name) ?? names.size + 1
    names.set(name, count)
    return count
  }
  const settle = (found: string) => {
    if (found.startsWith('"')) return `"rIdS${countOf(found)}"`
    if (found.startsWith('_Toc')) return `_Toc${countOf(found)}`
    return found
      .replace(/\bw:id="(\d+)"/, (_, id: string) => `w:id="${countOf(`bookmark ${id}`)}"`)
      .replace(/_Toc\d+/, settle)
  }
  const settled = parts.map(([name, bytes]) => {
    if (!/\.(?:xml|rels)$/.test(name)) return [name, bytes] as const
    const text = strFromU8(bytes)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)
      .replaceAll(UNSETTLED, settle)
    return [name, strToU8(text)] as const
  })
  // Zip knows no time zone: the same clock time everywhere.
  return zipSync(Object.fromEntries(settled), { mtime: new Date(`${time.slice(0, 10)}T00:00:00`) })
}
