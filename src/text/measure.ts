import type { EraToken } from './era.ts'
import { foldWidth } from './fold.ts'
import { type WrittenNumber, numbersIn, tidy } from './number.ts'
import { directionOf, unitOf, valueIn } from './unit.ts'
import { readEras } from './written-eras.ts'
import { type Span, type Years, type YearsOfNumber, yearsOf } from './years-of-numbers.ts'

/** A number as a text states it. */
export interface Measure extends YearsOfNumber {
  /** As written, with sign and unit: `△1万2,345人`. */
  written: string
  /** All of it, without sign: `8,371億円` → 837100000000. */
  amount: number
  /** In the unit that it is told in: 8371 of 億円, `1.8万人` → 1.8, `1億2,000万円` → 12000 of 万円. */
  value: number
  /** `+48億円`, `△452億円`, `452億円減`; `null` where the text states no direction. */
  sign: '+' | '-' | null
  /** Whether the sign is a word behind the number: `30人減` is also a fall of 30人. */
  signIsWord: boolean
  /** What follows the number, up to a mark or a particle: `人`, `億円`, `企業・団体`, `名/年`. May be empty. */
  unit: string
  /** The same without 万, 億: what is counted. */
  counted: string
  scales: number[]
  /** The text behind the number, its width folded, for `measureIn`. */
  after: string
  /** Offset into the text, of the sign if there is one. */
  start: number
  end: number
}

const SIGN = /(?:[+△▲−-]|プラス|マイナス)$/

/**
 * Every number of a text with its fiscal year, see `yearsOf`; `before` is what a parent says, `year` the report's own
 * fiscal year. `'R6：41人、R7：53人'` → 41 in 2024 and 53 in 2025.
 */
export function measuresOf(text: string, year: number, before: Span | null = null): Measure[] {
  const folded = foldWidth(text)
  const eras = readEras(folded, year)
  const plain = blankNames(
    blank(
      folded,
      eras.map(({ token }) => token),
    ),
  )
  const years: Years = {
    text: plain,
    eras: eras.flatMap(({ token, sense }) => (sense === 'year' ? [token] : [])),
    year,
    before,
  }
  const numbers = numbersIn(plain)
  return numbers.map((number, i) => {
    const after = plain.slice(number.end, number.end + 40)
    const counted = unitOf(after)
    const scale = number.scales[0] ?? 1
    const written = signBefore(plain, number.start)
    const word = directionOf(after)
    return {
      written: text.slice(written.start, number.end) + text.slice(number.end).slice(0, lengthOf(after, counted)),
      amount: number.amount,
      value: tidy(number.amount / scale),
      sign: written.sign ?? word,
      signIsWord: written.sign === null && word !== null,
      unit: scaleName(scale) + counted,
      counted,
      scales: number.scales,
      after,
      ...yearsOf(numbers, i, years),
      start: written.start,
      end: number.end,
    }
  })
}

/** The number's value in this unit, `null` where it has another one: see `valueIn` of unit.ts. */
export function measureIn(measure: Measure, unit: string): number | null {
  return valueIn(measure, measure.after, unit)
}

/** Whether two stated units can be the same one: `件`, and `件実施` where the text runs on. */
export function sameUnit(a: Measure, b: Measure): boolean {
  return a.counted !== '' && b.counted !== '' && (a.counted.startsWith(b.counted) || b.counted.startsWith(a.counted))
}

/** The text with its years blanked out, so that no digit of theirs is read as a number. */
function blank(text: string, eras: readonly EraToken[]): string {
  return eras.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

/** What counts nothing: `第3回`, `4月1日`, `10:30`. */
const NAMES = /第\d+|\d{1,2}月\d{1,2}日|\d{1,2}:\d\d(?!\d)/g

function blankNames(text: string): string {
  return text.replace(NAMES, (name) => ' '.repeat(name.length))
}

function signBefore(text: string, at: number): { sign: Measure['sign']; start: number } {
  const sign = SIGN.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? ''
  // A hyphen after a digit or letter joins (`1-2`, `A-4`); it is no minus.
  const joins = /[-−]/.test(sign) && /[\dA-Za-z]/.test(text.charAt(at - 2))
  if (sign === '' || joins) return { sign: null, start: at }
  return { sign: /[+プ]/.test(sign) ? '+' : '-', start: at - sign.length }
}

function lengthOf(after: string, counted: string): number {
  const at = after.indexOf(counted)
  return counted === '' ? 0 : at + counted.length
}

const SCALE_NAMES: Record<number, string> = { 1e4: '万', 1e8: '億', 1e12: '兆' }

function scaleName(scale: WrittenNumber['scales'][number]): string {
  return SCALE_NAMES[scale] ?? ''
}
