/** `npm start`: checks, builds and serves the site at http://localhost:4321/ until it is stopped. */
import { preview } from 'astro'
import { pageUrl } from '../src/url.ts'
import { outDir } from '../src/build/out-folder.ts'
import { buildSite } from '../src/build/site.ts'
import { command } from './command.ts'

await command(async () => {
  if (!(await buildSite())) return 1
  const server = await preview({ outDir: outDir(), server: { port: 4321 }, logLevel: 'warn' })
  console.log(`http://localhost:${server.port}${pageUrl()} で見られます（Ctrl+C で終了）`)
  return 0
})
