/** `npm run pdf`: writes each year's `report.pdf` into the last build. */
import { existsSync } from 'node:fs'
import { findChromium } from '../src/build/chromium.ts'
import { readFacts } from '../src/build/facts.ts'
import { writePdfs } from '../src/build/pdf.ts'
import { outDir } from '../src/build/site.ts'

const chromium = findChromium()
const facts = readFacts()
if ('reason' in facts) {
  console.error(facts.reason)
  process.exitCode = 1
} else if (!existsSync(outDir())) {
  console.error(`${outDir()} がありません。先に npm run build をしてください。`)
  process.exitCode = 1
} else if (!chromium) {
  console.error('Chromium がないので PDF を作れません（CHROME_PATH に場所を書けます）。')
  process.exitCode = 1
} else {
  for (const file of await writePdfs(outDir(), chromium, facts)) console.log(file)
}
