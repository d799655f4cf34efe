import type { Deed, Received } from '../received/received.ts'
import { receiveText } from '../received/text.ts'
import { Outline } from './outline.ts'
import { Package } from './package.ts'
import type { Office } from './paragraph.ts'
import { readSlides } from './slides.ts'
import { tidied } from './tidy.ts'
import { readWord } from './word.ts'
import { Unreadable } from './xml.ts'

/** The beginning of every zip archive, which Word's and PowerPoint's files are. */
export function isOffice(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Reads a file of Word or PowerPoint as the Markdown that the import reads. Throws `Unreadable` for any other. */
export function receiveOffice(bytes: Uint8Array): Received {
  const file = new Package(bytes)
  const main = file.main()
  const kind =
    main === null ? null : /^(?:presentation|document)$/.exec(file.part(main)?.name.replace(/^.*:/, '') ?? '')?.[0]
  if (main === null || !kind) throw new Unreadable('は Word（.docx）でも PowerPoint（.pptx）でもありません。')
  const office = kind === 'presentation' ? readSlides(file, main) : readWord(file, main)
  if (!office.paragraphs.some(({ lines }) => lines.some((line) => line.trim() !== '')))
    throw new Unreadable('に、読める文がありません（図だけのファイルかもしれません）。')
  return isMarkdown(office) ? receiveWritten(office) : receiveShown(office)
}

/** Somebody put the text of a Markdown file into Word. */
function isMarkdown({ paragraphs }: Office): boolean {
  return paragraphs.filter(({ lines }) => /^#{1,6} \S/.test(lines[0] ?? '')).length >= 3
}

function receiveWritten({ paragraphs, leftOut }: Office): Received {
  const lines = paragraphs.flatMap(({ lines, place }) => lines.map((text) => ({ text, place })))
  const hasBlanks = lines.some(({ text }) => text.trim() === '')
  const parted = lines.flatMap((line) => (!hasBlanks && /^#/.test(line.text) ? [{ ...line, text: '' }, line] : [line]))
  const text = parted.map((line) => line.text)
  const places = parted.map(({ place }) => place)
  const received = receiveText(text.join('\n'))
  const placed = (deeds: readonly Deed[]) =>
    deeds.map((deed) => ({ ...deed, place: places[Number(deed.place) - 1] ?? '' }))
  return {
    markdown: `${received.markdown}\n`,
    places: received.places.map((place) => places[Number(place) - 1] ?? ''),
    done: placed(received.done),
    questions: [...leftOut, ...placed(received.questions)],
  }
}

function receiveShown({ paragraphs, leftOut }: Office): Received {
  const done: Deed[] = []
  const questions: Deed[] = [...leftOut]
  const note = (list: Deed[]) => (place: string, what: string, words: string) => list.push({ place, what, words })
  const outline = new Outline(note(done), note(questions))
  outline.write(tidied(paragraphs, note(done), note(questions)))
  return {
    markdown: `${outline.lines.map(({ text }) => text).join('\n')}\n`,
    places: outline.lines.map(({ place }) => place),
    done,
    questions,
  }
}
