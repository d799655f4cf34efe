/** `npm run pdf`: writes each year's `report.pdf` into the last build. */
import path from 'node:path'
import { alone } from '../src/build/alone.ts'
import { findChromium } from '../src/build/chromium.ts'
import { requireFacts } from '../src/build/facts.ts'
import { Refused } from '../src/build/failures.ts'
import { isBuilt, outDir } from '../src/build/out-folder.ts'
import { printPdfs } from '../src/build/pdf.ts'
import { changeFiles } from '../src/build/swap.ts'
import { command } from './command.ts'

await command(async () => {
  const facts = requireFacts()
  const out = outDir()
  const chromium = findChromium()
  if (!isBuilt(out)) throw new Refused(`${out} にサイトがありません。先に npm run build をしてください。`)
  if (!chromium) throw new Refused('Chromium がないので PDF を作れません（CHROME_PATH に場所を書けます）。')
  await alone(out, [], async (lock) => {
    const printed = await printPdfs(out, chromium, facts)
    await changeFiles(out, printed, lock)
    for (const file of printed.keys()) console.log(path.join(out, file))
  })
  return 0
})
