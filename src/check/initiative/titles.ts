import { CIRCLED_GLYPHS, INITIATIVE_GLYPH, RESULT_GLYPH } from '../../report/number.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { foldWidth } from '../../text/fold.ts'
import { finding } from '../catalogue.ts'
import { wordingFindings } from './wording.ts'

/** What a title is the title of; only a viewpoint's may not begin with a number, `1 県庁機能…`. */
export type TitleOf = 'report' | 'outline' | 'viewpoint' | 'section' | 'subsection' | 'initiative'

const GLYPH = new RegExp(
  `^(?:[${INITIATIVE_GLYPH}◯〇●${RESULT_GLYPH}${CIRCLED_GLYPHS}](?![○◯〇●])|[(（][0-9０-９]+[)）])[ 　]*`,
  'u',
)
const LEADING_NUMBER = /^[0-9０-９]+[.．]?[ 　]+/

/** `2-1-3-1 `, `1. `, `1 `: the number of a heading, and no number that belongs to the words, `8事務所`. */
const NUMBER = /^(?:\d+(?:-\d+)+[ \u3000]*|\d+[.、](?!\d)[ \u3000]*|\d+(?:\.\d+)*[ \u3000]+)(?=\S)/

/** The rules for a title that is there, in the report of a fiscal year: no glyph before it, and what holds for all words. */
export function checkTitle(
  title: string,
  of: TitleOf,
  place: (offset: number) => Place,
  reportYear: number | null = null,
): Finding[] {
  const glyph = GLYPH.exec(title)?.[0] ?? (of === 'viewpoint' ? LEADING_NUMBER.exec(title)?.[0] : undefined)
  const glyphs = glyph
    ? [
        finding(
          'title/glyph',
          place(0),
          `名前の初めに「${glyph.trim()}」があります。記号や番号は自動で付くので、消してください。`,
          {
            expected: title.slice(glyph.length),
          },
        ),
      ]
    : []
  const number = glyph === undefined && of !== 'report' ? NUMBER.exec(foldWidth(title))?.[0] : undefined
  const numbers = number
    ? [
        finding(
          'title/number',
          place(0),
          `名前の初めに番号「${title.slice(0, number.length).trim()}」があります。番号は自動で付くので、番号なら消してください。`,
          { expected: title.slice(number.length) },
        ),
      ]
    : []
  const words = wordingFindings(title, reportYear).map(({ rule, start, says, expected }) =>
    finding(rule, place(start), says, expected ? { expected } : {}),
  )
  return [...glyphs, ...numbers, ...words]
}
