import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FLOORS } from '../../floors.js'
import { floorsOf, pictureOf, roomOf, tableOf, upstairs, usesOf, withRooms } from '../../src/build/rooms.ts'

const uses = usesOf('.')
const floors = floorsOf(FLOORS, uses)
/** A Markdown table without the spaces that only line its columns up. */
const loose = (markdown: string) => markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---')

test.each([
  ['src/check/yaml/outline.ts', 'check'],
  ['src/search/index/lines.ts', 'search/index'],
  ['src/url.ts', 'site'],
  ['src/content.config.ts', 'build'],
  ['scripts/check.ts', 'scripts'],
  ['docs/README.md', null],
])('%s stands in %s', (file, room) => expect(roomOf(file)).toBe(room))

test('every room that imports or is imported stands on a floor', () => {
  const rooms = new Set([...uses].flatMap(([from, used]) => [from, ...used.keys()]))
  expect([...rooms].filter((room) => !floors.flat().includes(room))).toEqual([])
})

test('no import runs upstairs, in pages and components neither', () => {
  expect(uses.get('components')?.get('report')).toBeGreaterThan(0)
  expect(upstairs(uses, floors)).toEqual([])
})

test('an import that does is named', () => {
  expect(upstairs(new Map([['text', new Map([['check', 1]])]]), floors)).toEqual(['text → check'])
})

test('CONTRIBUTING.md shows the floors and the imports as they are; npm run rooms writes them', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8')
  expect(text).toContain(pictureOf(floors))
  expect(loose(text)).toContain(loose(tableOf(uses, floors)))
  expect(loose(withRooms(text, uses, floors))).toBe(loose(text))
})
