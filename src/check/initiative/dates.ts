import { ERAS, type EraToken, formatFiscalYear, isDay, isPossible } from '../../text/era.ts'
import { foldWidth } from '../../text/fold.ts'
import { readEras } from '../../text/written-eras.ts'
import { FURTHEST, isTooFar, mistakenEra } from '../../text/year-or-name.ts'
import type { WordingFinding } from './wording-finding.ts'

/** Years, months and days of a text that can't be, and years of which only a person can say whether they are meant. */
export function dateFindings(text: string, reportYear: number | null): WordingFinding[] {
  const eras = readEras(text, reportYear)
  const ofEras = eras.flatMap(({ token, sense }): WordingFinding[] => {
    const { start } = token
    if (sense === 'name') return []
    if (sense === 'doubtful') {
      const says = `「${token.text}」は年とは読みませんでした。年のことなら「${nameOf(token)}」のように書いてください。名前や型番なら、そのままで構いません。`
      return [{ rule: 'body/era-doubtful', start, says }]
    }
    if (!isPossible(token)) return [impossible(token)]
    if (reportYear === null) return []
    if (isTooFar(token, reportYear)) {
      const says = `「${token.text}」は、この報告書の年度（${formatFiscalYear(reportYear)}）より${FURTHEST}年以上も先の年です。数字を確かめてください。`
      return [{ rule: 'body/era', start, says }]
    }
    const meant = mistakenEra(token, foldWidth(text), reportYear)
    if (meant === null) return []
    const says = `「${token.text}」は${nameOf(token)}です。${meant} のまちがいではありませんか。確かめてください。`
    return [{ rule: 'body/era-doubtful', start, says }]
  })
  return [...ofEras, ...impossibleDays(text, eras)].sort((a, b) => a.start - b.start)
}

function impossible({ text, start, year, month, day, letter }: EraToken): WordingFinding {
  const isYear = year >= 1 && year <= ERAS[letter].last
  const isMonth = month === null || (month >= 1 && month <= 12)
  const kind = !isYear ? '年' : !isMonth ? '年月' : '日付'
  const expected = !isYear ? forms(letter) : !isMonth ? '1から12までの月（R7.4）' : `${month}月にある日`
  return {
    rule: 'body/era',
    start,
    says: `「${text}」という${day !== undefined && isYear ? '日付' : kind}はありません。数字を確かめてください。`,
    expected,
  }
}

/** The years that an era has, as what is expected. */
function forms(letter: EraToken['letter']): string {
  return letter === 'R' ? 'R1 以上の年（R7）' : `${letter}1 から ${letter}${ERAS[letter].last} までの年`
}

/** Months and days without a year, `7月32日`; one that follows a year is part of that. */
const DAY = /(?<![\d.])(\d{1,2})月(\d{1,3})日(?!間)/g

function impossibleDays(text: string, eras: readonly { token: EraToken }[]): WordingFinding[] {
  return Array.from(foldWidth(text).matchAll(DAY), ({ index, 0: found, 1: month, 2: day }): WordingFinding[] => {
    const [m, d] = [Number(month), Number(day)]
    const isOfYear = eras.some(({ token }) => token.start <= index && index < token.end)
    if (isOfYear || (m >= 1 && m <= 12 && isDay(null, m, d))) return []
    const written = text.slice(index, index + found.length)
    const expected = m >= 1 && m <= 12 ? `${m}月にある日` : '1から12までの月'
    return [
      {
        rule: 'body/era',
        start: index,
        says: `「${written}」という日付はありません。数字を確かめてください。`,
        expected,
      },
    ]
  }).flat()
}

/** `S3` → 昭和3年度, `R20.4` → 令和20年4月. */
function nameOf({ letter, year, month }: EraToken): string {
  return `${ERAS[letter].name}${year}年${month === null ? '度' : `${month}月`}`
}
