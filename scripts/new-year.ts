/** `npm run new-year -- r8 [--content DIR] [--year r7]` */
import { newYear } from '../src/revise/new-year.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run new-year -- 新しい年度 [--content フォルダー] [--year 元の年度]
元の年度（ふつうは最も新しい年度）の見出しと取組から、次の年度を準備中として始めます。公表するまで、サイトには載りません。
例: npm run new-year -- r8`

await reviseCommand(USAGE, { sound: true }, ({ arguments: [year = '', ...others], told }) => {
  const fresh = year.toLowerCase()
  if (others.length > 0 || !/^r[1-9]\d?$/.test(fresh)) throw new WrongUse(USAGE)
  return (content) => newYear(content, fresh, told.year)
})
