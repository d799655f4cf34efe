import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'

/** Licences under which anybody may use a part and pass it on. */
const FREE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Zlib',
]
/** Licences that ask for more where a part itself is changed or passed on; parts of the tools, never of the site. */
const WEAK_COPYLEFT = ['LGPL-3.0-or-later', 'MPL-2.0']

/** A package of the lock file. */
export interface LockedPackage {
  name: string
  version: string
  licence: string
  /** Whether its bytes are known again; else anything may come in its place. */
  hasIntegrity: boolean
}

interface Lock {
  packages: Record<string, { version?: string; license?: string; integrity?: string; link?: boolean }>
}

/** Every package that the lock file has, those of other systems too, by name and version. */
export function lockedPackages(root: string): LockedPackage[] {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(packages)
    .filter(([place, { link }]) => place !== '' && !link)
    .map(([place, { version = '', license = '', integrity }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      hasIntegrity: integrity !== undefined,
    }))
}

/** `MIT`, `(MIT AND Zlib)`: whether each part of a licence is free, weak copyleft at most, or neither. */
export function kindOf(licence: string): 'free' | 'weak copyleft' | 'other' {
  const parts = licence.replaceAll(/[()]/g, '').split(/ AND /)
  if (parts.every((part) => FREE.includes(part))) return 'free'
  return parts.every((part) => [...FREE, ...WEAK_COPYLEFT].includes(part)) ? 'weak copyleft' : 'other'
}

/** A direct dependency, with what staff who keep the site must know of it. */
export interface DirectDependency extends LockedPackage {
  /** Whether the site is built with it; else only tests and editors need it. */
  isForBuild: boolean
  purpose: string
  instead: string
}

/** The direct dependencies in the order of `package.json`; their purposes are those of `docs/dependencies.yml`. */
export function directDependencies(root: string): DirectDependency[] {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const purposes = load(read('docs/dependencies.yml')) as Record<string, string>
  const locked = lockedPackages(root)
  const direct = (names: Record<string, string>, isForBuild: boolean) =>
    Object.entries(names).flatMap(([name, version]) => {
      const found = locked.find((each) => each.name === name && each.version === version)
      const [purpose = '', instead = ''] = (purposes[name] ?? '').split(' | ')
      return found ? [{ ...found, isForBuild, purpose, instead }] : []
    })
  return [...direct(dependencies, true), ...direct(devDependencies, false)]
}

/** How many bytes a package has on this disk, without those that lie inside of it. */
export function sizeOf(root: string, name: string): number {
  const folder = path.join(root, 'node_modules', name)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !path.relative(folder, entry.parentPath).split(path.sep).includes('node_modules'),
    )
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}
