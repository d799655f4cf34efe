import { copyFileSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { INNER_LOCK, MARKER, SYSTEMS_OWN } from './out-folder.ts'
import { walk } from './walk.ts'

/**
 * Replaces what a folder holds, file by file, where the folder itself can't be moved: a mount point, or a place beside
 * which this user may not write. Here alone a kill leaves files of both builds, so the order matters: first the marker,
 * so that the next build may go on; then what pages load, then the pages, each whole; at last what no page names any more.
 */
export async function overwrite(fresh: string, folder: string, files: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const order = (file: string) => (file === MARKER ? 0 : file.endsWith('.html') ? 2 : 1)
  for (const file of files.toSorted((a, b) => order(a) - order(b))) {
    putFile(path.join(fresh, file), path.join(folder, file))
    // A signal that came meanwhile is heard here.
    await new Promise((resolve) => setImmediate(resolve))
  }
  removeOthers(folder, new Set(files))
}

function putFile(from: string, to: string): void {
  makeFolder(path.dirname(to))
  if (lstatSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true })
  const part = `${to}.new`
  copyFileSync(from, part)
  renameSync(part, to)
}

/** A page of the last build may be a file where a folder stands now: `about` and `about/index.html`. */
function makeFolder(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return
  if (stats) rmSync(folder)
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { recursive: true })
}

function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  // The deepest first, so that a folder is empty when its turn comes.
  for (const { place, entry } of walk(folder).toReversed()) {
    if (wanted.has(place) || place.startsWith(INNER_LOCK) || SYSTEMS_OWN.includes(place.split('/')[0] ?? '')) continue
    const target = path.join(folder, place)
    if (!entry.isDirectory()) rmSync(target)
    else if (readdirSync(target).length === 0) rmdirSync(target)
  }
}
