import { parseMonthName } from '../../text/written-eras.ts'
import type { Line, Say } from './received.ts'
import { isLooseResult } from './marks.ts'
import { FEWEST, type Page, isFull, measure } from './page.ts'
import { KEPT_END, LINE_FULL, WORD_CUT, endShown, glued, goesOn, isInsideWord } from './sentence.ts'

/** A new line of its own: a heading, a bullet, a quote, a table, a fence, a note, a rule. */
const BEGINS = /^\s*(?:#{1,6}(?:\s|$)|[-*+]\s|>|\||```|~~~|\[\^|---+\s*$|[•▪‧∙■◆▶➢✓])/

/** Whether a line begins something of its own. */
export type Begins = (text: string) => boolean

const isBlock: Begins = (text) => BEGINS.test(text)

const HEADING = /^#{1,6}\s/

/** A line end that Markdown keeps: two blanks or `\`. */
const KEPT = /(?: {2,}|\\)$/

/** What begins a line of its own within a result or a paragraph; a bracket may as well stand where a long line was broken. */
const MARKED = /^\s*[→⇒※○【]/
const BRACKET = /^\s*[（(「『]/

/**
 * Joins lines that a converter, or somebody who pressed Enter, broke: where the sentence or a word goes on, and where the
 * line is as long as the document's lines are. `begins` tells what begins by its own mark, Markdown's if not said. A line end that Markdown marks as one stays, unless a word goes on.
 */
export function joinWraps(lines: readonly Line[], done: Say, ask: Say, begins = isBlock): Line[] {
  const page = pageOf(lines, begins)
  const isMarking = begins === isBlock && lines.some(({ text }) => KEPT.test(text))
  const isPointed =
    lines.filter((_, i) => isLooseResult(lines, i) && !HEADING.test(lines[i - 1]?.text ?? '')).length >= FEWEST
  const joined: Line[] = []
  /** The lines between the last words and these: blank, or where a page ended. */
  let between: Line[] = []
  /** The last line as it was received. */
  let last: Line | undefined
  lines.forEach((line, i) => {
    if (line.gap || line.text.trim() === '') return void between.push(line)
    const open = joined.at(-1)
    const isPageEnd = between.some(({ gap }) => gap)
    const isNext = last !== undefined && (between.length === 0 || isPageEnd) && !begins(line.text)
    const reading =
      isNext && open && last
        ? read(open.text, last.text, restOf(lines, i, begins), { page, isMarking: isMarking && !isPageEnd, isPointed })
        : null
    if (reading?.join && open) {
      done(line.at, reading.join, endShown(open.text, line.text))
      if (reading.ask) ask(line.at, reading.ask, endShown(open.text, line.text))
      joined[joined.length - 1] = { text: glued(open.text.replace(KEPT, ''), line.text), at: open.at }
    } else {
      if (reading?.ask && !isPageEnd) ask(line.at, reading.ask, endShown(open?.text ?? '', line.text))
      joined.push(...(isPageEnd ? [{ text: '', at: line.at }] : between), { text: line.text, at: line.at })
    }
    between = []
    last = line
  })
  return [...joined, ...between.filter(({ gap }) => !gap)]
}

/** Whether the line that comes goes on with what is open, and why; what to ask where that is not sure. */
function read(
  open: string,
  last: string,
  rest: string,
  { page, isMarking, isPointed }: { page: Page; isMarking: boolean; isPointed: boolean },
): { join?: string; ask?: string } {
  const next = rest.split('\n', 1)[0] ?? ''
  if (isPointed && /^\s*・/.test(next) && !HEADING.test(open)) return {}
  if (isInsideWord(open.replace(KEPT, ''), next)) return { join: WORD_CUT }
  if (KEPT.test(open) || parseMonthName(open.trim())) return {}
  const isLong = page !== null && isFull(last, next, page)
  const isOwn = MARKED.test(next)
  if (HEADING.test(open) && (!isLong || isOwn)) return {}
  const why = goesOn(open, rest)
  if (why) return { join: why }
  if (isOwn || (BRACKET.test(next) && !isLong && !isMarking)) return isLong ? { ask: KEPT_END } : {}
  if (!isLong && !isMarking) return { ask: KEPT_END }
  // Here a line may as well end as one that is full may be broken.
  if (isLong && !isMarking && (BRACKET.test(next) || /[)）]\s*$/.test(open)))
    return { join: LINE_FULL, ask: '行の長さで折り返されたとみて、つなぎました。改行なら、分けてください。' }
  return { join: isLong ? LINE_FULL : '改行の印（行の終わりの空白2つか \\）がない行をつなぐ' }
}

/** More lines than a paragraph has. */
const FAR = 50

/** The lines from here to the end of their block. */
function restOf(lines: readonly Line[], i: number, begins: Begins): string {
  const rest: string[] = []
  for (const { text, gap } of lines.slice(i, i + FAR)) {
    if (gap) continue
    if (text.trim() === '' || (rest.length > 0 && begins(text))) break
    rest.push(text)
  }
  return rest.join('\n')
}

function pageOf(lines: readonly Line[], begins: Begins): Page {
  const whole = lines.filter(({ text }) => text.trim() !== '' && !HEADING.test(text))
  const broken = lines.filter(({ text }, i) => {
    const next = lines[i + 1]
    const isBroken = text.trim() !== '' && !KEPT.test(text) && !HEADING.test(text)
    return isBroken && next !== undefined && next.text.trim() !== '' && !begins(next.text)
  })
  const textOf = ({ text }: Line) => text.trimEnd()
  return measure(broken.map(textOf), whole.map(textOf))
}
