import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fix } from '../../src/text/finding.ts'
import { applyFixes } from '../../src/text/fix.ts'

const edit = (line: number, column: number, to: [line: number, column: number], text: string): Fix => ({
  start: { line, column },
  end: { line: to[0], column: to[1] },
  text,
})

test.each<[says: string, before: string, fixes: Fix[], after: string]>([
  ['a character goes', 'あい\nうえ', [edit(2, 1, [2, 2], '')], 'あい\nえ'],
  ['a text is put in', 'あい', [edit(1, 2, [1, 2], 'X')], 'あXい'],
  ['a byte order mark counts for no column', '\ufeffあい', [edit(1, 1, [1, 2], 'X')], '\ufeffXい'],
  ['Windows line ends stay', 'あ \r\nい\r\n', [edit(1, 2, [1, 3], '')], 'あ\r\nい\r\n'],
  ['a new line ends as the others do', 'あい\r\nう\r\n', [edit(1, 2, [1, 2], '\n')], 'あ\r\nい\r\nう\r\n'],
  ['an edit over several lines', 'あ\r\nい\r\nう', [edit(1, 2, [3, 1], '')], 'あう'],
  ['two edits of one line', 'あいうえ', [edit(1, 4, [1, 5], 'Y'), edit(1, 1, [1, 2], 'X')], 'XいうY'],
  ['of two that overlap the first', 'あいう', [edit(1, 1, [1, 3], ''), edit(1, 2, [1, 4], 'Z')], 'う'],
])('%s', (_, before, fixes, after) => {
  expect(applyFixes(before, fixes).text).toBe(after)
})

test('an edit changes nothing but what it names, in any text', () => {
  const line = fc.string({ unit: fc.constantFrom('あ', '\ufeff', ' ', 'x', '\u{20b9f}') })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.nat(), fc.nat(), fc.nat(), (lines, which, from, length) => {
      const at = which % lines.length
      const text = lines.join('\r\n')
      const own = at === 0 ? (lines[0] ?? '').replace(/^\ufeff/, '') : (lines[at] ?? '')
      const start = from % (own.length + 1)
      const end = Math.min(own.length, start + (length % 4))
      const after = applyFixes(text, [edit(at + 1, start + 1, [at + 1, end + 1], 'Z')]).text
      const mark = at === 0 && text.startsWith('\ufeff') ? '\ufeff' : ''
      const expected = lines.with(at, `${mark}${own.slice(0, start)}Z${own.slice(end)}`)
      expect(after).toBe(expected.join('\r\n'))
    }),
  )
})
