import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { HOST } from './lock.ts'

/**
 * Builds are made in the project and not where they go: Astro renames files from the project into the site, which no
 * system does across disks. Tools and the dev server look away from `node_modules`.
 */
const ROOM = path.resolve('node_modules/.cache/gyokaku-build')

const A_DAY_MS = 24 * 60 * 60_000

/** The folder in which this machine makes a build for `out`; whoever holds the lock of `out` has it for itself. */
export function workFolder(out: string): string {
  return path.join(ROOM, createHash('sha256').update(`${HOST} ${out}`).digest('hex').slice(0, 12))
}

/** Makes the work folder anew. What builds that were killed left there goes after a day. */
export function clearWorkFolder(work: string): void {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  for (const name of readdirSync(ROOM)) {
    const folder = path.join(ROOM, name)
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (Date.now() - changed > A_DAY_MS) rmSync(folder, { recursive: true, force: true })
  }
}
