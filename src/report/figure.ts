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
}

/** The values of a figure, earliest year first. */
export function pointsOf(figure: Figure): FigurePoint[] {
  return Object.entries(figure.values)
    .map(([year, value]) => ({
      year,
      fiscalYear: parseFiscalYear(year) ?? 0,
      value,
      text: withUnit(value, figure.unit),
      change: changeText(figure.changes?.[year], figure.unit),
    }))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
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
