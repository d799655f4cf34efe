import { CIRCLED_GLYPHS, ancestorOf, childNumber, orderOfGlyph } from '../../report/number.ts'
import { monthName } from '../../text/era.ts'
import { foldWidth } from '../../text/fold.ts'
import { parseMonthName } from '../../text/written-eras.ts'
import type { Corrections } from '../../report/schema.ts'
import { mendSpaces } from '../mend.ts'
import { type Transcript, type TranscriptEntry, type TranscriptLine, isBeginning, plainWords } from './transcript.ts'

/** In half width; the words keep their own. */
const FORMS: [kind: TranscriptEntry['kind'], form: RegExp][] = [
  ['viewpoint', /^#+ +(\d+)(?:\s+|\.(?!\d)\s*)(.+)$/],
  ['section', /^#+ +(\(\d+\)|[⑴-⒇])\s*(.+)$/u],
  ['subsection', new RegExp(`^#+ +([${CIRCLED_GLYPHS}])\\s*(.+)$`, 'u')],
  ['initiative', /^#+ +(○)\s*(.+)$/],
  ['initiative', /^[-*+] +(\*\*)(.+)\*\*$/],
]

/** The received document, `source.md` of one year, after corrections.yml and the general rules. */
export function sourceTranscript(file: string, source: string, corrections: Corrections): Transcript {
  const cover: TranscriptLine[] = []
  const entries: TranscriptEntry[] = []
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  /** The heading that initiatives now stand under. */
  let place = ''
  for (const { received, line, begins } of linesOf(source, corrections)) {
    const named = entryOf(received)
    if (!named) {
      const [into = cover] = entries.slice(-1).map(({ lines }) => lines ?? [])
      if (into !== cover || !VIEWPOINT_OF_COVER.test(foldWidth(received)))
        into.push({ ...(into === cover ? coverLineOf(received) : resultOf(received)), file, line, column: 1, begins })
      continue
    }
    const { kind, depth, mark, title } = named
    let number = childNumber(place, (counts.get(place) ?? 0) + 1)
    if (kind === 'initiative') {
      counts.set(place, (counts.get(place) ?? 0) + 1)
    } else {
      number = childNumber(ancestorOf(place, depth), orderOfGlyph(mark) ?? Number(mark.replace(/[()]/g, '')))
      const isRepeated = known.get(number) === title.text
      known.set(number, title.text)
      // A slide repeats its viewpoint and goes on where the last one ended.
      if (!isRepeated || kind !== 'viewpoint') place = number
      if (isRepeated) continue
    }
    entries.push({ kind, number, title: { ...title, file, line, column: 1, begins: true }, lines: [] })
  }
  return { cover, entries, hasHeadings: true }
}

const VIEWPOINT_OF_COVER = /^[-*+] +\d+(?:\s|\.(?!\d))/

/** The document's lines that hold anything, after its corrections. */
function linesOf(source: string, { text: corrections }: Corrections) {
  let before: string | undefined
  return source.split('\n').flatMap((line, i) => {
    const corrected = corrections.reduce((mended, { from, to }) => mended.replaceAll(from, () => to), line)
    // A correction may make several lines of one.
    return corrected.split('\n').flatMap((each) => {
      const begins = isBeginning(each, before)
      before = each
      return each.trim() === '' ? [] : [{ received: each.trim(), line: i + 1, begins }]
    })
  })
}

type Words = Pick<TranscriptLine, 'text' | 'written' | 'marks'>

/** `'### ① 行政手続のオンライン化'`, `'- **電子収納の推進**'`; `null` for a line of anything else. */
function entryOf(received: string) {
  for (const [depth, [kind, form]] of FORMS.entries()) {
    const [, mark = '', folded = ''] = form.exec(foldWidth(received)) ?? []
    if (folded.trim() === '') continue
    const behind = mark === '**' ? mark : ''
    const end = received.length - behind.length
    const title = received.slice(end - folded.length, end)
    // One correction mends a viewpoint's name on the cover too: there no # stands before it.
    const written = kind === 'viewpoint' ? received.replace(/^#+ +/, '') : received
    const before = written.slice(0, written.length - behind.length - title.length)
    const words: Words = { text: mendSpaces(title).trim(), written, marks: [before, behind] }
    return { kind, depth, mark, title: words }
  }
  return null
}

/** A line of the cover; its month of publication as report.md has it, whatever its width: `令和８年２月`. */
function coverLineOf(received: string): Words {
  const month = parseMonthName(received)
  return month === null ? resultOf(received) : { ...resultOf(received), text: monthName(month) }
}

/** `'- ・ R7.4 …'`, `'### 【道路関係】'`, `'※ 注'`, `'総務部'`: the words apart from the marks. */
function resultOf(received: string): Words {
  const [before = ''] = /^(?:#+ +|[-*+] +(?:・\s*)?)?/.exec(received) ?? []
  const words = mendSpaces(received.slice(before.length)).trim()
  return { text: plainWords(words.replace(/^(※\d*)\s+/, '$1')), written: received, marks: [before, ''] }
}
