import path from 'node:path'
import { formatNumber } from '../text/format-number.ts'
import type { Built } from './site.ts'

/** The last line of a build: `r7 の取組 68 件、101 ページを 5.1 秒で dist に作りました。作らなかったもの: PDF（…）` */
export function summaryOf({ files, reports, leftOut }: Built, out: string, ms: number): string {
  const fromHere = path.relative('.', out)
  const folder = fromHere.startsWith('..') ? out : fromHere
  const pages = [...files.keys()].filter((file) => file.endsWith('.html')).length
  const parts = reports.map(({ year, initiatives }) => `${year} の取組 ${formatNumber(initiatives)} 件`)
  const made = [...parts, `${formatNumber(pages)} ページを ${(ms / 1000).toFixed(1)} 秒で ${folder} に作りました。`]
  const without = leftOut.length > 0 ? `作らなかったもの: ${leftOut.join('、')}` : ''
  return made.join('、') + without
}
