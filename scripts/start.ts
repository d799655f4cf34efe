/** `npm start`: checks, builds and serves the site at http://localhost:4321/ until it is stopped. */
import { requireFacts } from '../src/build/facts.ts'
import { Refused } from '../src/build/failures.ts'
import { outDir } from '../src/build/out-folder.ts'
import { serve } from '../src/build/serve.ts'
import { buildSite } from '../src/build/site.ts'
import { command } from './command.ts'

const PORT = 4321

await command(async () => {
  const { base } = requireFacts()
  if (!(await buildSite())) return 1
  const { home } = await serve(outDir(), { base, port: PORT }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Refused(
      `ポート ${PORT} は、ほかのプログラムが使っています。それを止めて、もう一度 npm start をしてください。`,
    )
  })
  console.log(`${home} で見られます（Ctrl+C で終了）`)
  return 0
})
