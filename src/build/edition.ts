import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildFacts } from '../build-facts.ts'
import { takeInventory } from './inventory.ts'

/** The file, at the top of a built site, by which a copy of it is known to be whole (docs/editions.md). */
export const EDITION = 'edition.json'

/** 版: one state of the site. */
export interface Edition {
  /** The commit that it was built from; `null` outside of a repository. */
  commit: string | null
  /** When that commit was made, in UTC, so that the same commit gives the same edition. */
  date: string | null
  /** SHA-256, in hexadecimal, of every other file by its path. */
  checksums: Record<string, string>
}

/** Writes `edition.json` into a built site, whose other files must all stand there. */
export function writeEdition(site: string, { commit }: Pick<BuildFacts, 'commit'>): void {
  const files = [...takeInventory(site).keys()].filter((file) => file !== EDITION).sort()
  const edition: Edition = {
    commit: commit?.hash ?? null,
    date: commit?.date ?? null,
    checksums: Object.fromEntries(files.map((file) => [file, sha256(path.join(site, file))])),
  }
  writeFileSync(path.join(site, EDITION), `${JSON.stringify(edition, null, 1)}\n`)
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
