/** `npm run move -- FROM TO [--force [--reason …]] [--content DIR] [--year r7]` */
import { isInitiativeNumber } from '../src/report/number.ts'
import { moveInitiative } from '../src/revise/move.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run move -- 元の番号 新しい番号 [--force --reason "理由"] [--content フォルダー] [--year r7]
取組の番号を変えます。新しい番号に取組があれば、その前に入り、後の取組がずれます。再掲などのリンクも直します。
例: npm run move -- 2-1-3-1 2-1-4-2
公表した年度では --force が要り、正誤表に載ります。`

await reviseCommand(USAGE, { sound: true }, ({ arguments: [from = '', to = '', ...others], told }) => {
  if (others.length > 0 || ![from, to].every(isInitiativeNumber)) throw new WrongUse(USAGE)
  return (content) => moveInitiative(content, from, to, told)
})
