import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf, wrap } from '../../src/text/width.ts'

test.each([
  ['電子契約の促進', 5, ['電子契約の', '促進']],
  ['電子契約', 5, ['電子契約']],
  ['「電子契約」の促進', 6, ['「電子契約」', 'の促進']],
  ['ＡＢＣＤＥＦＧＨ', 3, ['ＡＢＣ', 'ＤＥＦ', 'ＧＨ']],
  ['', 5, ['']],
])('%s in lines of %d em', (text, em, lines) => {
  expect(wrap(text, em)).toEqual(lines)
})

test('what is left after the last line is cut, and says so', () => {
  expect(wrap('県有施設の長寿命化と集約化を進める', 6, 2).at(-1)).toMatch(/…$/)
  expect(wrap('県有施設の長寿命化と集約化を進める', 6, 2)).toHaveLength(2)
})

test('lines hold all of the text, and none is wider than it may be', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'電子契約のア促ー、。（）「」AB12 ') }),
      fc.integer({ min: 2, max: 12 }),
      (text, em) => {
        const lines = wrap(text, em)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(em)
      },
    ),
  )
})
