/** `npm run new -- 2-1-3 "題名" [--at N] [--force [--reason …]] [--content DIR] [--year r7]` */
import { parseNumber } from '../src/report/number.ts'
import { newInitiative } from '../src/revise/new-initiative.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run new -- 小項目の番号 "題名" [--at 何番目] [--force --reason "理由"] [--content フォルダー] [--year r7]
取組を足します。小項目のない項目では、項目の番号を書きます。--at がなければ最後に足します。
例: npm run new -- 2-1-3 "電子契約の促進"
公表した年度で途中に足すには --force が要り、正誤表に載ります。`

await reviseCommand(USAGE, { sound: true }, ({ arguments: [parent = '', ...others], typed, at, told }) => {
  const title = typed[1]?.trim() ?? ''
  const depth = parseNumber(parent)?.length ?? 0
  const place = at === undefined ? null : Number(at)
  if (others.length !== 1 || title === '' || /[\r\n]/.test(title) || depth < 2 || depth > 3) throw new WrongUse(USAGE)
  if (at !== undefined && !/^[1-9]\d?$/.test(at))
    throw new WrongUse(`--at「${at}」は 1 から 99 の数で書いてください。\n${USAGE}`)
  return (content) => newInitiative(content, parent, title, place, told)
})
