/** `npm run --silent search-log -- FILE`: what people searched for and the site in `dist/` (`OUT_DIR`) does not answer. */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { askAgain, readSearches } from '../src/build/asked-search.ts'
import { outDir } from '../src/build/out-folder.ts'
import { sayLog } from '../src/search/log/say-log.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = '使い方: npm run --silent search-log -- ファイル（サーバーのログか、1行に1つずつ言葉を書いたもの）'

await command(async () => {
  const searches = await readSearches(readArguments())
  const all = searches.asked()
  console.log(sayLog({ all, ...(await askAgain(outDir(), all)) }))
  if (searches.unreadable > 0) console.error(`\n読めない行が ${searches.unreadable} 行ありました。数えていません。`)
  return 0
})

function readArguments(): string {
  const [file, ...others] = parse()
  if (file === undefined || others.length > 0) throw new WrongUse(USAGE)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new WrongUse(`ファイル「${file}」がありません。\n${USAGE}`)
  }
  return file
}

function parse(): string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}
