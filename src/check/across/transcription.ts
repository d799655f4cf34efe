import { type Difference, type LineChange, compareTranscripts } from '../../import/transcription/compare.ts'
import { mendSpaces } from '../../import/mend.ts'
import { type WrittenReport, contentTranscript } from '../../import/transcription/content.ts'
import { sourceTranscript } from '../../import/transcription/source.ts'
import type { TranscriptEntry, TranscriptLine } from '../../import/transcription/transcript.ts'
import type { Corrections } from '../../report/schema.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { type SourceFile, readText } from '../../text/source-file.ts'
import { finding } from '../catalogue.ts'
import type { Cover } from '../initiative/cover.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'
import { type Outline, flatHeadings } from '../yaml/outline.ts'
import { parseMonthName } from '../../text/era.ts'
import type { Erratum } from '../../report/errata.ts'
import { isExplained } from './explained.ts'
import { correctionsToWrite, placeToWrite } from './corrections.ts'

/** Where a year's folder differs from the document as received, and neither corrections.yml nor errata.yml says why. */
export function checkTranscription(
  { path, bytes }: SourceFile,
  corrections: Corrections,
  report: ComparedReport,
): Finding[] {
  const { text, findings } = readText({ path, bytes })
  // Which words a document in another encoding has, nobody can say.
  if (findings.some(({ kind }) => kind === 'encoding')) return []
  const differences = compareTranscripts(
    sourceTranscript(path, text, corrections),
    contentTranscript(writtenReport(report)),
    corrections,
  )
  const top = { file: report.outline?.file ?? path, line: 1, column: 1 }
  const open = differences.filter((each) => !isExplained(each, report.errata) && !isOpenMonth(each, report.cover))
  return open.map((difference) =>
    difference.kind === 'lines' ? lineFinding(difference, corrections) : placeFinding(difference, corrections, top),
  )
}

/** What the rule needs of a year's folder. */
export interface ComparedReport {
  cover: Cover['written']
  outline: Outline | null
  initiatives: readonly InitiativeFile[]
  errata: readonly Erratum[]
}

/** A draft does not say yet when it is published. */
function isOpenMonth(difference: Difference, cover: Cover['written']): boolean {
  if (difference.kind !== 'lines' || !cover || cover.published) return false
  return difference.changes.every(({ kind, source }) => kind === 'missing' && source && parseMonthName(source.text))
}

/** What the transcription compares; headings and initiatives that can't be read have a finding of their own. */
function writtenReport({ cover, outline, initiatives }: ComparedReport): WrittenReport {
  const all = flatHeadings(outline?.viewpoints ?? [])
  const headings = all.flatMap(({ number, title, titlePlace }) =>
    number !== null && title !== null ? [{ number, title: { text: title, place: titlePlace } }] : [],
  )
  const isComplete = outline?.complete && headings.length === all.length
  return {
    cover,
    outline: isComplete && outline.title ? { title: outline.title, headings } : null,
    initiatives: initiatives.flatMap((facts) => {
      const number = numberOf(facts)
      const title = facts.title === null ? null : { text: facts.title, place: facts.titlePlace }
      return number === null ? [] : [{ number, title, body: facts.markdown }]
    }),
  }
}

type Lines = Extract<Difference, { kind: 'lines' }>

function lineFinding({ changes, after }: Lines, corrections: Corrections): Finding {
  const [first] = changes
  const content = first?.content[0] ?? after
  const source = first?.source ?? null
  const at = first?.kind === 'changed' ? differenceOf(source?.text ?? '', content?.text ?? '') : 0
  const place = content ? placeIn(content, at) : placeOf(source)
  const related = source ? { related: placeOf(source) } : {}
  const mended = first?.kind === 'missing' ? '' : mendSpaces(content?.text ?? '')
  if (mended !== '' && mended !== content?.text) {
    const says = `${sentence(first, at)}矢印の前後、年月の中、離れた英大文字の間の空白は、原文からも取ります。空白を取ってください。`
    return finding('source/differs', place, says, { expected: mended, ...related })
  }
  const mend = '原文のとおりに直すか、わざとなら corrections.yml の text の終わりに「期待」の行を書き足してください。'
  const expected = correctionsToWrite(changes, corrections)
  return finding('source/differs', place, sentence(first, at) + mend, { expected, ...related })
}

function sentence(change: LineChange | undefined, at: number): string {
  const { source = null, content = [], kind } = change ?? {}
  if (kind === 'added') return `原文に「${excerpt(content[0]?.text ?? '', 0)}」はありません。`
  if (kind === 'missing') return `原文にはこの後に「${excerpt(source?.text ?? '', 0)}」があります。`
  const hidden = INVISIBLE.exec(content[0]?.text.charAt(at) ?? '')?.[0]
  const code = hidden?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  const mark =
    code && !INVISIBLE.test(source?.text.charAt(at) ?? '') ? `（ここには見えない文字 U+${code} があります）` : ''
  return `原文では「${excerpt(source?.text ?? '', at)}」です${mark}。`
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zs}]/u

function placeFinding(difference: Exclude<Difference, Lines>, corrections: Corrections, outline: Place): Finding {
  const entry = difference.kind === 'missing' ? difference.source : difference.entry
  const title = entry.title?.text ?? ''
  const expected = placeToWrite(title, corrections)
  const mend = 'わざとなら corrections.yml の places に「期待」の行を書き足してください。'
  const named = `${KINDS[entry.kind]}「${title}」`
  if (difference.kind === 'added') {
    const says = `${named}は原文にありません。${mend}`
    return finding('source/place', placeOf(difference.entry.title), says, { expected })
  }
  const related = placeOf(difference.source.title)
  if (difference.kind === 'missing') {
    const says = `原文の ${difference.source.number} にある${named}がありません。書き足すか、${mend}`
    const place = difference.parent?.title ? placeOf(difference.parent.title) : outline
    return finding('source/place', place, says, { expected, related })
  }
  const says = `${named}は、原文では ${difference.source.number} にあります。原文の場所に移すか、${mend}`
  return finding('source/place', placeOf(difference.entry.title), says, { expected, related })
}

const KINDS: Record<TranscriptEntry['kind'], string> = {
  viewpoint: '視点',
  section: '項目',
  subsection: '小項目',
  initiative: '取組',
}

/** Offset of the first character that differs. */
function differenceOf(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++
  return at
}

/** Enough of a line to know it by, around the place. */
function excerpt(text: string, at: number): string {
  const start = text.length <= 60 ? 0 : Math.max(0, at - 20)
  const end = text.length <= 60 ? text.length : start + 60
  return (start > 0 ? '…' : '') + text.slice(start, end) + (end < text.length ? '…' : '')
}

/** The place of a character of a line's words; marks in what is written are stepped over. */
function placeIn({ text, written, file, line, column }: TranscriptLine, at: number): Place {
  let reached = 0
  let i = 0
  for (; i < written.length && reached <= at; i++) if (written.charAt(i) === text.charAt(reached)) reached++
  return { file, line, column: column + (reached > at ? i - 1 : written.length) }
}

function placeOf(line: TranscriptLine | null): Place {
  return line ? { file: line.file, line: line.line, column: line.column } : { file: '.', line: 1, column: 1 }
}
