import type { Difference } from '../../import/transcription/compare.ts'
import type { TranscriptEntry } from '../../import/transcription/transcript.ts'
import { type Erratum, leavesNumber } from '../../report/errata.ts'
import { bare } from './errata.ts'

/** Whether errata of the report say all of a difference from the document as received. */
export function isExplained(difference: Difference, errata: readonly Erratum[]): boolean {
  if (errata.length === 0) return false
  if (difference.kind === 'lines') return areLinesExplained(difference, errata)
  if (difference.kind === 'added') return isAdded(difference.entry, errata)
  if (difference.kind === 'moved') {
    const { number } = difference.entry
    return errata.some(({ kind, after }) => kind === '移動' && after === number)
  }
  const { source } = difference
  return errata.some(
    (erratum) =>
      leavesNumber(erratum) && (erratum.number === source.number || isSame(erratum.before, source.title?.text)),
  )
}

function isAdded({ number, kind }: TranscriptEntry, errata: readonly Erratum[]): boolean {
  return (
    kind === 'initiative' &&
    errata.some((erratum) => erratum.kind === '追加' && erratum.number === number && erratum.result === undefined)
  )
}

function isSame(before: string | undefined, title: string | undefined): boolean {
  return before !== undefined && title !== undefined && bare(before) === bare(title)
}

/** The received words with the initiative's errata made in them, one after the other, are those that stand there now. */
function areLinesExplained(
  { changes, after }: Extract<Difference, { kind: 'lines' }>,
  errata: readonly Erratum[],
): boolean {
  const file = changes.flatMap(({ content }) => content)[0]?.file ?? after?.file ?? ''
  const number = /initiatives\/([\d-]+)\.md$/.exec(file)?.[1]
  const received = bare(changes.flatMap(({ source }) => source?.text ?? []).join('\n'))
  const written = bare(changes.flatMap(({ content }) => content.map(({ text }) => text)).join('\n'))
  const made = errata
    .filter((erratum) => erratum.number === number && !leavesNumber(erratum))
    .reduce((text, { before, after = '', kind }) => {
      const [from, to] = [bare(before ?? ''), bare(after)]
      if (from !== '') return text.replace(from, () => to)
      // What was added stands where it stands now.
      return kind === '追加' || text === '' ? insertAsIn(written, text, to) : text
    }, received)
  return made === written && received !== written
}

/** A text with another one put in where the whole has it. */
function insertAsIn(whole: string, text: string, added: string): string {
  const at = whole.indexOf(added)
  return added === '' || at < 0 ? text : text.slice(0, at) + added + text.slice(at)
}
