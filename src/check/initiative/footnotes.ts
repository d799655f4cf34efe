import type { FootnoteDefinition } from 'mdast'
import { markOf, placeOf } from '../../report/body.ts'
import { type Finding, type Place, placeAt } from '../../text/finding.ts'
import type { BodySource } from './body-source.ts'
import { finding } from '../catalogue.ts'

/** A ※ in a title refers to the footnote of the same mark: アナログ規制※の見直し → `[^※]`. */
export interface TitleMark {
  mark: string
  place: Place
}

/** The ※ marks of a title, with their offsets: `'アナログ規制※の見直し'` → ※ at 6. */
export function marksIn(title: string): { mark: string; start: number }[] {
  return Array.from(title.matchAll(/※\d*/g), (match) => ({ mark: match[0], start: match.index }))
}

/** References without a definition, definitions without a reference, and marks that are defined twice. */
export function checkFootnotes(source: BodySource, titleMarks: readonly TitleMark[]): Finding[] {
  const { file, nodes, prose, markdown, firstLine } = source
  const definitions = new Map<string, FootnoteDefinition>()
  const referred = new Set(titleMarks.map(({ mark }) => mark))
  const findings: Finding[] = []
  for (const node of nodes) {
    if (node.type === 'footnoteReference') referred.add(node.identifier)
    if (node.type !== 'footnoteDefinition') continue
    const mark = markOf(node)
    const place = { file, ...placeOf(node, firstLine) }
    const other = definitions.get(node.identifier)
    if (other) {
      const related = { file, ...placeOf(other, firstLine) }
      const says = `注「${mark}」の説明が2つあり、後のものは表示されません。印を変えるか、1つにまとめてください。`
      findings.push(finding('footnotes/duplicate', place, says, { related }))
    } else definitions.set(node.identifier, node)
  }

  for (const [identifier, node] of definitions) {
    if (referred.has(identifier)) continue
    const mark = markOf(node)
    const says = `注「${mark}」の説明がありますが、本文にも名前にもこの印がありません。印を付けるか、説明を消してください。`
    const expected = mark.startsWith('※') ? `本文の [^${mark}] か、名前の ${mark}` : `本文の [^${mark}]`
    findings.push(finding('footnotes/unused', { file, ...placeOf(node, firstLine) }, says, { expected }))
  }
  for (const { mark, place } of titleMarks) {
    if (definitions.has(mark)) continue
    findings.push(undefinedMark(mark, place, `名前に「${mark}」がありますが、`))
  }
  // Markdown reads a reference without its definition as plain words, so it is looked for there.
  for (const { text, start } of prose) {
    for (const match of text.matchAll(/\[\^([^\]\s]+)\]/g)) {
      const place = placeAt(file, markdown, start + match.index, firstLine)
      findings.push(undefinedMark(match[1] ?? '', place, `注の印「${match[0]}」がありますが、`))
    }
  }
  return findings
}

function undefinedMark(mark: string, place: Place, what: string): Finding {
  const says = `${what}その説明が本文にありません。本文の終わりに説明の行を書いてください。`
  return finding('footnotes/undefined', place, says, { expected: `[^${mark}]: 説明の文` })
}
