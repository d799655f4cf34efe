import { parseFiscalYear } from '../text/era.ts'
import { formatNumber } from '../text/format-number.ts'
import type { Figure } from './schema.ts'

/** 数値: one value of a series, ready to be shown. */
export interface FigurePoint {
  /** `R7` */
  year: string
  /** 2025 */
  fiscalYear: number
  value: number
  /** `8,371億円` */
  text: string
  /** 対前年度比 as written in the text's way, `+48億円` or `△452億円`; `null` where the text gives none. */
  change: string | null
  /** How much it rose or fell, reckoned here from the text's numbers; `null` where there is nothing to compare it with. */
  growth: Growth | null
}

/** 増減率: of a value against the one before it. */
export interface Growth {
  /** In percent; in points where the values themselves are percentages. */
  rate: number
  isPoints: boolean
  /** `+5.1%`, `△4.3%`, `+2.5ポイント`. */
  text: string
}

/** The values of a figure, earliest year first. */
export function pointsOf(figure: Figure): FigurePoint[] {
  const values = Object.entries(figure.values)
    .map(([year, value]) => ({ year, fiscalYear: parseFiscalYear(year) ?? 0, value }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
  return values.map(({ year, fiscalYear, value }, i) => {
    const change = figure.changes?.[year]
    return {
      year,
      fiscalYear,
      value,
      text: withUnit(value, figure.unit),
      change: changeText(change, figure.unit),
      growth: growthOf(change === undefined ? values[i - 1]?.value : value - change, value, figure.unit),
    }
  })
}

/** `(100, 95, '人')` → `△5%`. Nothing is a part of zero or less, and there is no growth from there. */
function growthOf(before: number | undefined, value: number, unit: string): Growth | null {
  if (before === undefined) return null
  const isPoints = /^[%％]/.test(unit)
  if (!isPoints && before <= 0) return null
  const rate = isPoints ? value - before : ((value - before) / before) * 100
  const shown = formatNumber(Number(Math.abs(rate).toFixed(Math.abs(rate) < 0.05 ? 3 : 1)))
  const sign = rate > 0 ? '+' : rate < 0 ? '△' : ''
  return { rate, isPoints, text: `${sign}${shown}${isPoints ? 'ポイント' : '%'}` }
}

/** `(8371, '億円')` → `'8,371億円'`. */
function withUnit(value: number, unit: string): string {
  return `${formatNumber(value)}${unit}`
}

function changeText(change: number | undefined, unit: string): string | null {
  if (change === undefined) return null
  return (change < 0 ? '△' : '+') + withUnit(Math.abs(change), unit)
}

/** A figure in one sentence: `電子契約の件数：R5 127件、R6 336件、R7 523件`. */
export function describeFigure(figure: Figure): string {
  return `${figure.label}：${pointsOf(figure)
    .map(({ year, text }) => `${year} ${text}`)
    .join('、')}`
}
