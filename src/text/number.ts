/**
 * The one reader of numbers as a Japanese text writes them, always whole: `8,371億`, `1万2,345`, `2億3千万`, `三百二十`, `1.8万`.
 * The text's width is folded already.
 */

/** A number at one place of a text. */
export interface WrittenNumber {
  start: number
  end: number
  /** All of it: `2億3千万` → 230000000. */
  amount: number
  /**
   * By how much each of its own units multiplies: `1.8万` has 万 (10000) alone, `2億3千万` 億, 万 and 千万, `1万2,345` 万 and 1.
   * The first one is the one in which it is told: 2億3千万 is 23,000万.
   */
  scales: number[]
}

const MYRIADS: Record<string, number> = { 兆: 1e12, 億: 1e8, 万: 1e4 }
const SMALL: Record<string, number> = { 千: 1000, 百: 100, 十: 10 }
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const KANJI = '[一二三四五六七八九〇十百千万億兆]'
/** Kanji are a number only where what is counted follows: 三百二十人, not 四国, 十和田, 千葉. */
const COUNTED =
  '(?=人(?!工|者|々)|名(?!物)|件|回(?!線)|社|団体|者|か所|箇所|施設|事業|市町村|台(?!風|帳)|校|世帯|戸(?!市|町)|本(?!県|部)|円|億|%|パーセント|ヘクタール|キロ|トン|時間|日間)'

const NUMBER = new RegExp(
  [
    String.raw`(?<![\d.,])${DIGITS}(?:(?:[千百](?!貨|葉)|十)?[兆億万](?!全|一)|[千百](?!貨|葉))?(?:(?<=[千百兆億万])(?:${DIGITS}|[一二三四五六七八九]+)?(?:[千百]?[億万](?!全)|[千百](?!貨|葉))|(?<=[千百兆億万])${DIGITS})*`,
    `(?<![第数何幾\\d一二三四五六七八九〇十百千万億兆])(?:${KANJI}{2,}|[十百千])${COUNTED}`,
  ].join('|'),
  'g',
)

/** Every number of a text, in order. What is counted as `第3回`, or is a date of digits alone, is left to the caller. */
export function numbersIn(text: string): WrittenNumber[] {
  return Array.from(text.matchAll(NUMBER), ({ index, 0: written }) => {
    const read = readNumber(written)
    return read ? [{ start: index, end: index + written.length, ...read }] : []
  }).flat()
}

/** One number in full: `'1万2,345'` → 12345 in 万 or in ones; `null` where its units do not go down, `2万3億`. */
export function readNumber(written: string): Pick<WrittenNumber, 'amount' | 'scales'> | null {
  const scales: number[] = []
  let [amount, section, pending, lastMyriad, lastSmall] = [0, 0, null as number | null, Infinity, Infinity]
  for (const [part] of written.matchAll(new RegExp(`${DIGITS}|[一二三四五六七八九〇]+|[千百十兆億万]`, 'g'))) {
    const small = SMALL[part]
    const myriad = MYRIADS[part]
    if (small !== undefined) {
      if (small >= lastSmall) return null
      section += (pending ?? 1) * small
      pending = null
      lastSmall = small
    } else if (myriad !== undefined) {
      if (myriad >= lastMyriad) return null
      if (lastSmall < Infinity && pending === null) scales.push(lastSmall * myriad)
      amount += (section + (pending ?? (section === 0 ? 1 : 0))) * myriad
      scales.unshift(myriad)
      ;[section, pending, lastMyriad, lastSmall] = [0, null, myriad, Infinity]
    } else {
      if (pending !== null) return null
      pending = digitsOf(part)
      // What stands below a unit is less than it: 1万20000 is no number.
      if (pending >= Math.min(lastMyriad, lastSmall)) return null
    }
  }
  const endsBare = section > 0 || pending !== null
  if (endsBare && lastSmall < Infinity && pending === null && lastSmall >= 100) scales.push(lastSmall)
  if (endsBare) scales.unshift(1)
  return { amount: tidy(amount + section + (pending ?? 0)), scales }
}

/** Takes the last bits of binary fractions off: 1.1 × 10000 is 11000. */
export function tidy(value: number): number {
  return Number(value.toPrecision(14))
}

function digitsOf(part: string): number {
  if (/\d/.test(part)) return Number(part.replaceAll(',', ''))
  return Number(Array.from(part, (digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''))
}
