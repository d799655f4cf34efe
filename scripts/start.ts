/** `npm start`: checks, builds and serves the site at http://localhost:4321/ until it is stopped. */
import { readFacts } from '../src/build/facts.ts'
import { serve } from '../src/build/serve.ts'
import { buildSite, outDir } from '../src/build/site.ts'

const PORT = 4321

const facts = readFacts()
if ((await buildSite()) && !('reason' in facts)) {
  try {
    const { home } = await serve(outDir(), { base: facts.base, port: PORT })
    console.log(`${home} で見られます（Ctrl+C で終了）`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    console.error(
      `ポート ${PORT} は、ほかのプログラムが使っています。それを止めて、もう一度 npm start をしてください。`,
    )
    process.exitCode = 1
  }
} else {
  process.exitCode = 1
}
