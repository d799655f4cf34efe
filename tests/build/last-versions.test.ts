import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { indexVersion } from '../../src/build/index-version.ts'
import { keepLastVersions, ownIndexOf } from '../../src/build/last-versions.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'versions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (...parts: string[]) => path.join(folder, ...parts)

/** A built site with an index and a script of its own, as after a build over another one. */
function build(name: string, before: string, index = name): void {
  mkdirSync(at(name, 'pagefind', index), { recursive: true })
  mkdirSync(at(name, '_astro'))
  writeFileSync(at(name, 'pagefind', index, 'words.json'), name)
  writeFileSync(at(name, '_astro', `${name}.js`), name)
  writeFileSync(at(name, '_astro/same.css'), 'same')
  keepLastVersions(at(before), at(name), index)
}

test('a site holds what pages of the last two versions may still ask for, and no more', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  for (const [i, name] of names.entries()) build(name, names[i - 1] ?? 'nothing')
  expect(readdirSync(at('a/pagefind'))).toEqual(['a'])
  expect(readdirSync(at('e/pagefind')).sort()).toEqual(['c', 'd', 'e'])
  expect(readdirSync(at('e/_astro')).sort()).toEqual(['c.js', 'd.js', 'e.js', 'same.css'])
  expect(readFileSync(at('e/pagefind/c/words.json'), 'utf8')).toBe('c')
  expect(ownIndexOf(at('e'))).toBe('pagefind/e')
})

test('a build without a change takes no version’s place', () => {
  build('a', 'nothing')
  build('b', 'a')
  mkdirSync(at('again'))
  for (const name of ['pagefind/b', '_astro']) mkdirSync(at('again', name), { recursive: true })
  for (const name of ['b.js', 'same.css']) writeFileSync(at('again/_astro', name), 'b')
  keepLastVersions(at('b'), at('again'), 'b')
  build('c', 'again')
  expect(readdirSync(at('c/pagefind')).sort()).toEqual(['a', 'b', 'c'])
})

test('scripts of a version with the same index stay too', () => {
  build('a', 'nothing', 'index')
  build('b', 'a', 'index')
  expect(readdirSync(at('b/_astro')).sort()).toEqual(['a.js', 'b.js', 'same.css'])
  expect(readFileSync(at('b/pagefind/index/words.json'), 'utf8')).toBe('b')
})

test.each([
  ['is no list', '{}'],
  ['is no JSON', '['],
  ['leads out of the folder', '[{ "index": "..", "assets": [] }, { "index": "a", "assets": ["../../secret"] }]'],
  ['names what is not there', '[{ "index": "b", "assets": [] }]'],
])('a list of versions that %s is as good as none', (_, list) => {
  build('a', 'nothing')
  writeFileSync(at('secret'), 'secret')
  writeFileSync(at('a/.gyokaku-versions.json'), list)
  expect(ownIndexOf(at('a'))).toBe(null)
  build('c', 'a')
  expect(readdirSync(at('c/pagefind'))).toEqual(['c'])
  expect(existsSync(at('c/secret'))).toBe(false)
})

test('the version of an index is that of what is searched', () => {
  const searched = { reports: [], terms: [], words: [] }
  const word = { typed: ['雪かき'], leadsTo: ['除雪'] }
  expect(indexVersion(searched)).toMatch(/^[0-9a-f]{10}$/)
  expect(indexVersion(searched)).toBe(indexVersion({ ...searched }))
  expect(indexVersion(searched)).not.toBe(indexVersion({ ...searched, words: [word] }))
})
