import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSelection, writeSelection } from '../../src/report/selection.ts'

const initiatives = ['1-1-1-1', '1-1-1-2', '1-1-2-1', '1-2-1-1', '2-1-10-1', '2-1-1-1', '2-3-1', '2-3-2', '2-3-10']

test.each([
  [['1-1-1-1'], ['1-1-1-1'], []],
  [['2-3-2', '1-2-1-1'], ['1-2-1-1', '2-3-2'], []],
  [['2-3-1,2-3-2', '2-3-1'], ['2-3-1', '2-3-2'], []],
  [['1-1'], ['1-1-1-1', '1-1-1-2', '1-1-2-1'], []],
  [['2-1-1'], ['2-1-1-1'], []],
  [['2-3-1'], ['2-3-1'], []],
  [['2'], ['2-1-10-1', '2-1-1-1', '2-3-1', '2-3-2', '2-3-10'], []],
  [[''], [], []],
  [['9-9-9-9, 1-2', 'abc'], ['1-2-1-1'], ['9-9-9-9', 'abc']],
  [['２-3-1', '2-3-', '<script>'], [], ['２-3-1', '2-3-', '<script>']],
])('?n=%j chooses %j and does not know %j', (values, chosen, unknown) => {
  expect(readSelection(values, initiatives)).toEqual({ chosen, unknown })
})

test.each([
  [['1-1-1-1'], '1-1-1-1'],
  [['1-1-1-1', '1-1-1-2'], '1-1-1'],
  [['1-1-1-1', '1-1-1-2', '1-1-2-1'], '1-1'],
  [['2-3-2', '1-2-1-1', '1-1-1-1', '1-1-1-2', '1-1-2-1'], '1,2-3-2'],
  [[], ''],
])('%j is written %s', (chosen, written) => {
  expect(writeSelection(chosen, initiatives)).toBe(written)
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.subarray(initiatives), (chosen) => {
      expect(readSelection([writeSelection(chosen, initiatives)], initiatives)).toEqual({ chosen, unknown: [] })
    }),
  )
})

test('of 10,000 initiatives, what is chosen is written and read in no time', () => {
  const tens = Array.from({ length: 10 }, (_, i) => i + 1)
  const all = tens.flatMap((a) => tens.flatMap((b) => tens.flatMap((c) => tens.map((d) => `${a}-${b}-${c}-${d}`))))
  const odd = all.filter((_, i) => i % 2 === 1)
  const start = performance.now()
  expect(writeSelection(all, all)).toBe('1,2,3,4,5,6,7,8,9,10')
  expect(readSelection([writeSelection(odd, all)], all).chosen).toEqual(odd)
  // To ask each heading about each initiative takes a hundred times as long.
  expect(performance.now() - start).toBeLessThan(1000)
})
