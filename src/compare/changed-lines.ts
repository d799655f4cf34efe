import type { Place } from '../text/finding.ts'
import { type SourceFile, readText } from '../text/source-file.ts'
import { sideBySide } from './align.ts'

/** Tells of a place whether its line is new or differs in the later files; of a new file every line does. */
export function changedLines(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
): (place: Pick<Place, 'file' | 'line'>) => boolean {
  const old = new Map(before.map((file) => [file.path, file]))
  const fresh = new Map(after.map((file) => [file.path, file]))
  const known = new Map<string, ReadonlySet<number>>()
  return ({ file, line }) => {
    const lines = known.get(file) ?? linesOf(old.get(file), fresh.get(file))
    known.set(file, lines)
    return lines.has(line)
  }
}

function linesOf(before: SourceFile | undefined, after: SourceFile | undefined): ReadonlySet<number> {
  const [old, fresh] = [before, after].map((file) => (file ? readText(file).text.split('\n') : []))
  const changed = new Set<number>()
  let line = 0
  for (const pair of sideBySide(old ?? [], fresh ?? [], (a, b) => a === b)) {
    if (pair.after === null) continue
    line++
    if (pair.before === null) changed.add(line)
  }
  return changed
}
