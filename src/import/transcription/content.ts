import type { Place } from '../../text/finding.ts'
import { compareNumbers } from '../../report/number.ts'
import { type Transcript, type TranscriptEntry, type TranscriptLine, isBeginning, plainWords } from './transcript.ts'

/** A value of YAML and where it stands. */
export interface WrittenValue {
  text: string
  place: Place
}

/** A body as written. */
export interface WrittenBody {
  file: string
  text: string
  firstLine: number
}

/** A year's folder as the transcript takes it; `null` is what can't be read. */
export interface WrittenReport {
  /** `published` is `null` in a draft. */
  cover: { title: WrittenValue; published: WrittenValue | null; department: WrittenValue; body: WrittenBody } | null
  outline: { title: WrittenValue; headings: { number: string; title: WrittenValue }[] } | null
  initiatives: { number: string; title: WrittenValue | null; body: WrittenBody | null }[]
}

/** The content folder's lines as the received document has them. */
export function contentTranscript({ cover, outline, initiatives }: WrittenReport): Transcript {
  const entries = [
    ...(outline?.headings ?? []).map(({ number, title }): TranscriptEntry => {
      return { kind: KINDS[number.split('-').length - 1] ?? 'subsection', number, title: valueLine(title), lines: [] }
    }),
    ...initiatives.map(({ number, title, body }): TranscriptEntry => {
      return { kind: 'initiative', number, title: title && valueLine(title), lines: body && bodyLines(body) }
    }),
  ]
  return {
    cover: cover && outline && coverLines(cover, outline),
    // Headings come before what stands under them.
    entries: entries.sort((a, b) => compareNumbers(a.number, b.number)),
    hasHeadings: outline !== null,
  }
}

const KINDS: TranscriptEntry['kind'][] = ['viewpoint', 'section', 'subsection']

function coverLines(
  { title, published, department, body }: NonNullable<WrittenReport['cover']>,
  outline: NonNullable<WrittenReport['outline']>,
): TranscriptLine[] {
  return [
    ...[title, ...(published ? [published] : []), department].map(valueLine),
    ...bodyLines(body),
    valueLine(outline.title),
  ]
}

function valueLine({ text, place }: WrittenValue): TranscriptLine {
  return { text, written: text, ...place, begins: true }
}

/** A body's lines without what our Markdown adds: bullets, `\` line ends, links around words, footnote marks. A bullet that is typed as another sign is told by its own rule. */
function bodyLines({ file, text, firstLine }: WrittenBody): TranscriptLine[] {
  return text.split('\n').flatMap((written, i, all) => {
    const words = plainWords(written.replace(/^[ \t]*(?:#+ +|-[ \u3000]+)?(?:[・•－][ \u3000]*)?/, ''))
    if (words === '') return []
    const begins = isBeginning(written, all[i - 1])
    return [{ text: words, written, file, line: firstLine + i, column: 1, begins }]
  })
}
