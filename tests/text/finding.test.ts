import { expect, test } from 'vitest'
import { placeAt } from '../../src/text/finding.ts'

test.each([
  ['the first character', '一\n二', 0, 1, 1],
  ['a line’s end belongs to its line', '一\n二', 1, 1, 2],
  ['the first character of a line', '一\n二', 2, 2, 1],
  ['an empty line', '一\n\n二', 2, 2, 1],
  ['the end of the text', '一\n二', 3, 2, 2],
  ['the end of a text that ends its last line', '一\n', 2, 2, 1],
  ['a place behind the text is its end', '一\n二', 9, 2, 2],
  ['an empty text', '', 0, 1, 1],
])('%s', (_, text, offset, line, column) => {
  expect(placeAt('a.md', text, offset)).toEqual({ file: 'a.md', line, column })
  expect(placeAt('a.md', text, offset, 5)).toEqual({ file: 'a.md', line: line + 4, column })
})

test('texts that are asked about in turn keep their own lines', () => {
  const [a, b] = ['一\n二\n三', '一二\n三']
  expect([placeAt('a', a, 4), placeAt('b', b, 4), placeAt('a', a, 2)].map(({ line }) => line)).toEqual([3, 2, 2])
})
