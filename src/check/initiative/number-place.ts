import type { WrittenBody } from '../../import/transcription/content.ts'
import type { Statement } from '../../report/figure-source.ts'
import type { Place } from '../../text/finding.ts'

/** A number as it stands in the text of a result or note. */
export type NumberOfBody = Pick<Statement, 'source' | 'start' | 'written'>

/** The line of the file in which a number of its body stands; where marks part its words, that of its result. */
export function placeOfNumber({ source, start, written }: NumberOfBody, body: WrittenBody): Place {
  const { file, text, firstLine } = body
  const lines = text.split('\n')
  const first = source.line - firstLine
  const below = source.text.slice(0, start).split('\n').length - 1
  // Lines of a text are those of the file, but for blank ones between paragraphs.
  const line = lines.findIndex((each, i) => i >= first + below && each.includes(written))
  const isOwn = line >= 0 && line <= first + below + 2
  if (!isOwn) return { file, line: source.line, column: source.column }
  const from = line === first ? source.column - 1 : 0
  // The same number may stand in a line twice.
  const before = source.text.slice(0, start).split('\n').at(-1) ?? ''
  const times = before.split(written).length - 1
  let column = (lines[line] ?? '').indexOf(written, from)
  for (let i = 0; i < times; i++) {
    const next = (lines[line] ?? '').indexOf(written, column + written.length)
    if (next >= 0) column = next
  }
  return { file, line: line + firstLine, column: Math.max(column, 0) + 1 }
}
