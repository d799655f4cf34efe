/** `npm run build`: checks the content, builds the site beside `dist/` (`OUT_DIR`) and swaps it in. */
import { buildSite } from '../src/build/site.ts'

process.exitCode = (await buildSite()) ? 0 : 1
