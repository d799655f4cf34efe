import { type EraToken, findEras, fiscalYearOf, isPossible } from './era.ts'
import { foldWidth } from './fold.ts'

/** Fiscal years by first calendar year, both included: `R6～` in the report of R7 is 2024 to 2025. */
export interface Span {
  from: number
  to: number
}

/** A number as a text states it. */
export interface Measure {
  /** As written, without sign: `8,371億円` → 8371, `1.8万人` → 1.8, `1億2,000万円` → 12000 (of 万円). */
  value: number
  /** `+48億円`, `△452億円`, `452億円減`; `null` where the text states no direction. */
  sign: '+' | '-' | null
  /** What follows the number, up to a mark or a particle: `人`, `億円`, `企業・団体`, `名/年`. May be empty. */
  unit: string
  /** The text behind the number, its width folded, for `hasUnit`. */
  after: string
  years: Span
  /** Whether the text itself names the year, and names just that one. */
  dated: boolean
  /** Offset into the text, of the sign if there is one. */
  start: number
  end: number
}

const SIGN = /[+△▲−-]/
const NUMBER = /(?<![\d.,])(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?:億(\d{1,3}(?:,\d{3})+|\d+)(?=万))?/g
const UNIT =
  /^ ?(つ|か(?=[所月年国村])|(?![\p{Script=Hiragana}]))((?:(?!\p{Script=Hiragana})[^\s\d、。,.；;：:()「」『』【】［\][→…～~+△▲−"'#-])*)/u

/**
 * Every number of a text with its fiscal year: that of the nearest year before it in the text, of one in brackets right
 * behind it, else `before` (what a parent says), else the report's own `year`.
 * `'R6：41人、R7：53人'` → 41 in 2024 and 53 in 2025.
 */
export function measuresOf(text: string, year: number, before: Span | null = null): Measure[] {
  const folded = foldWidth(text)
  const eras = findEras(folded).filter(isPossible)
  const plain = blank(folded, eras)
  return Array.from(plain.matchAll(NUMBER), (match) => {
    const [whole, integer = '', fraction = '', tenThousands] = match
    const end = match.index + whole.length
    const after = plain.slice(end, end + 40)
    const digits = (part: string) => Number(part.replaceAll(',', ''))
    const value = tenThousands ? digits(integer) * 10_000 + digits(tenThousands) : Number(digits(integer) + fraction)
    const unit = (UNIT.exec(after)?.slice(1) ?? []).join('')
    const written = signBefore(plain, match.index)
    const behind = eraBehind(plain, end, eras)
    const nearest = behind ?? eras.findLast((token) => token.start < match.index)
    return {
      value,
      sign: written.sign ?? (unit.endsWith('増') ? '+' : unit.endsWith('減') ? '-' : null),
      unit: unit.replace(/(.)[増減]$/, '$1'),
      after,
      years: nearest ? spanOf(nearest, eras, year) : (before ?? { from: year, to: year }),
      dated: nearest !== undefined && !isRange(nearest, eras),
      start: written.start,
      end,
    }
  })
}

/** The years that hold at the end of a text, for what stands below it: those of its last year, if it names any. */
export function lastSpan(text: string, year: number): Span | null {
  const eras = findEras(foldWidth(text)).filter(isPossible)
  const last = eras.at(-1)
  return last ? spanOf(last, eras, year) : null
}

/**
 * Whether the number's unit is this one, as the text has it: `億円` of `8,371億円`, `人` of `41人を配置`.
 * Half a unit does not count: neither `億` of `億円` nor `人` of `万人` nor `名` of `名/年`.
 */
export function hasUnit(measure: Measure, unit: string): boolean {
  const wanted = foldWidth(unit)
  const after = measure.after.trimStart()
  if (!after.startsWith(wanted)) return false
  const rest = after.slice(wanted.length)
  return !rest.startsWith('/') && !(/[千万億兆]$/.test(wanted) && /^[^\s、。,)]/.test(rest))
}

/** Whether two stated units can be the same one: `件`, and `件実施` where the text runs on. */
export function sameUnit(a: Measure, b: Measure): boolean {
  return a.unit !== '' && b.unit !== '' && (a.unit.startsWith(b.unit) || b.unit.startsWith(a.unit))
}

/** The text with its years blanked out, so that no digit of theirs is read as a number. */
function blank(text: string, eras: readonly EraToken[]): string {
  return eras.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

function signBefore(text: string, at: number): { sign: Measure['sign']; start: number } {
  const character = text.charAt(at - 1)
  // A hyphen after a digit or letter joins (`1-2`, `A-4`); it is no minus.
  const joins = /[-−]/.test(character) && /[\dA-Za-z]/.test(text.charAt(at - 2))
  if (!SIGN.test(character) || joins) return { sign: null, start: at }
  return { sign: character === '+' ? '+' : '-', start: at - 1 }
}

/** `161社（R6）`: the year in brackets right behind a number and its unit. */
function eraBehind(text: string, end: number, eras: readonly EraToken[]): EraToken | undefined {
  return eras.find(
    (token) =>
      token.start > end &&
      text.charAt(token.start - 1) === '(' &&
      text.charAt(token.end) === ')' &&
      !/[\d(、。→\n]/.test(text.slice(end, token.start - 1)),
  )
}

/** `R6～` runs up to the report's year, `R6～R8` up to R8. */
function spanOf(token: EraToken, eras: readonly EraToken[], year: number): Span {
  const own = fiscalYearOf(token)
  const closing = eras[eras.indexOf(token) + 1]
  const opening = eras[eras.indexOf(token) - 1]
  if (token.ongoing) {
    const to = closing && closing.start === token.end + 1 ? fiscalYearOf(closing) : year
    return { from: own, to: Math.max(own, to) }
  }
  const isEnd = opening?.ongoing === true && opening.end + 1 === token.start
  return { from: isEnd ? Math.min(fiscalYearOf(opening), own) : own, to: own }
}

function isRange(token: EraToken, eras: readonly EraToken[]): boolean {
  const opening = eras[eras.indexOf(token) - 1]
  return token.ongoing || (opening?.ongoing === true && opening.end + 1 === token.start)
}
