import { type Result, flatResults } from '../../report/body.ts'
import { type Erratum, leavesNumber } from '../../report/errata.ts'
import { plainWords } from '../../import/transcription/transcript.ts'
import type { Finding } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import type { InitiativeFile } from '../initiative/initiative.ts'
import type { WrittenErratum } from '../yaml/errata.ts'

/** What errata.yml says of the initiatives must hold: they are there, their results too, and the new words stand in them. */
export function checkErrataAcross(
  errata: readonly WrittenErratum[],
  byNumber: ReadonlyMap<string | null, InitiativeFile>,
): Finding[] {
  const left = new Set(errata.flatMap(({ erratum }) => (leavesNumber(erratum) ? [erratum.number] : [])))
  const isKnown = (number: string) => byNumber.has(number) || left.has(number)
  return errata.flatMap((written, i) => {
    const { erratum, placeOf } = written
    const { kind, number, after } = erratum
    if (!isKnown(number)) {
      const says = `正誤表の番号 ${number} の取組がありません。番号を確かめてください。なくなった取組なら、kind を「廃止」か「移動」にしてください。`
      return [finding('errata/number', placeOf('number'), says, { expected: 'この年度にある取組の番号' })]
    }
    if (kind === '移動') {
      if (after === undefined || isKnown(after)) return []
      const says = `移動の先の番号 ${after} の取組がありません。新しい番号を確かめてください。`
      return [finding('errata/number', placeOf('after'), says, { expected: 'この年度にある取組の番号' })]
    }
    const initiative = byNumber.get(number)
    const later = errata.slice(i + 1).map((each) => each.erratum)
    return kind === '廃止' || !initiative?.body || isOvertaken(erratum, later) ? [] : ofWords(written, initiative)
  })
}

/** The result that an erratum names, and its new words in it. */
function ofWords({ erratum, placeOf }: WrittenErratum, { file, body, title, markdown, data }: InitiativeFile): Finding[] {
  const { number, result: id, after } = erratum
  const results = flatResults(body?.results ?? [])
  const result = results.find((each) => each.id === id)
  if (id !== undefined && !result) {
    const says = `取組 ${number} に実績 ${id} がありません。何番めの実績かを確かめてください（1つめは r1）。`
    const expected = `${results.map((each) => each.id).join('、')} のどれか`
    return [finding('errata/result', placeOf('result'), says, { expected, related: { file, line: 1, column: 1 } })]
  }
  if (after === undefined) return []
  const wanted = bare(after)
  const whole = [title ?? '', markdown?.text ?? '', data?.plain ?? '', ...results.map(({ text }) => text)].map(bare)
  if (result ? wordsOf(result).includes(wanted) : whole.some((text) => text.includes(wanted))) return []
  const other = result && results.find((each) => wordsOf(each).includes(wanted))
  const there = other ? `実績 ${other.id} にあります。「result」を確かめてください。` : '本文と同じに直してください。'
  const says = `訂正後の文「${excerpt(after)}」が、取組 ${number}${id ? ` の実績 ${id}` : ''} にありません。${there}`
  const place = result ? { line: result.line, column: result.column } : { line: 1, column: 1 }
  const more = { ...(other && { expected: other.id }), related: { file, ...place } }
  return [finding('errata/after', placeOf('after'), says, more)]
}

/** Whether a later erratum of the same initiative has changed or ended what this one says. */
function isOvertaken({ number, result, after }: Erratum, later: readonly Erratum[]): boolean {
  const own = bare(after ?? '')
  return later.some((other) => {
    if (other.number !== number) return false
    if (other.kind === '廃止' && other.result !== undefined && other.result === result) return true
    const before = bare(other.before ?? '')
    return before !== '' && own !== '' && (before.includes(own) || own.includes(before))
  })
}

/** A text's words alone: without Markdown's marks and without blanks, as they differ between YAML, body and page. */
export function bare(text: string): string {
  return text
    .split('\n')
    .map((line) => plainWords(line.replace(/^[ \t]*(?:#+ +|- +)?/, '')))
    .join('')
    .replaceAll(/\s/g, '')
}

function wordsOf({ text, children }: Result): string {
  return bare([text, ...flatResults(children).map((child) => child.text)].join('\n'))
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
