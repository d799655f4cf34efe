import { expect, test } from 'vitest'
import { decodeText } from '../../src/text/decode.ts'

// Bytes as Windows, Macs and old servers write them: 「県は、データの活用に努める。」
const TEXT = '県は、データの活用に努める。'
const hex = (text: string) => Buffer.from(text, 'hex')
const utf16 = Buffer.from(`${TEXT}\n`, 'utf16le')

test.each<[encoding: string, bytes: Uint8Array]>([
  ['UTF-8', Buffer.from(`${TEXT}\n`)],
  ['Shift_JIS（CP932）', hex('8ca782cd81418366815b835e82cc8a88977082c9937782df82e981420a')],
  ['EUC-JP', hex('b8a9a4cfa1a2a5c7a1bca5bfa4ceb3e8cdd1a4cbc5d8a4e1a4eba1a30a')],
  ['UTF-16（LE）', Buffer.concat([hex('fffe'), utf16])],
  ['UTF-16（BE）', Buffer.concat([hex('feff'), Buffer.from(utf16).swap16()])],
  ['UTF-16（LE）', utf16],
])('%s is known by its bytes', (encoding, bytes) => {
  const read = decodeText(bytes)
  expect(read?.encoding).toBe(encoding)
  expect(read?.text).toMatch(/^県は、データの.*に努める。\n$/)
  expect(read?.evidence === '').toBe(encoding === 'UTF-8')
})

test('ISO-2022-JP is known by its escape sequences', () => {
  const read = decodeText(hex('1b24423829244f21222547213c253f244e33684d51244b45582461246b21231b28420a'))
  expect(read?.encoding).toMatch(/^ISO-2022-JP/)
})

test.each([
  ['half UTF-8 and half Shift_JIS', Buffer.concat([Buffer.from('# 題名\n'), hex('90c29058')])],
  ['a picture', hex('89504e470d0a1a0a0000000d49484452')],
  ['kanji alone, which several codes have', hex('90c29058')],
])('%s is read as nothing', (_, bytes) => {
  expect(decodeText(bytes)).toBeNull()
})
