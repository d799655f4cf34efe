import { type Oddity, odditiesOf, withPlain } from './characters.ts'
import type { Place } from './finding.ts'

/** A file of the content folder as read from the disk. `path` is relative to that folder, with `/`. */
export interface SourceFile {
  path: string
  /** Empty where the file is too big to be read. */
  bytes: Uint8Array
  /** In bytes; only where the file is too big to be read. */
  size?: number
}

/** A file's text as it is read. */
export interface PlainText {
  /**
   * With `\n` line ends, without a byte order mark (Windows editors make both), and with the plain characters that its
   * odd ones stand for; bytes that are no UTF-8 are `�`.
   */
  text: string
  /** The same before its odd characters gave way: `oddities` are places in it. */
  written: string
  /** What should not stand there. */
  oddities: Oddity[]
  /** The first place of each line that is no UTF-8; what the rest of such a file says is anybody's guess. */
  notUtf8: Place[]
}

/** Reads a file's text. */
export function readText(file: SourceFile): PlainText {
  const written = decoder.decode(file.bytes).replaceAll('\r\n', '\n')
  const notUtf8: Place[] = []
  // The file itself may contain U+FFFD, so its presence alone proves nothing.
  if (written.includes('\ufffd') && !isUtf8(file.bytes)) {
    splitLines(file.bytes).forEach((line, i) => {
      if (isUtf8(line)) return
      const column = decoder.decode(line).indexOf('\ufffd') + 1
      notUtf8.push({ file: file.path, line: i + 1, column: Math.max(column, 1) })
    })
  }
  const oddities = odditiesOf(written)
  return { text: withPlain(written, oddities), written, oddities, notUtf8 }
}

// Made once: for 10,000 files, making a decoder each time takes a noticeable part of the reading.
const decoder = new TextDecoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true })

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder.decode(bytes)
    return true
  } catch {
    return false
  }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, at))
    start = at + 1
  }
  return [...lines, bytes.subarray(start)]
}

/** Every character of a file, with the byte order mark and the line ends that it has. */
export function exactText(bytes: Uint8Array): string {
  return exactDecoder.decode(bytes)
}

const exactDecoder = new TextDecoder('utf-8', { ignoreBOM: true })
