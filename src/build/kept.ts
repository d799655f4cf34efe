import { lstatSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { Refused } from './failures.ts'
import { type Found, walk } from './walk.ts'

/**
 * What lies in a report's folder and is no part of the report: hidden files and folders (of editors and systems) and
 * symbolic links, by their paths in it. Nobody but their owner may take them away, so an import takes them along.
 * Throws `Refused` for what it can't take along: a link where a file of the report belongs, a link instead of the folder.
 */
export function filesToKeep(folder: string, written: readonly string[]): string[] {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory())
    throw new Refused(`${folder} はフォルダーではないので、置き換えません。何も書き込みませんでした。`)
  const others = listOthers(folder)
  const inTheWay = others.filter(
    ({ place, entry }) =>
      !(entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) ||
      written.some((file) => file === place || file.startsWith(`${place}/`)),
  )
  if (inTheWay.length > 0) {
    const list = inTheWay.map(({ place }) => `  ${path.join(folder, place)}`)
    const says =
      '報告書のファイルの場所に、ファイルでないもの（シンボリックリンクなど）があります。移すか消してください。何も書き込みませんでした。'
    throw new Refused([says, ...list].join('\n'))
  }
  return others.map(({ place }) => place)
}

/** Copies them as they are: a link stays a link. */
export async function keepFiles(from: string, to: string, places: readonly string[]): Promise<void> {
  for (const place of places) {
    const options = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }
    await cp(path.join(from, place), path.join(to, place), options)
  }
}

function listOthers(folder: string): Found[] {
  const isOther = ({ entry }: Found) => entry.name.startsWith('.') || !(entry.isFile() || entry.isDirectory())
  const others = walk(folder).filter(isOther)
  // What lies in a hidden folder goes with it.
  return others.filter(({ place }) => !others.some((outer) => place.startsWith(`${outer.place}/`)))
}
