import { foldWidth } from '../../text/fold.ts'
import { CIRCLED_GLYPHS, BRACKETED_GLYPHS } from '../../report/number.ts'
import type { Line, Say } from './received.ts'

/** So often a line that is no part of the report's own form stands only where each page has it. */
const MANY = 3

/** `3`, `- 3 -`, `3/12`, `p. 3`, `3ページ`: a line of a page number alone. */
const PAGE = /^(?:[-–—―]\s*)?(?:p(?:age)?\.?\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?(?:\s*(?:ページ|頁))?(?:\s*[-–—―])?$/i

/** What the report's own form begins with: such a line may well stand twice. */
const OWN_FORM = new RegExp(
  `^(?:\\d+(?:\\s|\\.(?!\\d))|\\(\\d|[${CIRCLED_GLYPHS}${BRACKETED_GLYPHS}○〇◯●・•【※→(\\[|])`,
  'u',
)

/**
 * Takes page numbers and the running heads and feet of pages away. A gap stays where they stood, so that a sentence that
 * they cut in two can be read as one again.
 */
export function withoutFurniture(lines: readonly Line[], done: Say, ask: Say): Line[] {
  const numbers = pageNumbers(lines, ask)
  const heads = runningHeads(lines, numbers)
  return lines.map((line) => {
    if (numbers.has(line)) done(line.at, 'ページ番号を除く', line.text.trim())
    else if (heads.has(line)) done(line.at, 'ページごとにくり返す見出し・欄外の文を除く', line.text.trim())
    else return line
    return { text: '', at: line.at, gap: true }
  })
}

/** Lines of numbers alone that count up through the document; one alone may be anything. */
function pageNumbers(lines: readonly Line[], ask: Say): Set<Line> {
  const found = lines.flatMap((line) => {
    const number = PAGE.exec(foldWidth(line.text.trim()))?.[1]
    return number === undefined ? [] : [{ line, number: Number(number) }]
  })
  const counting = found.filter(({ number }, i) => {
    const [before, after] = [found[i - 1]?.number, found[i + 1]?.number]
    return before === number - 1 || after === number + 1
  })
  for (const { line } of found.filter((each) => !counting.includes(each)))
    ask(line.at, '数だけの行があります。ページ番号なら、消してください。', line.text.trim())
  return new Set(counting.map(({ line }) => line))
}

function runningHeads(lines: readonly Line[], numbers: ReadonlySet<Line>): Set<Line> {
  const isEmpty = (line: Line | undefined) => !line || line.gap === true || line.text.trim() === '' || numbers.has(line)
  const isAtPageEnd = (i: number) => [-2, -1, 1, 2].some((by) => isPageEnd(lines[i + by], numbers))
  // A heading of the report that stands without its mark is a page's head.
  const headings = new Set(lines.filter(isHeading).map(wordsOf))
  const byWords = new Map<string, { line: Line; i: number; stands: boolean }[]>()
  lines.forEach((line, i) => {
    const words = wordsOf(line)
    if (words === '' || (OWN_FORM.test(words) && (isHeading(line) || !headings.has(words)))) return
    const isAlone = isEmpty(lines[i - 1]) && isEmpty(lines[i + 1])
    // A result may be told three times: it is no running head unless a page ends there.
    const stands = /^\s*[-*+] /.test(line.text) ? isAtPageEnd(i) : isAlone || isAtPageEnd(i)
    byWords.set(words, [...(byWords.get(words) ?? []), { line, i, stands }])
  })
  const first = lines.find((line) => line.text.trim() !== '')
  const heads = new Set<Line>()
  for (const all of byWords.values()) {
    const standing = all.filter(({ stands }) => stands)
    const enough =
      standing.some(({ i }) => isAtPageEnd(i)) || standing.some(({ line }) => /^#/.test(line.text)) ? 2 : MANY
    if (standing.length < 2 || all.length < enough) continue
    // The cover's own line of these words stays: the title, the department.
    const own = all.find(({ line }) => isHeading(line) || line === first) ?? all.find(({ stands }) => !stands)
    for (const each of standing) if (each !== own) heads.add(each.line)
  }
  return heads
}

function isPageEnd(line: Line | undefined, numbers: ReadonlySet<Line>): boolean {
  return line !== undefined && (line.gap === true || numbers.has(line))
}

const isHeading = ({ text }: Line) => /^#{1,6} /.test(text)

/** A line's words, without a page number at its end: `'# 取組実績 - 3 -'` → `'取組実績'`. */
function wordsOf({ text }: Line): string {
  return foldWidth(text.trim())
    .replace(/^(?:#+|[-*+]) +/, '')
    .replace(/\s+(?:[-–—―]\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–—―])?$/, '')
    .replace(/\s+/g, ' ')
}
