import { foldWidth } from './fold.ts'
import { tidy, type WrittenNumber } from './number.ts'

/** What stands behind a number: the unit in which it counts, and the words that make it a rise or a fall. */

/** The words by which a number says a change: `1,200時間削減`, `48億円増加`, `452億円の減少`. */
const RISE = '増(?![強設築刷])加?[員額]?|上昇|拡大|伸び'
const FALL = '減(?![免災税給塩農])[少額員]?|削減|縮減|低減|短縮|圧縮|下落|低下'
const DIRECTION = new RegExp(`^ ?([^\\s\\d、。,()「」→]{1,10}?) ?の?(?:(${RISE})|(${FALL}))`)

const UNIT =
  /^ ?(つ|か(?=[所月年国村])|(?![\p{Script=Hiragana}]))((?:(?!\p{Script=Hiragana})[^\s\d、。,.；;：:()「」『』【】［\][→…～~+△▲−"'#・-]|・(?=[\p{Script=Han}]))*)/u

/** A few, between a number and its unit: `100余りの団体`, `1万余人`. */
const SOME = /^余り?の?/

/** Units that begin with another one and are not it: 5回線 are no 5回. */
const LONGER = /^(?:回線|人[日月工]|社員|時間帯|本部|校区|名簿|町村|台帳|台風)/

/** `約1.8万人を` behind 1.8万 → `人`; `名/年`, `企業・団体`; `''` where a mark or a particle follows. */
export function unitOf(after: string): string {
  const direction = DIRECTION.exec(after)
  const rest = after.replace(SOME, '')
  const unit = (UNIT.exec(rest)?.slice(1) ?? []).join('')
  return direction?.[1] && unit.startsWith(direction[1]) ? direction[1] : unit
}

/** The sign that the words behind a number give it: `30人減` → `-`; `null` where they give none. */
export function directionOf(after: string): '+' | '-' | null {
  const [, , rise, fall] = DIRECTION.exec(after) ?? []
  return rise ? '+' : fall ? '-' : null
}

/** 1 to 兆: the multiplier that a unit begins with, `万人` → 10000 and 人. `人` → 1 and 人. */
const SCALE = /^(千|百|十)?(兆|億|万)?(.*)$/s
const FACTORS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 億: 1e8, 兆: 1e12 }

/**
 * A number's value in a unit: `3億2千万円` in 万円 is 32000 and in 億円 3.2; `8,371億円` is in 億円 8371. `null` where the
 * number has not this unit: neither 億 nor 円 of 億円, nor 人 of 1.8万人, nor 名 of 名/年.
 */
export function valueIn(number: Pick<WrittenNumber, 'amount' | 'scales'>, after: string, unit: string): number | null {
  const wanted = foldWidth(unit).replace(/\s+/g, '')
  const [, small, myriad, counted = ''] = SCALE.exec(wanted) ?? []
  const factor = (FACTORS[small ?? ''] ?? 1) * (FACTORS[myriad ?? ''] ?? 1)
  const rest = after.replace(SOME, '').trimStart()
  for (const [scale, name] of [
    [factor, counted],
    [1, wanted],
  ] as const) {
    if (number.scales.includes(scale) && isUnit(rest, name)) return tidy(number.amount / scale)
  }
  return null
}

function isUnit(after: string, unit: string): boolean {
  if (unit === '') return !/^[^\s、。,)→]/.test(after)
  if (!after.startsWith(unit)) return false
  const longer = LONGER.exec(after)?.[0]
  return !after.slice(unit.length).startsWith('/') && (longer === undefined || longer.length <= unit.length)
}
