import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryEdit, editable } from '../../src/text/line-ends.ts'

test.each([
  ['a\r\nb', 'a\nc\nd', 'a\r\nc\r\nd'],
  ['a\nb', 'a\nc', 'a\nc'],
  ['\uFEFFa\r\nb\nc\r\n', 'a\nx\nc\n', '\uFEFFa\r\nx\nc\r\n'],
  ['a\r\n', 'a\n', 'a\r\n'],
  ['a\r\n\r\nb', 'a\nb', 'a\r\nb'],
  ['aa', 'aaa', 'aaa'],
  ['', 'x', 'x'],
  ['a\rb\nc', 'a\nb\nd', 'a\rb\nd'],
  ['a\rx\nb', 'a\n\nb', 'a\r\n\r\nb'],
])('%j edited into %j', (before, edited, after) => {
  expect(carryEdit(before, edited)).toBe(after)
})

test('an edit is what the text shows afterwards, and what did not change keeps its bytes', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edited = editable(after)
      expect(editable(carryEdit(before, edited))).toBe(edited)
      expect(carryEdit(before, editable(before))).toBe(before)
    }),
  )
})
