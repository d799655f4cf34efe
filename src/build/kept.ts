import { type Dirent, lstatSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Refused } from './failures.ts'

/**
 * What lies in a report's folder and is no part of the report: hidden files and folders (of editors and systems) and
 * symbolic links, by their paths in it. Nobody but their owner may take them away, so an import takes them along.
 * Throws `Refused` for what it can't take along: a link where a file of the report belongs, a link instead of the folder.
 */
export async function filesToKeep(folder: string, written: readonly string[]): Promise<string[]> {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) throw new Refused(`${folder} はフォルダーではないので、置き換えません。`)
  const others = await listOthers(folder, '')
  const inTheWay = others.filter(
    ({ place, entry }) =>
      !(entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) ||
      written.some((file) => file === place || file.startsWith(`${place}/`)),
  )
  if (inTheWay.length > 0) {
    const list = inTheWay.map(({ place }) => `  ${path.join(folder, place)}`)
    const says =
      '報告書のファイルの場所に、ファイルでないもの（シンボリックリンクなど）があります。移すか消してください。'
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

async function listOthers(folder: string, inside: string): Promise<{ place: string; entry: Dirent }[]> {
  const others: { place: string; entry: Dirent }[] = []
  for (const entry of await readdir(path.join(folder, inside), { withFileTypes: true })) {
    const place = inside + entry.name
    if (entry.name.startsWith('.') || !(entry.isFile() || entry.isDirectory())) others.push({ place, entry })
    else if (entry.isDirectory()) others.push(...(await listOthers(folder, `${place}/`)))
  }
  return others
}
