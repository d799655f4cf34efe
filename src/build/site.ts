import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildFacts, setBuildFacts } from '../build-facts.ts'
import type { Content } from '../check/check.ts'
import type { ReportCount } from '../check/year.ts'
import { formatText } from '../check/reporters/text.ts'
import { type OpenData, openData } from '../publish/open-data.ts'
import { assembleReport } from '../report/report.ts'
import { SEARCH_FILES } from '../search/index/files.ts'
import { site } from '../site.ts'
import { dataUrl } from '../url.ts'
import { alone } from './alone.ts'
import { findChromium } from './chromium.ts'
import { readAndHandOver } from './content.ts'
import { requireFacts, unsetLine } from './facts.ts'
import { contentDir } from './folder.ts'
import { type Inventory, mustHave, takeInventory } from './inventory.ts'
import { MARKER, MARKER_TEXT, outDir, refuseOthers, refusePlace } from './out-folder.ts'
import { buildPages } from './pages.ts'
import { showStep } from './progress.ts'
import { writeSearchIndexBeside } from './search-index-beside.ts'
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
    const content = await checkedContent()
    if (!content) return null
    clearWorkFolder(work)
    const fresh = path.join(work, 'site')
    const leftOut = await makeSite(fresh, work, content, facts)
    showStep('できたサイトを置いています')
    const files = takeInventory(fresh)
    await moveIn(fresh, out, files, lock)
    return { files, reports: content.counts, leftOut }
  })
  const unset = unsetLine(facts, site)
  if (built && unset) console.log(unset)
  if (built) console.log(summaryOf(built, out, performance.now() - start))
  return built !== null
}

/** What the content holds, or `null` where it has errors. Findings are printed. */
async function checkedContent(): Promise<Content | null> {
  showStep('原稿を点検しています')
  const content = await readAndHandOver()
  const { findings } = content
  if (findings.length > 0) console.error(formatText(findings, contentDir()))
  return findings.some(({ severity }) => severity === 'error') ? null : content
}

/** Writes the whole site into `fresh`, a folder of `work`. Gives what it goes without. */
async function makeSite(fresh: string, work: string, content: Content, facts: BuildFacts): Promise<string[]> {
  const printer = process.env['PDF'] === '0' ? null : findChromium()
  showStep('ページと検索の索引を作っています')
  // The index needs no page: it is made beside them, and moved in, for Astro empties the folder that it writes to.
  const index = path.join(work, 'index')
  const [written] = await Promise.all([
    buildPages(fresh, path.join(work, 'cache'), { ...facts, pdf: printer !== null }),
    writeSearchIndexBeside({
      folder: index,
      reports: publishedReports(content),
      terms: content.terms,
      words: content.words,
    }),
  ])
  renameSync(path.join(index, SEARCH_FILES.folder), path.join(fresh, SEARCH_FILES.folder))
  if (printer) showStep('PDF を作っています')
  // Loaded where a PDF is printed: a browser's driver takes its time.
  const printed = printer ? await (await import('./pdf.ts')).writePdfs(fresh, printer, facts) : []
  writeFileSync(path.join(fresh, MARKER), MARKER_TEXT)
  mustHave([...written, ...printed.map((file) => path.relative(fresh, file))], takeInventory(fresh))
  if (printer) return printed.length < content.reports.length ? ['全文を分けた報告書の PDF'] : []
  return [process.env['PDF'] === '0' ? 'PDF（PDF=0 の指定）' : 'PDF（Chromium がないため）']
}

/** The reports as their pages publish them, `/r7/initiatives.json`. */
function publishedReports({ reports }: Content): OpenData[] {
  return reports.map(assembleReport).map((report) => openData(report, (number) => dataUrl(report.id, number)))
}
