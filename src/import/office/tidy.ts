import { foldForm, foldWidth } from '../../text/fold.ts'
import { plainLines } from '../received/characters.ts'
import { goesOn, isInsideWord } from '../received/sentence.ts'
import { formOf } from './forms.ts'
import type { Paragraph } from './paragraph.ts'

/** On so many slides a text that is no part of the report's own form stands only where each slide has it. */
const MANY = 3

/** Says what was done at a place, or what is unsure. */
export type Note = (place: string, what: string, words: string) => void

/** The paragraphs in plain characters, without what each slide repeats, and with sentences whole that somebody broke. */
export function tidied(paragraphs: readonly Paragraph[], done: Note, ask: Note): Paragraph[] {
  return joined(
    withoutFurniture(
      paragraphs.map((each) => plain(each, done, ask)),
      done,
    ),
    done,
  )
}

function plain(paragraph: Paragraph, done: Note, ask: Note): Paragraph {
  const { place } = paragraph
  const lines = plainLines(
    paragraph.lines.join('\n'),
    (_, what, words) => done(place, what, words),
    (_, what, words) => ask(place, what, words),
  )
  return { ...paragraph, lines: lines.map(({ text }) => text).filter((text) => text.trim() !== '') }
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
      if (!paragraph || (words !== '#' && paragraph.page === 1)) continue
      furniture.add(paragraph)
      done(paragraph.place, what, paragraph.lines.join(' '))
    }
  }
  return paragraphs.filter((each) => !furniture.has(each) && each.lines.length > 0)
}

/** Lines and paragraphs that break a word, or a sentence that plainly goes on, made whole. */
function joined(paragraphs: readonly Paragraph[], done: Note): Paragraph[] {
  const all: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const whole = { ...paragraph, lines: joinedLines(paragraph.lines, paragraph.place, done) }
    const last = all.at(-1)
    const [end, start] = [last?.lines.at(-1) ?? '', whole.lines[0] ?? '']
    const isNext =
      last?.box === whole.box && whole.mark === '' && formOf(whole).kind === 'none' && !/^\s*[→※【]/.test(start)
    const isSame = last?.isHeading === whole.isHeading && last.level <= whole.level
    if (last && isNext && isSame && reason(end, whole.lines.join('\n'), true)) {
      done(whole.place, '文の途中で分かれた段落をつなぐ', cut(end, start))
      last.lines = joinedLines(
        [...last.lines.slice(0, -1), end.trimEnd() + start.trimStart(), ...whole.lines.slice(1)],
        whole.place,
        done,
      )
    } else all.push(whole)
  }
  return all
}

function joinedLines(lines: readonly string[], place: string, done: Note): string[] {
  const all: string[] = []
  lines.forEach((line, i) => {
    const last = all.at(-1)
    const why = last === undefined ? null : reason(last, lines.slice(i).join('\n'))
    if (last === undefined || !why) return void all.push(line)
    done(place, why, cut(last, line))
    all[all.length - 1] = last.trimEnd() + line.trimStart()
  })
  return all
}

function reason(before: string, rest: string, isParagraph = false): string | null {
  return isInsideWord(before, rest.split('\n', 1)[0] ?? '')
    ? '語の途中で切れた行をつなぐ'
    : goesOn(before, rest, isParagraph)
}

const cut = (before: string, after: string) => `${before.trim().slice(-10)}｜${after.trim().slice(0, 10)}`
