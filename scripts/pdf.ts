/** `npm run pdf`: writes each year's `report.pdf` into the last build. */
import { alone } from '../src/build/alone.ts'
import { findChromium } from '../src/build/chromium.ts'
import { writeEdition } from '../src/build/edition.ts'
import { requireFacts } from '../src/build/facts.ts'
import { Refused } from '../src/build/failures.ts'
import { isBuilt, outDir } from '../src/build/out-folder.ts'
import { writePdfs } from '../src/build/pdf.ts'
import { command } from './command.ts'

await command(async () => {
  const facts = requireFacts()
  const out = outDir()
  const chromium = findChromium()
  if (!isBuilt(out)) throw new Refused(`${out} にサイトがありません。先に npm run build をしてください。`)
  if (!chromium) throw new Refused('Chromium がないので PDF を作れません（CHROME_PATH に場所を書けます）。')
  const files = await alone(out, [], async () => {
    const written = await writePdfs(out, chromium, facts)
    writeEdition(out, facts)
    return written
  })
  for (const file of files) console.log(file)
  return 0
})
