import { statSync } from 'node:fs'
import type { SourceFile } from '../text/source-file.ts'
import { readFiles } from './folder.ts'
import { readFilesAt } from './git.ts'

/**
 * The files of what a content folder is compared with: another folder, else a version of the folder itself. A folder of
 * that name goes before a branch of that name, if reports are in it. Throws `Refused` for what is neither.
 */
export async function readBase(base: string, folder: string): Promise<SourceFile[]> {
  if (!isFolder(base)) return readFilesAt(base, folder)
  const files = await readFiles(base)
  if (files.some(isOfReport)) return files
  try {
    return readFilesAt(base, folder)
  } catch {
    return files
  }
}

export function isOfReport({ path }: SourceFile): boolean {
  return /^r\d+\//.test(path)
}

export function isFolder(path: string): boolean {
  return path !== '' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}
