/**
 * `npm run build [-- --compressed]`: checks the content, builds the site in a folder of its own and puts it in the place of
 * `dist/` (`OUT_DIR`). `--compressed` writes `.br` and `.gz` beside each text.
 */
import { parseArgs } from 'node:util'
import { buildSite } from '../src/build/site.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

await command(async () => ((await buildSite(readOptions())) ? 0 : 1))

function readOptions(): { compressed?: boolean } {
  try {
    return parseArgs({ options: { compressed: { type: 'boolean' } } }).values
  } catch {
    throw new WrongUse('読めない指定があります。\n使い方: npm run build [-- --compressed]')
  }
}
