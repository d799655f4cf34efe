/** The kanji of a small number: years, months and days. */
export const KANJI_DIGITS = '〇一二三四五六七八九十'

/** `'七'` → 7, `'十二'` → 12, `'三十'` → 30, `'二〇'` → 20. */
export function readKanjiDigits(kanji: string): number {
  const digits = (part: string) => Number(Array.from(part, (digit) => KANJI_DIGITS.indexOf(digit)).join(''))
  if (!kanji.includes('十')) return digits(kanji)
  const [tens = '', ones = ''] = kanji.split('十')
  return (tens === '' ? 1 : digits(tens)) * 10 + (ones === '' ? 0 : digits(ones))
}
