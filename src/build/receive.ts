import { isOffice, receiveOffice } from '../import/office/office.ts'
import { Unreadable } from '../import/office/xml.ts'
import type { Received } from '../import/received/received.ts'
import { receiveText } from '../import/received/text.ts'
import { decodeText } from '../text/decode.ts'
import { readText } from '../text/source-file.ts'
import { NOTHING_WRITTEN, Refused } from './failures.ts'

/** A document that came, read whatever program wrote it. Throws `Refused` for what can't be read. */
export function receive(document: string, bytes: Uint8Array): Received {
  const other = OTHERS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))
  if (other) throw new Refused(`「${document}」${other.says}${NOTHING_WRITTEN}`)
  if (isOffice(bytes)) return receiveShown(document, bytes)
  const decoded = decodeText(bytes)
  if (!decoded) throw new Refused(`${unread(document, bytes)}${NOTHING_WRITTEN}`)
  const received = receiveText(decoded.text)
  if (decoded.encoding === 'UTF-8') return received
  const what = `文字コードを ${decoded.encoding} として読みました（${decoded.evidence}）。原文（source.md）は UTF-8 で書きます`
  return { ...received, done: [{ place: '1', what, words: '' }, ...received.done] }
}

function receiveShown(document: string, bytes: Uint8Array): Received {
  try {
    return receiveOffice(bytes)
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused(`「${document}」${error.message}${NOTHING_WRITTEN}`)
    throw error
  }
}

/** Files that people have beside the document, by their first bytes. */
const OTHERS = [
  {
    begins: [0x25, 0x50, 0x44, 0x46],
    says: 'は PDF です。元の Word（.docx）、PowerPoint（.pptx）か、文に書き出したもの（.md、.txt）を取り込んでください。',
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    says: 'は、古い形式（.doc、.ppt、.xls）か、パスワードのかかったファイルです。パスワードを外し、.docx か .pptx で保存し直してください。',
  },
]

/** Where a text can't be read, and how many lines of it. */
function unread(document: string, bytes: Uint8Array): string {
  const [first, ...others] = readText({ path: document, bytes }).notUtf8
  const more = others.length > 0 ? `（ほか ${others.length} 行）` : ''
  const place = first ? `${document}:${first.line}:${first.column}: ` : `${document}: `
  return `${place}UTF-8 としても、ほかの文字コード（Shift_JIS、EUC-JP、UTF-16）としても読めません${more}。UTF-8 で保存し直してください。`
}
