/** `npm start`: checks, builds and serves the site at http://localhost:4321/ until it is stopped. */
import { preview } from 'astro'
import { pageUrl } from '../src/url.ts'
import { buildSite, outDir } from '../src/build/site.ts'

if (await buildSite()) {
  const server = await preview({ outDir: outDir(), server: { port: 4321 }, logLevel: 'warn' })
  console.log(`http://localhost:${server.port}${pageUrl()} で見られます（Ctrl+C で終了）`)
} else {
  process.exitCode = 1
}
