import { findStraySpaces } from '../../import/mend.ts'
import { PLACEHOLDER } from '../../report/placeholder.ts'
import { dateFindings } from './dates.ts'
import { numeralFindings } from './numerals.ts'
import type { WordingFinding } from './wording-finding.ts'

/**
 * Dates that can't be or are in doubt, numbers that can't be read, stray spaces inside words and brackets without a
 * partner, what was to be filled in, in a title or a block of a body of the report of a fiscal year.
 */
export function wordingFindings(text: string, reportYear: number | null): WordingFinding[] {
  return [
    ...dateFindings(text, reportYear),
    ...numeralFindings(text),
    ...placeholders(text),
    ...straySpaces(text),
    ...looseBrackets(text),
  ]
}

/** What stands where something is to be filled in, what `npm run new` writes, and what Excel writes for a broken formula. */
const UNFILLED =
  /[○〇◯●]{2,}|[×✕]{2,}|[△▲]{2,}|＊{2,}|#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!)|要(?:確認|修正|追記|記入)(?=[^\p{Script=Han}ぁ-ん]|$)|(?:追記|差し?替え)予定|後日記載|(?<![A-Za-z])(?:TODO|TBD|FIXME|[XＸ]{2,}(?=[年月日件人円%％]))(?![A-Za-z])|[?？]{3,}/gu

const TO_BE_FILLED = new RegExp(`${PLACEHOLDER}|${UNFILLED.source}`, 'gu')

function placeholders(text: string): WordingFinding[] {
  return Array.from(text.matchAll(TO_BE_FILLED), ({ 0: found, index }) => ({
    rule: 'body/placeholder' as const,
    start: index,
    says: `「${found}」が残っています。決まった数や言葉に書きかえてください。`,
  }))
}

function straySpaces(text: string): WordingFinding[] {
  return findStraySpaces(text).map(({ start, found, mended }) => ({
    rule: 'body/spaces',
    start,
    says: `「${found}」の中に空白があります。1つの語なら空白を取ってください。`,
    expected: mended,
    mend: { length: found.length, text: mended },
  }))
}

/** Kinds of brackets: full and half width of one kind go together, `（…)`. */
const PAIRS = [
  ['（(', '）)'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['［[', '］]'],
  ['“', '”'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
] as const

/** `1)`, `ア）`, 案1）, 比較したA)案: a list mark before its words or behind one, no closing bracket. */
const LIST_MARK =
  /(?:^|[案例表図注項]|(?<=[\p{Script=Hiragana}\p{Script=Katakana}])(?=[A-ZＡ-Ｚ]$)|[\s、。，,;；:：・→（(「『【\ufffc])[0-9０-９A-Za-zＡ-Ｚａ-ｚア-ンⅰ-ⅻⅠ-Ⅻ]{1,2}$/u

function looseBrackets(text: string): WordingFinding[] {
  const findings: WordingFinding[] = []
  const open: { start: number; kind: number }[] = []
  const unclosed = ({ start, kind }: { start: number; kind: number }) => {
    const [opening, closing] = [text.charAt(start), PAIRS[kind]?.[1].charAt(0)]
    findings.push(
      loose(start, `始めのかっこ ${opening} に、対になる終わりのかっこがありません。`, `終わりのかっこ ${closing}`),
    )
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const opens = PAIRS.findIndex(([opening]) => opening.includes(character))
    if (opens >= 0) {
      open.push({ start: at, kind: opens })
      continue
    }
    const closes = PAIRS.findIndex(([, closing]) => closing.includes(character))
    if (closes < 0) continue
    const partner = open.findLastIndex(({ kind }) => kind === closes)
    const last = open.at(-1)
    if (partner >= 0) {
      open.splice(partner).slice(1).forEach(unclosed)
    } else if (last && !(closes === 0 && LIST_MARK.test(text.slice(Math.max(0, at - 3), at)))) {
      const [opening, closing] = [text.charAt(last.start), PAIRS[last.kind]?.[1].charAt(0)]
      open.pop()
      findings.push({
        rule: 'body/brackets',
        start: at,
        says: `始めのかっこ ${opening} が、別の種類の ${character} で終わっています。どちらかにそろえてください。`,
        expected: `終わりのかっこ ${closing}`,
      })
    } else if (closes > 0 || !LIST_MARK.test(text.slice(Math.max(0, at - 3), at))) {
      findings.push(
        loose(
          at,
          `終わりのかっこ ${character} に、対になる始めのかっこがありません。`,
          `始めのかっこ ${PAIRS[closes]?.[0].charAt(0)}`,
        ),
      )
    }
  }
  open.forEach(unclosed)
  return findings
}

function loose(start: number, says: string, expected: string): WordingFinding {
  return {
    rule: 'body/brackets',
    start,
    says: `${says}かっこを足すか消すかしてください。`,
    expected,
  }
}
