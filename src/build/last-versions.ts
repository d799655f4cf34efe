import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { INDEX_FOLDER } from '../search/index/files.ts'

/** The scripts and styles of the pages, each named for what is in it. */
const ASSETS = '_astro'

/** In a built folder: the versions whose files it holds, its own first. */
const VERSIONS_FILE = '.gyokaku-versions.json'

/** Two besides the one that is published: who opened a page before two renewals can still search in it. */
const KEPT = 2

/** What an open page may still ask for: an index, and the scripts and styles that go with it, by their names. */
interface Version {
  index: string
  assets: string[]
}

/**
 * Copies what open pages of the last versions may still ask for from the site that was built before into the new one, and
 * writes down what the new one holds. Nothing of what is new is replaced: a file's path tells what is in it.
 */
export function keepLastVersions(before: string, fresh: string, index: string): void {
  const now: Version = { index, assets: readdirSync(path.join(fresh, ASSETS)).sort() }
  const last = readVersions(before).filter((version) => !isSame(version, now) && isWhole(before, version))
  const kept = last.slice(0, KEPT)
  for (const place of new Set(kept.flatMap(placesOf))) {
    const target = path.join(fresh, place)
    if (!existsSync(target)) cpSync(path.join(before, place), target, { recursive: true })
  }
  writeFileSync(path.join(fresh, VERSIONS_FILE), JSON.stringify([now, ...kept]))
}

/** The folder of a built site's own index, from the site: `pagefind/a1b2c3d4e5`; `null` where there is none. */
export function ownIndexOf(dist: string): string | null {
  const [own] = readVersions(dist)
  return own && isWhole(dist, own) ? indexOf(own) : null
}

const indexOf = ({ index }: Version) => path.join(INDEX_FOLDER, index)
const placesOf = (version: Version) => [indexOf(version), ...version.assets.map((name) => path.join(ASSETS, name))]
const isSame = (a: Version, b: Version) => JSON.stringify(a) === JSON.stringify(b)
const isWhole = (dist: string, version: Version) =>
  placesOf(version).every((place) => existsSync(path.join(dist, place)))

/** None where the folder was built before there were versions, or where somebody has changed the list. */
function readVersions(dist: string): Version[] {
  try {
    const list: unknown = JSON.parse(readFileSync(path.join(dist, VERSIONS_FILE), 'utf8'))
    return Array.isArray(list) ? list.filter(isVersion) : []
  } catch {
    return []
  }
}

/** Names alone: a path in the list would lead out of the folder. */
function isVersion(value: unknown): value is Version {
  const { index, assets } = Object(value) as Partial<Record<keyof Version, unknown>>
  const isName = (name: unknown) => typeof name === 'string' && path.basename(name) === name && !/^\.*$/.test(name)
  return isName(index) && Array.isArray(assets) && assets.every(isName)
}
