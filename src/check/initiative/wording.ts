import { findEras, isPossible } from '../../text/era.ts'
import { foldWidth } from '../../text/fold.ts'
import { findStraySpaces } from '../../import/mend.ts'
import type { RuleId } from '../catalogue.ts'

/** What is wrong with the words of one block or title, as an offset into it. */
export interface WordingFinding {
  rule: RuleId
  start: number
  says: string
  expected?: string
}

/** Impossible years and days, what was to be filled in, stray spaces inside words and brackets without a partner, in a title or a block of a body. */
export function wordingFindings(text: string): WordingFinding[] {
  return [
    ...impossibleEras(text),
    ...impossibleDays(text),
    ...placeholders(text),
    ...straySpaces(text),
    ...looseBrackets(text),
  ]
}

function impossibleEras(text: string): WordingFinding[] {
  return findEras(foldWidth(text))
    .filter((token) => !isPossible(token))
    .map(({ start, end, month }) => ({
      rule: 'body/era',
      start,
      says: `「${text.slice(start, end)}」という${month === null ? '年' : '年月'}はありません。数字を確かめてください。`,
      expected: month === null ? 'R1 以上の年（R7）' : '1から12までの月（R7.4）',
    }))
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `7月32日`, `2月30日`. */
function impossibleDays(text: string): WordingFinding[] {
  return Array.from(foldWidth(text).matchAll(/(?<!\d)(\d{1,2})月(\d{1,3})日/g)).flatMap(
    ({ 0: found, 1: month, 2: day, index }) => {
      const most = DAYS[Number(month) - 1]
      if (most !== undefined && Number(day) >= 1 && Number(day) <= most) return []
      const says = `「${text.slice(index, index + found.length)}」という日はありません。数字を確かめてください。`
      const expected =
        most === undefined ? '1月から12月までの日' : `${Number(month)}月1日から${Number(month)}月${most}日まで`
      return [{ rule: 'body/era' as const, start: index, says, expected }]
    },
  )
}

/** What stands where something is to be filled in, and what Excel writes for a broken formula. */
const PLACEHOLDER =
  /[○〇◯●]{2,}|[×✕]{2,}|[△▲]{2,}|＊{2,}|#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!)|要(?:確認|修正|追記|記入)(?=[^\p{Script=Han}ぁ-ん]|$)|(?:追記|差し?替え)予定|後日記載|(?<![A-Za-z])(?:TODO|TBD|FIXME|[XＸ]{2,}(?=[年月日件人円%％]))(?![A-Za-z])|[?？]{3,}/gu

function placeholders(text: string): WordingFinding[] {
  return Array.from(text.matchAll(PLACEHOLDER), ({ 0: found, index }) => ({
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

/** `1)`, `ア）`: a list mark before its words, no closing bracket. */
const LIST_MARK = /(?:^|[\s、。，,;；:：・→（(「『【\ufffc])[0-9０-９A-Za-zＡ-Ｚａ-ｚア-ンⅰ-ⅻⅠ-Ⅻ]{1,2}$/

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
