import type { Finding } from '../../text/finding.ts'
import { formatNumber } from '../../text/format-number.ts'
import type { SourceFile } from '../../text/source-file.ts'
import { finding } from '../catalogue.ts'

const KIB = 1024
const MAX_BYTES = 256 * KIB

/** The document as received may be long. */
const MAX_SOURCE_BYTES = 64 * KIB * KIB

/** How many bytes of a file of the content folder are read: a bigger one is not read at all. */
export function maxBytes(path: string): number {
  return /(?:^|\/)source\.md$/.test(path) ? MAX_SOURCE_BYTES : MAX_BYTES
}

/** Whether a file is too big to be read at all. */
export function isTooBig(file: SourceFile): boolean {
  return sizeOf(file) > maxBytes(file.path)
}

export function checkSize(file: SourceFile | undefined): Finding[] {
  if (!file || !isTooBig(file)) return []
  const says = `ファイルが大きすぎます（${inKib(sizeOf(file))}）。画像などが紛れていないかを確かめ、分けるか減らしてください。`
  return [
    finding('files/too-big', { file: file.path, line: 1, column: 1 }, says, {
      expected: `${inKib(maxBytes(file.path))} まで`,
    }),
  ]
}

function sizeOf({ bytes, size = bytes.length }: SourceFile): number {
  return size
}

function inKib(bytes: number): string {
  return `${formatNumber(Math.ceil(bytes / KIB))} KiB`
}
