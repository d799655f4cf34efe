/** `npm run apply -- PROPOSAL.json [--content DIR]` */
import { existsSync } from 'node:fs'
import { Refused } from '../src/build/failures.ts'
import { readDocument } from '../src/build/folder.ts'
import { applyProposal } from '../src/revise/apply.ts'
import { readProposal } from '../src/revise/proposal.ts'
import { reviseCommand } from './revise.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run apply -- 修正案.json [--content フォルダー]
編集ページで保存した修正案を入れます。今のファイルと合わないところがあれば、何も書き込みません。
例: npm run apply -- ~/Downloads/修正案.json`

await reviseCommand(USAGE, { sound: false }, ({ typed: [file, ...others] }) => {
  if (!file || others.length > 0) throw new WrongUse(USAGE)
  if (!existsSync(file)) throw new WrongUse(`${file} がありません。\n${USAGE}`)
  const proposal = readProposal(new TextDecoder().decode(readDocument(file)))
  if ('reason' in proposal) throw new Refused(`${proposal.reason}\n何も書き込みませんでした。`)
  return ({ texts }) => applyProposal(texts, proposal)
})
