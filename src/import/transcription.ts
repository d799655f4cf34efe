import { monthName } from '../text/era.ts'
import { mendDocument } from './mend.ts'
import { CIRCLED_GLYPHS, compareNumbers, headingLabel } from '../report/number.ts'
import type { Corrections, OutlineData, ReportData } from '../report/schema.ts'

/**
 * 転記の照合: the content folder told again in the received document's order, line by line, and compared with it.
 * It shares no code with the import's reading of the hierarchy, so that a fault there can't hide itself here:
 * both sides are plain lines, and only marks of Markdown and repeated headings are set aside.
 */
export interface TranscriptLine {
  /** Without Markdown's marks and without the glyphs of bullets. */
  text: string
  file: string
  line: number
}

/** The first place where content and document part. `null` on one side: it ended before the other. */
export interface Difference {
  source: TranscriptLine | null
  content: TranscriptLine | null
  /** Where in the line, from 1. */
  column: number
}

/** The received document's lines after normalisation, each numbered heading once. */
export function sourceTranscript(source: string, corrections: Corrections): TranscriptLine[] {
  const seen = new Set<string>()
  return mendDocument(source, corrections)
    .text.split('\n')
    .map((line, i) => ({ text: withoutMarks(line), file: 'source.md', line: i + 1, viewpoint: VIEWPOINT.test(line) }))
    .filter(({ text, viewpoint }) => {
      if (text === '') return false
      // A viewpoint's heading stands on each of its slides; the first one counts.
      if (!viewpoint) return true
      const repeated = seen.has(text)
      seen.add(text)
      return !repeated
    })
    .map(({ text, file, line }) => ({ text, file, line }))
}

const VIEWPOINT = /^#+ \d+ /

/** `'###### ○情報発信の強化'`, `'- **○ …**'`, `'- ・ R7.4 …'` → the words alone. */
function withoutMarks(line: string): string {
  return line
    .trim()
    .replace(/^#+ +/, '')
    .replace(/^- +/, '')
    .replace(/^\*\*(.*)\*\*$/, '$1')
    .replace(/^[○・] */, '')
    .replace(new RegExp(`^(\\(\\d+\\)|[${CIRCLED_GLYPHS}]) *`, 'u'), '$1')
    .trimEnd()
}

/** The report's parts as the transcript needs them: values from YAML, bodies as written, with their files. */
export interface TranscriptParts {
  report: ReportData
  introduction: { text: string; firstLine: number }
  outline: OutlineData
  initiatives: { number: string; title: string; file: string; body: string; firstLine: number }[]
}

/** The content folder's lines in the document's order. */
export function contentTranscript({ report, introduction, outline, initiatives }: TranscriptParts): TranscriptLine[] {
  const inOutline = (text: string) => ({ text, file: 'outline.yml', line: 1 })
  const ordered = [...initiatives].sort((a, b) => compareNumbers(a.number, b.number))
  const under = (number: string) =>
    ordered
      .filter((initiative) => initiative.number.replace(/-\d+$/, '') === number)
      .flatMap(({ title, file, body, firstLine }) => [
        { text: title, file, line: 1 },
        ...bodyLines(body, file, firstLine),
      ])
  return [
    { text: report.title, file: 'report.md', line: 1 },
    { text: monthName(report.published), file: 'report.md', line: 1 },
    { text: report.department, file: 'report.md', line: 1 },
    ...bodyLines(introduction.text, 'report.md', introduction.firstLine),
    inOutline(outline.title),
    ...outline.viewpoints.map(({ number, title }) => inOutline(`${number} ${title}`)),
    ...outline.viewpoints.flatMap((viewpoint) => [
      inOutline(`${viewpoint.number} ${viewpoint.title}`),
      ...viewpoint.sections.flatMap((section) => [
        inOutline(headingLabel(section.number) + section.title),
        ...under(section.number),
        ...(section.subsections ?? []).flatMap((subsection) => [
          inOutline(headingLabel(subsection.number) + subsection.title),
          ...under(subsection.number),
        ]),
      ]),
    ]),
  ]
}

/** A body's lines without what our Markdown adds: bullets, `\` line ends, links around words, footnote marks. */
function bodyLines(body: string, file: string, firstLine: number): TranscriptLine[] {
  return body
    .split('\n')
    .map((line, i) => ({
      text: line
        .trim()
        .replace(/^#+ +/, '')
        .replace(/^- +/, '')
        .replace(/\\$/, '')
        .replace(/^\[\^([^\]]+)\]: +/, '$1')
        .replace(/\[([^\]]+)\]\([^)]+\.md[^)]*\)/g, '$1'),
      file,
      line: firstLine + i,
    }))
    .filter(({ text }) => text !== '')
}

/** Compares character by character; `null` when both say the same. */
export function firstDifference(source: TranscriptLine[], content: TranscriptLine[]): Difference | null {
  for (let i = 0; i < Math.max(source.length, content.length); i++) {
    const [a, b] = [source[i] ?? null, content[i] ?? null]
    if (a && b && a.text === b.text) continue
    let column = 1
    while (a && b && a.text[column - 1] === b.text[column - 1]) column++
    return { source: a, content: b, column }
  }
  return null
}
