import { ERAS, type EraLetter, type EraToken, findEras, formatEra, isPossible } from '../../text/era.ts'

/**
 * Years and months as a searcher types them: in either calendar, in any width, with kanji for digits.
 * `text/era.ts` reads them as the report writes them.
 */

const WESTERN = /^(\d{4})(?:年度|年(?:(\d{1,2})月)?|[./-](\d{1,2}))$|^(20[1-5]\d)$/

/**
 * One year or month in whatever form a reader types it: `r7.4`, `R7/4`, `令和７年４月`, `令和七年四月一日`, `R7年4月`, `2025年4月`,
 * `2025/4`, `2027年度`, `2027`. `null` for any other text.
 */
export function readEra(typed: string): EraToken | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[~〜～]$/, '')
    .replace(/[一二三四五六七八九十]{1,3}(?=[年月日])/g, (number) => String(readKanjiNumber(number)))
    .replace(/(?<=月)\d{1,2}日$/, '')
  const western = WESTERN.exec(text)
  if (western) {
    const [, year, month, shortMonth, yearAlone] = western
    const named = month ?? shortMonth
    const token: EraToken = {
      text,
      start: 0,
      end: text.length,
      letter: 'R',
      year: Number(year ?? yearAlone) - ERAS.R.first + 1,
      month: named === undefined ? null : Number(named),
      ongoing: false,
    }
    return isPossible(token) ? token : null
  }
  const written = text
    .replace(/^[RHS](?=\d{1,2}年)/, (letter) => ERAS[letter as EraLetter].name)
    .replace(/^([RHS]\d{1,2})[/-](?=\d{1,2}$)/, '$1.')
    .replace(/^(?:令和|平成|昭和)(?:\d{1,2}|元)$/, (year) => `${year}年`)
  const [token] = findEras(written)
  return token && token.text === written && isPossible(token) ? token : null
}

/** `'七'` → 7, `'十二'` → 12, `'三十'` → 30. */
function readKanjiNumber(kanji: string): number {
  const digit = (character: string | undefined) => '〇一二三四五六七八九'.indexOf(character ?? '〇')
  const [tens, ones] = kanji.includes('十') ? kanji.split('十') : ['〇', kanji]
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

/** What may be a year or month inside a longer text that a reader types. */
export const TYPED =
  /(?:令和|平成|昭和|(?<![a-z])[rhs])(?:\d{1,2}|元|[一二三四五六七八九十]{1,3})(?:年度|年(?:[\d一二三四五六七八九十]{1,3}月)?|\.\d{1,2})?|\d{4}年(?:度|\d{1,2}月)?/gi

/** A typed text with its years and months as the report writes them: `'令和8年度運用開始'` → `'R8運用開始'`. */
export function writeErasShort(typed: string): string {
  return typed
    .replace(TYPED, (part) => {
      const token = readEra(part)
      return token ? formatEra(token) : part
    })
    .replace(/(?<=[RHS]\d{1,2}(?:\.\d{1,2})?)(?:から|以降)/g, '～')
}
