import { expect, test } from 'vitest'
import { batchOrder, inBatches, placesOfRows } from '../../../src/search/index/batches.ts'
import { characterRowsOf, fileOfCharacter, partCharacters, placesOf } from '../../../src/search/index/characters.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { recordOf } from '../../../src/search/index/record.ts'

// A call takes about 120,000 arguments.
test('a body of 200,000 lines is indexed whole', { timeout: 60_000 }, () => {
  const text = Array.from({ length: 200_000 }, () => 'あ').join('\n')
  const lines = linesOf({ title: '長い取組', results: [{ id: 'r1', text }], notes: [] })
  expect(lines.length).toBe(200_001)
  expect(recordOf(lines, 2025)).toMatchObject({ longest: 4, titleEnd: 4, exactEnd: 200_004 })
})

test.each([
  ['one report', ['1-1-1', '1-1-2', '1-1-3'], [0, 1, 2]],
  [
    'two, of which the older one has an initiative more',
    ['1-1-1', '1-1-2', '1-1-1', '1-1-2', '1-1-3'],
    [0, 2, 1, 3, 4],
  ],
  ['none', [], []],
])('batches of %s hold the years of an initiative together', (_, numbers, order) => {
  expect(batchOrder(numbers)).toEqual(order)
})

test('every row is read where it was put, and few are read with it', () => {
  const numbers = Array.from({ length: 3000 }, (_, row) => `1-1-${row % 70}`)
  const values = batchOrder(numbers).map((row) => ({ row, text: 'あ'.repeat((row * 37) % 600) }))
  const batches = inBatches(values)
  const places = placesOfRows(
    numbers,
    batches.map(({ length }) => length),
  )
  expect(places.map(({ batch, at }) => batches[batch]?.[at]?.row)).toEqual(numbers.map((_, row) => row))
  expect(batches.length).toBeLessThan(400)
  expect(batches.filter((batch) => JSON.stringify(batch).length > 4_500)).toEqual([])
})

test('what is longer than a batch is one by itself', () => {
  const long = 'あ'.repeat(50_000)
  expect(inBatches([long, 'い', 'う', long]).map(({ length }) => length)).toEqual([1, 2, 1])
})

test('every character is found in its own file, in the rows and places that have it', () => {
  const texts = ['電子契約の促進', 'の', '紙', 'ペーパーレスの推進、電子化']
  const records = texts.map((title) => recordOf([{ kind: 'title', text: title }], 2025))
  const all = characterRowsOf(records)
  const files = partCharacters(all)
  for (const character of new Set(texts.join(''))) {
    const rows = texts.flatMap((text, row) => (text.includes(character) ? [row] : []))
    const file = files[fileOfCharacter(character, files.length)] ?? {}
    expect([character, [...placesOf(character, file)]]).toEqual([character, rows.map((row) => [row, 'title'])])
  }
  expect(placesOf('無', files[0] ?? {}).size).toBe(0)
})
