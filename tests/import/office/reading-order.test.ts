import { expect, test } from 'vitest'
import { readingOrder } from '../../../src/import/office/reading-order.ts'

type Box = [name: string, left: number, top: number, width: number, height: number]

function order(boxes: Box[], faults: (names: string) => number = () => 0) {
  const unsure: string[] = []
  const areas = boxes.map(([name, left, top, width, height]) => {
    return { name, left, top, right: left + width, bottom: top + height }
  })
  const namesOf = (all: readonly { name: string }[]) => all.map(({ name }) => name).join('')
  const read = readingOrder(areas, {
    faults: (all) => faults(namesOf(all)),
    unsure: (all) => unsure.push(namesOf(all)),
  })
  return { read: namesOf(read), unsure }
}

const GRID: Box[] = [
  ['d', 12, 10, 10, 5],
  ['b', 12, 3, 10, 5],
  ['c', 1, 10, 10, 5],
  ['a', 1, 3, 10, 5],
]

test.each<[name: string, boxes: Box[], read: string]>([
  ['from the top down', [GRID[2], GRID[3]] as Box[], 'ac'],
  ['from left to right', [GRID[1], GRID[3]] as Box[], 'ab'],
  ['a head across two columns comes first', [...GRID.slice(2), ['h', 1, 0, 20, 2] as Box], 'hac'],
  [
    'columns whose boxes are of different heights are read each to its end',
    [
      ['c', 12, 3, 10, 9],
      ['b', 1, 6, 10, 8],
      ['a', 1, 3, 10, 2.5],
    ],
    'abc',
  ],
  [
    'boxes that overlap a little still stand beside each other',
    [
      ['b', 10.5, 3, 10, 5],
      ['a', 1, 3, 10, 5],
    ],
    'ab',
  ],
])('%s', (_, boxes, read) => expect(order(boxes).read).toBe(read))

test('rows and columns both: the numbers decide, and where they say nothing that is told', () => {
  expect(order(GRID, (names) => (names === 'acbd' ? 0 : 1))).toEqual({ read: 'acbd', unsure: [] })
  expect(order(GRID, (names) => (names === 'abcd' ? 0 : 1))).toEqual({ read: 'abcd', unsure: [] })
  expect(order(GRID)).toEqual({ read: 'abcd', unsure: ['abcd'] })
})
