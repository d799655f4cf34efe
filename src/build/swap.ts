import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Inventory, mustBe, takeInventory } from './inventory.ts'
import { keepFiles } from './kept.ts'
import type { Lock } from './lock.ts'
import { overwrite } from './overwrite.ts'

/** A place beside a folder for a part of its own: `('dist', 'lock')` → `.dist.lock`. */
export const beside = (folder: string, part: string) =>
  path.join(path.dirname(folder), `.${path.basename(folder)}.${part}`)

/** Where the new files wait to be swapped in. */
export const newOf = (folder: string) => beside(folder, 'swap-new')

/** Where the old files are between the two renames. */
const oldOf = (folder: string) => beside(folder, 'swap-old')

/** Writes files into a new folder. */
async function writeFolder(folder: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): Promise<void> {
  for (const [file, bytes] of files) {
    const target = path.join(folder, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}

/**
 * Puts the finished folder `fresh`, which may lie on another disk, in the place of `folder`, once it holds what is
 * expected. The old files or the new ones stand there at any moment, but for the cases that `overwrite` is for.
 */
export async function moveIn(fresh: string, folder: string, expected: Inventory, lock: Lock): Promise<void> {
  const near = newOf(folder)
  const come = isMountPoint(folder) ? fresh : await bring(fresh, near)
  mustBe(expected, come)
  lock.mustHold()
  if (come === near && swapIn(near, folder)) return
  await overwrite(come, folder, [...expected.keys()])
  rmSync(come, { recursive: true, force: true })
}

/** Puts `fresh` in the place of `folder` by two renames with nothing between; `false` where the folder can't be renamed. */
function swapIn(fresh: string, folder: string): boolean {
  const old = oldOf(folder)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) {
    try {
      renameSync(folder, old)
    } catch (error) {
      if (!cannotMove(error)) throw error
      return false
    }
  }
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (existsSync(old)) renameSync(old, folder)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
  return true
}

/** Ends a swap that a kill cut short: the old folder comes back, and what was left beside it goes. */
export function recoverFolder(folder: string): void {
  const old = oldOf(folder)
  if (existsSync(old)) {
    if (existsSync(folder)) rmSync(old, { recursive: true, force: true })
    else renameSync(old, folder)
  }
  rmSync(newOf(folder), { recursive: true, force: true })
}

/** Brings a folder to `near` by a rename or, from another disk, as a copy. Gives where it is: where it was, if neither can be. */
async function bring(fresh: string, near: string): Promise<string> {
  if (fresh === near) return near
  rmSync(near, { recursive: true, force: true })
  try {
    await rename(fresh, near)
  } catch (error) {
    if (!cannotMove(error)) throw error
    try {
      await cp(fresh, near, { recursive: true })
    } catch (error) {
      rmSync(near, { recursive: true, force: true })
      if (!cannotMove(error)) throw error
      return fresh
    }
  }
  return near
}

/** Another disk, a mount point, or a parent folder in which this user may not write. */
function cannotMove(error: unknown): boolean {
  return ['EXDEV', 'EBUSY', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
}

function isMountPoint(folder: string): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false })
  return stats !== undefined && stats.dev !== statSync(path.dirname(folder)).dev
}

/** Replaces a folder's files by others, all of them or none. What it is to keep, by paths in it, comes along. */
export async function replaceFolder(
  folder: string,
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
  lock: Lock,
  keep: readonly string[] = [],
): Promise<void> {
  const fresh = newOf(folder)
  await writeFolder(fresh, files)
  await keepFiles(folder, fresh, keep)
  await moveIn(fresh, folder, takeInventory(fresh), lock)
}

/** Changes some of a folder's files, all of them or none; all else that lies in it stays as it is. */
export async function changeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>, lock: Lock): Promise<void> {
  const fresh = newOf(folder)
  await cp(folder, fresh, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  await writeFolder(fresh, files)
  await moveIn(fresh, folder, takeInventory(fresh), lock)
}
