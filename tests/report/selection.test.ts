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
