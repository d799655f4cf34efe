import { type Fixed } from '../fix.ts'
import { guideLink } from './guide-link.ts'
import { placeName } from './place-name.ts'
import { tally } from './tally.ts'

/** What was mended, a line for each edit; at last what is left for a person, and how to undo it. */
export function fixLines({ files, made, findings }: Fixed, dir: string): string[] {
  const { errors, warnings } = tally(findings)
  const left = `残りはエラー ${errors} 件、注意 ${warnings} 件です${errors + warnings > 0 ? '（npm run check で見られます）' : ''}。`
  if (made.length === 0) return [`自動で直せるところはありませんでした。${left}`]
  const lines = made.map(
    ({ finding, before, after }) =>
      `${placeName(finding, dir)}: ${visible(before)} → ${visible(after)}（${guideLink(finding.rule)}）`,
  )
  const undo = '元に戻すには、変える前のファイルを git restore などで取り出してください。'
  return [...lines, `${files.length} 個のファイルの ${made.length} か所を直しました。${left}${undo}`]
}

const MOST = 60

/** A text such as a person can see it: `'R\u200b7'` → `「R[U+200B]7」`. */
function visible(text: string): string {
  if (text === '') return '（なし）'
  const seen = text.replace(/[^\P{C}]|[\p{Z}\p{M}\p{DI}]/gu, (character) =>
    character === ' ' || character === '　' ? character : `[${codeOf(character)}]`,
  )
  return `「${seen.length > MOST ? `${seen.slice(0, MOST)}…` : seen}」`
}

function codeOf(character: string): string {
  if (character === '\n') return '改行'
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
