/** `npm start`: checks, builds and serves the site at http://localhost:4321/ until it is stopped. */
import { requireFacts } from '../src/build/facts.ts'
import { Refused } from '../src/build/failures.ts'
import { outDir } from '../src/build/out-folder.ts'
import { isFreePort, serve } from '../src/build/serve.ts'
import { buildSite } from '../src/build/site.ts'
import { command } from './command.ts'

const PORT = 4321

await command(async () => {
  const { base } = requireFacts()
  // Before a build that nobody would see.
  if (!(await isFreePort(PORT))) {
    throw new Refused(
      `ポート ${PORT} は、ほかのプログラムが使っています。それを止めて、もう一度 npm start をしてください。`,
    )
  }
  if (!(await buildSite())) return 1
  const { home } = await serve(outDir(), { base, port: PORT })
  console.log(`${home} で見られます（Ctrl+C で終了）`)
  return 0
})
