import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { maxBytes } from '../check/folder/size.ts'
import type { SourceFile } from '../text/source-file.ts'
import { Refused } from './failures.ts'

/** The content folder: `CONTENT_DIR`, else `content` in the project. */
export function contentDir(): string {
  return process.env['CONTENT_DIR'] || 'content'
}

/**
 * Every file below a folder, in the order of their paths, without hidden ones (editors' and systems' own). What is too
 * big to be part of a report is named with its size, but not read.
 */
export async function readFiles(folder: string): Promise<SourceFile[]> {
  const paths = await listFiles(folder)
  return paths.sort().map((file) => {
    const { bytes, size } = readBounded(path.join(folder, file), maxBytes(file))
    return bytes ? { path: file, bytes } : { path: file, bytes: new Uint8Array(), size }
  })
}

/** Slides hold photographs, which are not read but have to be passed over. */
const MOST_OFFICE_BYTES = 256 * 1024 ** 2

/** A document, whole. Throws `Refused` for one that is too big to be a report. */
export function readDocument(file: string): Uint8Array {
  const limit = /\.(?:docx|pptx)$/i.test(file) ? MOST_OFFICE_BYTES : maxBytes('source.md')
  const { bytes, size } = readBounded(file, limit)
  if (bytes) return bytes
  const [mib, most] = [size, limit].map((n) => Math.ceil(n / 1024 ** 2))
  throw new Refused(`「${file}」は大きすぎるので（${mib} MiB）、読みません。${most} MiB までの文書にしてください。`)
}

/**
 * Asked its size before it is read: a film of 3 GB would fill the memory. Read at once and not in turns with others: for
 * thousands of small files that takes a seventh of the time, and one is open at a time.
 */
function readBounded(file: string, most: number): { bytes: Uint8Array | null; size: number } {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    return { bytes: size > most ? null : readFileSync(handle), size }
  } catch (error) {
    // Such an error does not name the file.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  } finally {
    closeSync(handle)
  }
}

async function listFiles(folder: string, inside = '.'): Promise<string[]> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true })
  const files = entries.map(async (entry) => {
    if (entry.name.startsWith('.')) return []
    const place = path.posix.join(inside, entry.name)
    return entry.isDirectory() ? listFiles(folder, place) : entry.isFile() ? [place] : []
  })
  return (await Promise.all(files)).flat()
}
