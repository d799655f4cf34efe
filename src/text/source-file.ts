import type { Place } from './finding.ts'

/** A file of the content folder as read from the disk. `path` is relative to that folder, with `/`. */
export interface SourceFile {
  path: string
  /** Empty where the file is too big to be read. */
  bytes: Uint8Array
  /** In bytes; only where the file is too big to be read. */
  size?: number
}

/** A file that is not the plain text that the report needs, and where. */
export interface TextFinding extends Place {
  kind: 'encoding' | 'nul' | 'tab'
}

/**
 * The text of a file with `\n` line ends and without a byte order mark (both are accepted, for Windows editors),
 * and every place that is no plain text: invalid UTF-8 (its bytes become `�`), NUL and tab characters.
 */
export function readText(file: SourceFile): { text: string; findings: TextFinding[] } {
  const text = decoder.decode(file.bytes).replaceAll('\r\n', '\n')
  const findings: TextFinding[] = []
  // The file itself may contain U+FFFD, so its presence alone proves nothing.
  if (text.includes('\ufffd') && !isUtf8(file.bytes)) {
    splitLines(file.bytes).forEach((line, i) => {
      if (isUtf8(line)) return
      const column = decoder.decode(line).indexOf('\ufffd') + 1
      findings.push({ file: file.path, line: i + 1, column: Math.max(column, 1), kind: 'encoding' })
    })
  }
  if (/[\0\t]/.test(text)) {
    text.split('\n').forEach((line, i) => {
      for (const [character, kind] of [['\0', 'nul'] as const, ['\t', 'tab'] as const]) {
        const at = line.indexOf(character)
        if (at >= 0) findings.push({ file: file.path, line: i + 1, column: at + 1, kind })
      }
    })
  }
  return { text, findings }
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
