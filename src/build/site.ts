import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildFacts, setBuildFacts } from '../build-facts.ts'
import type { ReportCount } from '../check/year.ts'
import { formatText } from '../check/reporters/text.ts'
import { site } from '../site.ts'
import { alone } from './alone.ts'
import { findChromium } from './chromium.ts'
import { readAndHandOver } from './content.ts'
import { requireFacts, unsetLine } from './facts.ts'
import { contentDir } from './folder.ts'
import { type Inventory, mustHave, takeInventory } from './inventory.ts'
import { MARKER, MARKER_TEXT, outDir, refuseOthers, refusePlace } from './out-folder.ts'
import { buildPages } from './pages.ts'
import { writePdfs } from './pdf.ts'
import { showStep } from './progress.ts'
import { writeSearchIndex } from './search-index.ts'
import { summaryOf } from './summary.ts'
import { moveIn } from './swap.ts'
import { clearWorkFolder, workFolder } from './work-folder.ts'

/** What a build made, for its last line. */
export interface Built {
  files: Inventory
  reports: ReportCount[]
  /** What the site goes without, each with the reason, in Japanese. */
  leftOut: string[]
}

/**
 * Builds the whole site into `outDir()`. Wrong settings and content with errors are told of and build nothing (`false`);
 * whatever fails, the folder of the last build stays as it was.
 */
export async function buildSite(): Promise<boolean> {
  const start = performance.now()
  const facts = requireFacts()
  setBuildFacts(facts)
  const out = outDir()
  refusePlace(out, contentDir())
  refuseOthers(out)
  const work = workFolder(out)
  const built = await alone(out, [work], async (lock) => {
    // Only now does the last build stand there again, if this one had been killed.
    refuseOthers(out)
    const reports = await checkedReports()
    if (!reports) return null
    clearWorkFolder(work)
    const fresh = path.join(work, 'site')
    const leftOut = await makeSite(fresh, path.join(work, 'cache'), facts)
    showStep('できたサイトを置いています')
    const files = takeInventory(fresh)
    await moveIn(fresh, out, files, lock)
    return { files, reports, leftOut }
  })
  const unset = unsetLine(facts, site)
  if (built && unset) console.log(unset)
  if (built) console.log(summaryOf(built, out, performance.now() - start))
  return built !== null
}

/** What the content holds, or `null` where it has errors. Findings are printed. */
async function checkedReports(): Promise<ReportCount[] | null> {
  showStep('原稿を点検しています')
  const { findings, counts } = await readAndHandOver()
  if (findings.length > 0) console.error(formatText(findings, contentDir()))
  return findings.some(({ severity }) => severity === 'error') ? null : counts
}

/** Writes the whole site into `fresh`. Gives what it goes without. */
async function makeSite(fresh: string, cache: string, facts: BuildFacts): Promise<string[]> {
  const printer = process.env['PDF'] === '0' ? null : findChromium()
  showStep('ページを作っています')
  const written = await buildPages(fresh, cache, { ...facts, pdf: printer !== null })
  showStep('検索の索引を作っています')
  await writeSearchIndex(fresh)
  if (printer) showStep('PDF を作っています')
  const printed = printer ? await writePdfs(fresh, printer, facts) : []
  writeFileSync(path.join(fresh, MARKER), MARKER_TEXT)
  mustHave([...written, ...printed.map((file) => path.relative(fresh, file))], takeInventory(fresh))
  if (printer) return []
  return [process.env['PDF'] === '0' ? 'PDF（PDF=0 の指定）' : 'PDF（Chromium がないため）']
}
