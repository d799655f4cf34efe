import { parseMonthName } from '../../text/written-eras.ts'
import { formOf } from '../office/forms.ts'
import { Outline } from '../office/outline.ts'
import type { Paragraph } from '../office/paragraph.ts'
import { plainLines } from './characters.ts'
import { withoutFurniture } from './furniture.ts'
import { markedLines } from './marks.ts'
import type { Deed, Line, Received, Say } from './received.ts'
import { joinWraps } from './wraps.ts'

/** Reads a received text, Markdown or plain, as people and converters write it. What has one meaning is read, and told. */
export function receiveText(text: string): Received {
  const done: Deed[] = []
  const questions: Deed[] = []
  const sayTo = (list: Deed[]): Say => {
    return (at, what, words) => list.push({ place: String(at), what, words })
  }
  const [did, ask] = [sayTo(done), sayTo(questions)]
  const lines = withoutFurniture(plainLines(text, did, ask), did, ask)
  const isMarkdown = /^\s*(?:#{1,6} |[-*+] \*\*)/m.test(text)
  const isPlain = !isMarkdown && lines.some(({ text: line }) => INITIATIVE.test(line))
  const written = isPlain
    ? outlineOf(
        joinWraps(lines, did, ask, (each) => beginsPlain(each)),
        done,
        questions,
      )
    : markedLines(joinWraps(lines, did, ask), did).map((line) => ({ text: line.text, place: String(line.at) }))
  const markdown = written.map((line) => line.text).join('\n')
  return {
    markdown: /\n$/.test(text) ? markdown : markdown.replace(/\n+$/, ''),
    places: written.map(({ place }) => place),
    done,
    questions,
  }
}

const INITIATIVE = /^\s*[○〇◯●][^○〇◯●\s]/

function beginsPlain(text: string): boolean {
  return (
    formOf({ mark: '', lines: [text] }).kind !== 'none' ||
    /^\s*(?:※|【[^】]*】\s*$)/.test(text) ||
    parseMonthName(text.trim()) !== null
  )
}

/** A text without Markdown's marks: how far a line is set in says how deep it stands. */
function outlineOf(lines: readonly Line[], done: Deed[], questions: Deed[]) {
  const paragraphs: Paragraph[] = []
  const whole = lines.map(({ text }) => text.trim()).join('\n')
  const hasBlanks = whole.trim().includes('\n\n')
  /** How deep the last line stands that has a sign of its own. */
  let base = 0
  let isNew = true
  for (const { text, at } of lines) {
    const words = text.trim()
    const last = paragraphs.at(-1)
    const blanks = /^\s*/.exec(text)?.[0] ?? ''
    const level = Math.floor((blanks.length + (blanks.match(/\u3000/g)?.length ?? 0)) / 2)
    const isOwn = isNew || !hasBlanks || beginsPlain(text) || (level > base && !/^[→⇒（(]/.test(words))
    if (beginsPlain(text)) base = level
    if (words !== '' && last && !isOwn) last.lines.push(words)
    else if (words !== '') {
      const place = String(at)
      paragraphs.push({ lines: [words], mark: '', level, isHeading: false, isBold: false, place, box: 1, page: 1 })
    }
    isNew = words === ''
  }
  const note = (list: Deed[]) => (place: string, what: string, said: string) => list.push({ place, what, words: said })
  const outline = new Outline(note(done), note(questions))
  outline.write(paragraphs)
  return [...outline.lines, { text: '', place: String(lines.at(-1)?.at ?? 1) }]
}
