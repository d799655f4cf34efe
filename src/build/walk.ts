import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'

/** Something in a folder: its path there with `/`, and what it is. */
export interface Found {
  place: string
  entry: Dirent
}

/**
 * All that lies below a folder, a folder before what it holds. Node's own `recursive` goes through symbolic links, out of
 * the folder and round in circles.
 */
export function walk(folder: string, inside = '.'): Found[] {
  return readdirSync(path.join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(inside, entry.name)
    return [{ place, entry }, ...(entry.isDirectory() ? walk(folder, place) : [])]
  })
}
