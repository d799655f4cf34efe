import { existsSync, renameSync, rmSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourceFile } from '../text/source-file.ts'

/** The content folder: `CONTENT_DIR`, else `content` in the project. */
export function contentDir(): string {
  return process.env['CONTENT_DIR'] || 'content'
}

/** Every file below a folder, in the order of their paths, without hidden ones (editors' and systems' own). */
export async function readFiles(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .sort()
  return Promise.all(paths.map(async (file) => ({ path: file, bytes: await readFile(path.join(folder, file)) })))
}

/** A place beside a folder for a part of its own: `('dist', 'new')` → `.dist.new`. */
export const beside = (folder: string, part: string) =>
  path.join(path.dirname(folder), `.${path.basename(folder)}.${part}`)

/**
 * Replaces a folder's files by others: everything is written beside it first, then two renames swap it in. Signals wait
 * for the swap, and `recoverFolder` ends one that was cut short, so that the old files or the new ones stand there, never half.
 */
export async function replaceFolder(
  folder: string,
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
): Promise<void> {
  const fresh = beside(folder, 'new')
  rmSync(fresh, { recursive: true, force: true })
  for (const [file, bytes] of files) {
    const target = path.join(fresh, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
  swapIn(fresh, folder)
}

/** Puts the finished folder `fresh` in the place of `folder`. */
export function swapIn(fresh: string, folder: string): void {
  const old = beside(folder, 'old')
  const wait = () => {}
  process.on('SIGINT', wait).on('SIGTERM', wait)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(fresh, folder)
  rmSync(old, { recursive: true, force: true })
  process.off('SIGINT', wait).off('SIGTERM', wait)
}

/** After a kill between the two renames, puts the old folder back. */
export async function recoverFolder(folder: string): Promise<void> {
  const old = beside(folder, 'old')
  if (!existsSync(folder) && existsSync(old)) renameSync(old, folder)
}
