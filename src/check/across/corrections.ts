import { dump } from 'js-yaml'
import type { LineChange } from '../../import/transcription/compare.ts'
import type { Corrections } from '../../report/schema.ts'

/** The lines to paste into corrections.yml that make these changes intended ones. */
export function correctionsToWrite(changes: readonly LineChange[], { text }: Corrections): string {
  return listToWrite('text', text, changes.flatMap(correctionOf))
}

/** The same for a heading or an initiative that stands elsewhere, or on one side alone. */
export function placeToWrite(title: string, { places }: Corrections): string {
  return listToWrite('places', places, [{ title, reason: REASON }])
}

const REASON = '（理由を書く）'

function correctionOf({ kind, source, content }: LineChange): { from: string; to: string; reason: string }[] {
  if (!source) return []
  const from = source.written
  const [before, behind] = source.marks ?? ['', '']
  const further = kind === 'added' ? content : content.slice(1)
  const own = kind === 'added' ? from : kind === 'missing' ? '' : before + (content[0]?.text ?? '') + behind
  return [
    { from, to: [own, ...further.map(({ text, begins }) => (begins ? `- ${text}` : text))].join('\n'), reason: REASON },
  ]
}

/** Items of one list, under the list's name where the file has none of them yet. */
function listToWrite(list: keyof Corrections, present: readonly unknown[], items: readonly object[]): string {
  const yaml = dump(items, { lineWidth: -1 }).trimEnd().replace(/^/gm, '  ')
  return present.length > 0 ? yaml : `${list}:\n${yaml}`
}
