/** `npm run remove -- N [--force [--reason …]] [--content DIR] [--year r7]` */
import { isInitiativeNumber } from '../src/report/number.ts'
import { removeInitiative } from '../src/revise/remove.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run remove -- 番号 [--force --reason "理由"] [--content フォルダー] [--year r7]
取組をなくします。準備中の年度では、後の番号を詰めます。この取組へのリンクは外し、文は残します。
例: npm run remove -- 2-1-3-1
公表した年度では --force が要り、ほかの番号はそのままで、正誤表に載ります。`

await reviseCommand(USAGE, { sound: true }, ({ arguments: [number = '', ...others], told }) => {
  if (others.length > 0 || !isInitiativeNumber(number)) throw new WrongUse(USAGE)
  return (content) => removeInitiative(content, number, told)
})
