/** `npm run new-report [-- r8] [--content DIR]` */
import { mkdirSync } from 'node:fs'
import { newReport } from '../src/revise/new-report.ts'
import { formatFiscalYear } from '../src/text/era.ts'
import { japanDay } from '../src/text/japan-day.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run new-report [-- 年度] [--content フォルダー]
空の報告書を1つ、準備中として作ります。何も尋ねません。年度を書かなければ、今の年度です。
例: npm run new-report -- r8`

await reviseCommand(USAGE, { sound: false }, ({ arguments: [year = thisYear(), ...others], content }) => {
  const fresh = year.toLowerCase()
  if (others.length > 0 || !/^r[1-9]\d?$/.test(fresh)) throw new WrongUse(USAGE)
  mkdirSync(content, { recursive: true })
  return (files) => newReport(files, fresh)
})

/** The fiscal year in Japan: `r8` from April 2026 to March 2027. */
function thisYear(): string {
  const [year = 0, month = 0] = japanDay(new Date()).split('-').map(Number)
  return formatFiscalYear(month < 4 ? year - 1 : year)
}
