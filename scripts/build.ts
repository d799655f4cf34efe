/** `npm run build`: checks the content, builds the site in a folder of its own and puts it in the place of `dist/` (`OUT_DIR`). */
import { buildSite } from '../src/build/site.ts'
import { command } from './command.ts'

await command(async () => ((await buildSite()) ? 0 : 1))
