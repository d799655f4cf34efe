import { accessSync, constants, existsSync, mkdirSync, rmSync, rmdirSync } from 'node:fs'
import { constants as system } from 'node:os'
import path from 'node:path'
import { type Lock, takeLock } from './lock.ts'
import { INNER_LOCK } from './out-folder.ts'
import { beside, newOf, recoverFolder } from './swap.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does work that replaces a folder while nobody else does: first it ends what a killed run left half done. Stopped by a
 * signal, it clears away what it had begun (`scraps` too) and ends with 128 + the signal's number.
 */
export async function alone<T>(
  folder: string,
  scraps: readonly string[],
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  let made: string | undefined
  let lock: Lock | undefined
  const clear = () => {
    // Without the lock, all that is there is another's.
    if (!lock) return
    for (const scrap of [newOf(folder), ...scraps]) {
      rmSync(scrap, { recursive: true, force: true, maxRetries: 3 })
    }
    lock.release()
    if (made && !existsSync(folder)) removeEmpty(path.dirname(folder), made)
  }
  const stop = (signal: NodeJS.Signals) => {
    try {
      clear()
    } finally {
      process.exit(128 + system.signals[signal])
    }
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    made = mkdirSync(path.dirname(folder), { recursive: true })
    lock = takeLock(lockOf(folder), folder)
    recoverFolder(folder)
    return await work(lock)
  } finally {
    // A signal that came during a swap is heard now, and the swap is whole.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
    clear()
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

/** Beside the folder, as the folder itself goes in a swap; in it where nothing can be written beside. */
function lockOf(folder: string): string {
  try {
    accessSync(path.dirname(folder), constants.W_OK)
    return beside(folder, 'lock')
  } catch {
    return existsSync(folder) ? path.join(folder, INNER_LOCK) : beside(folder, 'lock')
  }
}

/** Takes away the folders from `last` up to `first`, which were made for a folder that did not come to be. */
function removeEmpty(last: string, first: string): void {
  try {
    for (let folder = path.resolve(last); ; folder = path.dirname(folder)) {
      rmdirSync(folder)
      if (folder === path.resolve(first)) return
    }
  } catch {
    // Somebody else has put something there.
  }
}
