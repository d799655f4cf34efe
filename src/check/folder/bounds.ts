import { type Finding, placeAt } from '../../text/finding.ts'
import { formatNumber } from '../../text/format-number.ts'
import { finding } from '../catalogue.ts'

/** Far above what any report has, and below what makes a parser slow: of what there is too much, and how much may be. */
const BOUNDS: [find: RegExp, most: number, of: string][] = [
  [/^.{10000,}$/m, 0, '1行の文字（10,000 まで）'],
  [/^[ \t]*[-*+] /gm, 2000, '1つのファイルの「- 」の行（2,000 まで）'],
  [/[[{]/g, 4000, '1つのファイルのかっこ（4,000 まで）'],
  [/^#{1,6} /gm, 1000, '1つのファイルの見出し（1,000 まで）'],
]

/** The first thing of which a file has so much that it is not read at all. */
export function tooMuch(file: string, text: string): Finding | null {
  const places = BOUNDS.map(([find, most, of]) => {
    return { at: (find.global ? nth(text, find, most) : find.exec(text))?.index, most, of }
  })
  for (const { at, most, of } of [...places, ...crowdedBlock(text)]) {
    if (at === undefined) continue
    const says = `${of}が多すぎるので、このファイルは読みません。写しまちがいがないかを確かめ、減らすか分けてください。`
    return finding('files/too-much', placeAt(file, text, at), says, {
      expected: most > 0 ? `${formatNumber(most)} まで` : of,
    })
  }
  return null
}

/** The first match beyond so many. */
function nth(text: string, find: RegExp, most: number): RegExpExecArray | undefined {
  let count = 0
  for (const match of text.matchAll(find)) if (++count > most) return match
  return undefined
}

const MARK = /[*_`[\]{}<>&~!#|"'\\]/g
const MOST_MARKS = 500
const MOST_LINES = 500

/** A paragraph, result or value with so many marks or lines that a parser goes over them again and again. */
function crowdedBlock(text: string): { at: number; most: number; of: string }[] {
  let start = 0
  let at = 0
  let marks = 0
  let lines = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '' || /^[ \t]*(?:[-*+] |\[\^|[A-Za-z]+: )/.test(line)) {
      start = at
      marks = 0
      lines = 0
    }
    marks += line.match(MARK)?.length ?? 0
    lines++
    if (marks > MOST_MARKS)
      return [{ at: start, most: MOST_MARKS, of: `1つの文の中の「*」「[」「{」などの記号（${MOST_MARKS} まで）` }]
    if (lines > MOST_LINES) return [{ at: start, most: MOST_LINES, of: `続く行（${MOST_LINES} 行まで）` }]
    at += line.length + 1
  }
  return []
}
