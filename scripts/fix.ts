/** `npm run fix [-- --content DIR]`: makes every edit that the check's findings offer, all or nothing. Exit 0; 1 where errors are left; 2 for wrong use. */
import { statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { alone } from '../src/build/alone.ts'
import { checkFiles } from '../src/build/content.ts'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { changeFiles } from '../src/build/swap.ts'
import { fixFiles } from '../src/check/fix.ts'
import { fixLines } from '../src/check/reporters/fixes.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = '使い方: npm run fix [-- --content フォルダー]'

await command(async () => {
  const folder = readFolder()
  return alone(folder, [], async (lock) => {
    const fixed = fixFiles(await readFiles(folder), (files) => checkFiles(files).findings)
    if (fixed.files.length > 0) {
      await changeFiles(folder, new Map(fixed.files.map(({ path, bytes }) => [path, bytes])), lock)
    }
    for (const line of fixLines(fixed, folder)) console.log(line)
    return fixed.findings.some(({ severity }) => severity === 'error') ? 1 : 0
  })
})

/** The content folder, as a path that `alone` can put its lock beside. */
function readFolder(): string {
  try {
    const { content = contentDir() } = parseArgs({ options: { content: { type: 'string' } } }).values
    if (content === '' || !statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
      throw new WrongUse(`フォルダー「${content}」がありません。\n${USAGE}`)
    }
    const here = path.relative('.', content)
    return here === '' || here.startsWith('..') ? path.resolve(content) : here
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
