import { foldForm, foldWidth } from '../../text/fold.ts'
import { parseMonthName } from '../../text/written-eras.ts'
import { plainLines } from '../received/characters.ts'
import { type Page, isFull, measure } from '../received/page.ts'
import { KEPT_END, LINE_FULL, WORD_CUT, endShown, glued, goesOn, isInsideWord } from '../received/sentence.ts'
import { formOf } from './forms.ts'
import type { Paragraph } from './paragraph.ts'

/** On so many slides a text that is no part of the report's own form stands only where each slide has it. */
const MANY = 3

/** Says what was done at a place, or what is unsure. */
export type Note = (place: string, what: string, words: string) => void

/** The paragraphs in plain characters, without what each slide repeats, and with sentences whole that somebody broke. */
export function tidied(paragraphs: readonly Paragraph[], done: Note, ask: Note): Paragraph[] {
  const own = withoutFurniture(
    paragraphs.map((each) => plain(each, done, ask)),
    done,
  )
  return joined(own, pageOf(own), done, ask)
}

function plain(paragraph: Paragraph, done: Note, ask: Note): Paragraph {
  const { place } = paragraph
  const lines = plainLines(
    paragraph.lines.join('\n'),
    (_, what, words) => done(place, what, words),
    (_, what, words) => ask(place, what, words),
  )
  const shown = lines.map(({ text }) => text).filter((text) => text.trim() !== '')
  // Blanks that somebody typed before the words say how deep they stand.
  const blanks = /^\u3000*/.exec(shown[0] ?? '')?.[0].length ?? 0
  return {
    ...paragraph,
    level: paragraph.level + blanks,
    lines: shown.map((line, i) => (i === 0 ? line.trimStart() : line)),
  }
}

/** Without page numbers that stand in boxes of their own, and without heads and feet that stand on many slides. */
function withoutFurniture(paragraphs: readonly Paragraph[], done: Note): Paragraph[] {
  const boxes = [...Map.groupBy(paragraphs, ({ box }) => box).values()]
  const wordsOf = (box: readonly Paragraph[]) => foldForm(box.flatMap(({ lines }) => lines).join(''))
  const isNumber = (box: readonly Paragraph[]) => /^[-–—―]?\d{1,3}(?:\/\d{1,3})?[-–—―]?$/.test(foldWidth(wordsOf(box)))
  const alone = boxes.filter((box) => box.length === 1 && box[0] && formOf(box[0]).kind === 'none')
  const pages = Map.groupBy(alone, (box) => (isNumber(box) ? '#' : wordsOf(box)))
  const furniture = new Set<Paragraph>()
  for (const [words, alike] of pages) {
    const isTitle = alike.some((box) => box[0]?.isHeading)
    if (new Set(alike.map((box) => box[0]?.page)).size < (isTitle || words === '#' ? 2 : MANY)) continue
    const what = words === '#' ? 'ページ番号を除く' : 'スライドごとにくり返す文を除く'
    // The cover's own title stays.
    for (const [paragraph] of alike) {
      if (
        !paragraph ||
        (words !== '#' && (paragraph === paragraphs[0] || (paragraph.isHeading && paragraph.page === 1)))
      )
        continue
      furniture.add(paragraph)
      done(paragraph.place, what, paragraph.lines.join(' '))
    }
  }
  return paragraphs.filter((each) => !furniture.has(each))
}

/** The length at which somebody broke lines, if at one. */
function pageOf(paragraphs: readonly Paragraph[]): Page {
  const page = measure(
    paragraphs.flatMap(({ lines }) => lines.slice(0, -1)),
    paragraphs.flatMap(({ lines }) => lines),
  )
  // Line ends that people make are not so regular: only lines of the very same length say something.
  return page?.slack === 0 ? page : null
}

/** Lines and paragraphs that break a word, or a sentence that plainly goes on, made whole. */
function joined(paragraphs: readonly Paragraph[], page: Page, done: Note, ask: Note): Paragraph[] {
  const all: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const before = all.at(-1)
    const last = before?.lines.length ? before : undefined
    const [end, start] = [last?.lines.at(-1) ?? '', paragraph.lines[0] ?? '']
    const isPlain = start !== '' && paragraph.mark === '' && formOf(paragraph).kind === 'none' && !MARKED.test(start)
    const isNext =
      last?.box === paragraph.box && last.isHeading === paragraph.isHeading && last.level <= paragraph.level
    if (last && isPlain && isNext && reason(end, paragraph.lines.join('\n'), true)) {
      done(paragraph.place, '文の途中で分かれた段落をつなぐ', endShown(end, start))
      last.lines = [...last.lines.slice(0, -1), glued(end, start), ...paragraph.lines.slice(1)]
    } else all.push({ ...paragraph })
  }
  const shown = all.filter(({ lines }) => lines.length > 0)
  return shown.map((each) => ({ ...each, lines: joinedLines(each, page, done, ask) }))
}

function joinedLines({ lines, place }: Paragraph, page: Page, done: Note, ask: Note): string[] {
  const all: string[] = []
  lines.forEach((line, i) => {
    const last = all.at(-1)
    if (last === undefined) return void all.push(line)
    const isLong = page !== null && !MARKED.test(line) && isFull(lines[i - 1] ?? '', line, page)
    const why = reason(last, lines.slice(i, i + FAR).join('\n')) ?? (isLong ? LINE_FULL : null)
    if (!why) {
      if (!MARKED.test(line) && !BRACKET.test(line) && !parseMonthName(last.trim()))
        ask(place, KEPT_END, endShown(last, line))
      return void all.push(line)
    }
    done(place, why, endShown(last, line))
    all[all.length - 1] = glued(last, line)
  })
  return all
}

/** More lines than a sentence has. */
const FAR = 50

function reason(before: string, rest: string, isParagraph = false): string | null {
  return isInsideWord(before, rest.split('\n', 1)[0] ?? '') ? WORD_CUT : goesOn(before, rest, isParagraph)
}

/** What begins a line of its own. */
const MARKED = /^\s*[→⇒※【]/
const BRACKET = /^\s*[（(「『]/
