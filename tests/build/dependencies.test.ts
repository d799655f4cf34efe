import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { directDependencies, kindOf, lockedPackages } from '../../src/build/dependencies.ts'

const locked = lockedPackages('.')
const page = readFileSync('docs/dependencies.md', 'utf8')

test('every package of the lock file has a licence that may be used, and a checksum', () => {
  expect(locked.length).toBeGreaterThan(500)
  const other = locked.filter(({ licence }) => kindOf(licence) === 'other')
  expect(other.map(({ name, licence }) => `${name} ${licence}`)).toEqual([])
  expect(locked.filter(({ hasIntegrity }) => !hasIntegrity).map(({ name }) => name)).toEqual([])
})

test('the page has each direct dependency, with its purpose and licence: npm run dependencies writes it', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const cells = rows.map((line) => line.split('|').map((cell) => cell.trim()))
  expect(cells.map(([, name, purpose, , licence, instead]) => [name, purpose, licence, instead])).toEqual(
    directDependencies('.').map(({ name, purpose, licence, instead }) => [`\`${name}\``, purpose, licence, instead]),
  )
  for (const [name, purpose, , instead] of cells.map((row) => row.slice(1))) {
    expect(purpose, name).not.toBe('')
    expect(instead, name).not.toBe('')
  }
})

test('no purpose is left of a package that went', () => {
  const purposes = Object.keys(load(readFileSync('docs/dependencies.yml', 'utf8')) as object)
  expect(purposes.toSorted()).toEqual(
    directDependencies('.')
      .map(({ name }) => name)
      .sort(),
  )
})

test('packages of weak copyleft are named', () => {
  for (const { name, licence } of locked.filter(({ licence }) => kindOf(licence) === 'weak copyleft')) {
    expect(page, licence).toContain(`\`${name}\``)
  }
})

test.each([
  ['MIT', 'free'],
  ['(MIT AND Zlib)', 'free'],
  ['Apache-2.0 AND LGPL-3.0-or-later', 'weak copyleft'],
  ['GPL-3.0', 'other'],
  ['MIT AND GPL-3.0', 'other'],
  ['', 'other'],
])('%j is %s', (licence, kind) => {
  expect(kindOf(licence)).toBe(kind)
})
