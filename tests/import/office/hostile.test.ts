import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { receive } from '../../../src/build/receive.ts'
import { makeSlides, zipOf } from './make.ts'

const RELS = '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
const word = (document: string) => zipOf({ '_rels/.rels': RELS, 'word/document.xml': document })

/** A part that says of itself that it is small. */
function lying(): Uint8Array {
  const bytes = Buffer.from(word(`<w:document>${' '.repeat(30_000_000)}</w:document>`))
  const entry = bytes.lastIndexOf('word/document.xml') - 46
  bytes.writeUInt32LE(1000, entry + 24)
  return bytes
}

test.each<[name: string, file: () => Uint8Array, says: string]>([
  ['a zip bomb', () => zipSync({ 'word/document.xml': new Uint8Array(80_000_000) }), '開くと大きすぎる'],
  ['a part that is bigger than it says', lying, '壊れている'],
  [
    'an external entity',
    () => word('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'),
    'DOCTYPE',
  ],
  [
    'entities that grow',
    () => word('<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'),
    'DOCTYPE',
  ],
  ['an entity that is not there', () => word('<w:document>&x;</w:document>'), '壊れている'],
  ['elements without end', () => word('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)), '壊れている'],
  ['half a file', () => makeSlides([{ boxes: [] }]).subarray(0, 300), '壊れている'],
  ['slides without words', () => makeSlides([{ boxes: [] }]), '読める文がありません'],
  ['a zip of something else', () => zipSync({ 'a.txt': strToU8('x') }), 'Word（.docx）でも'],
  [
    '30,000 parts',
    () => zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}.xml`, new Uint8Array()]))),
    '多すぎる',
  ],
  ['an old or an encrypted file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'パスワード'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'PDF です'],
])('%s ends with one line of Japanese', (_, file, says) => {
  const bytes = file()
  let message = ''
  try {
    receive('次の年度.docx', bytes)
  } catch (error) {
    message = (error as Error).message
  }
  expect(message).toMatch(/^「次の年度\.docx」[^\n]*何も書き込みませんでした。$/)
  expect(message).toContain(says)
})
