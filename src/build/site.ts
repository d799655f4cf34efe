import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildFacts, setBuildFacts } from '../build-facts.ts'
import type { Content } from '../check/check.ts'
import type { ReportCount } from '../check/year.ts'
import { formatText } from '../check/reporters/text.ts'
import { type OpenData, openData } from '../publish/open-data.ts'
import { assembleReport } from '../report/report.ts'
import { INDEX_FOLDER } from '../search/index/files.ts'
import { site } from '../site.ts'
import { dataUrl } from '../url.ts'
import { alone } from './alone.ts'
import { writeCompressed } from './compressed.ts'
import { Refused } from './failures.ts'
import { findChromium } from './chromium.ts'
import { readAndHandOver } from './content.ts'
import { requireFacts, unsetLine } from './facts.ts'
import { contentDir } from './folder.ts'
import { type Inventory, mustHave, takeInventory } from './inventory.ts'
import { indexVersion } from './index-version.ts'
import { keepLastVersions } from './last-versions.ts'
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
 * whatever fails, the folder of the last build stays as it was. `compressed`: texts have `.br` and `.gz` beside them.
 */
export async function buildSite({ compressed = false } = {}): Promise<boolean> {
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
    const leftOut = await makeSite(fresh, work, content, facts, out)
    if (compressed) {
      showStep('ファイルを縮めています')
      await writeCompressed(fresh)
    }
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
  if (findings.some(({ severity }) => severity === 'error')) return null
  if (content.reports.length === 0) throw new Refused(onlyDrafts(content.counts))
  const shown = new Set(content.reports.map(({ cover }) => cover.year.toLowerCase()))
  return { ...content, counts: content.counts.filter(({ year }) => shown.has(year)) }
}

function onlyDrafts(years: readonly ReportCount[]): string {
  const names = years.map(({ year }) => year).join('、')
  return `公表した年度がまだありません（準備中：${names}）。サイトは作りませんでした。公表するときは report.md に「published: 2026-02」のように年月を書きます。準備中のまま見るには DRAFTS=1 を付けてください。`
}

/** Writes the whole site into `fresh`, a folder of `work`; `last` is where the last build stands. Gives what it goes without. */
async function makeSite(
  fresh: string,
  work: string,
  content: Content,
  facts: BuildFacts,
  last: string,
): Promise<string[]> {
  const printer = process.env['PDF'] === '0' ? null : findChromium()
  showStep('ページと検索の索引を作っています')
  // The index needs no page: it is made beside them, and moved in, for Astro empties the folder that it writes to.
  const folder = path.join(work, 'index')
  const searched = { reports: publishedReports(content), terms: content.terms, words: content.words }
  const index = indexVersion(searched)
  const [written] = await Promise.all([
    buildPages(fresh, path.join(work, 'cache'), { ...facts, pdf: printer !== null, index }),
    writeSearchIndexBeside({ folder, ...searched }),
  ])
  mkdirSync(path.join(fresh, INDEX_FOLDER))
  renameSync(folder, path.join(fresh, INDEX_FOLDER, index))
  if (printer) showStep('PDF を作っています')
  // Loaded where a PDF is printed: a browser's driver takes its time.
  const printed = printer
    ? await (await import('./pdf.ts')).printPdfs(fresh, printer, facts)
    : new Map<string, Uint8Array>()
  for (const [file, bytes] of printed) writeFileSync(path.join(fresh, file), bytes)
  keepLastVersions(last, fresh, index)
  writeFileSync(path.join(fresh, MARKER), MARKER_TEXT)
  const files = takeInventory(fresh)
  mustHave([...written, ...printed.keys()], files)
  return leftOut(content.reports.length, files, printer !== null, facts)
}

/** What a site of so many reports goes without; a report that is parted has no file that holds all of it as one text. */
function leftOut(reports: number, files: Inventory, isPrinted: boolean, { address }: BuildFacts): string[] {
  const lacks = (name: string) => [...files.keys()].filter((file) => file.endsWith(`/${name}`)).length < reports
  const parted = [isPrinted && lacks('report.pdf') && 'PDF', lacks('report.docx') && 'Word'].filter(
    (name) => name !== false,
  )
  return [
    ...(isPrinted ? [] : [process.env['PDF'] === '0' ? 'PDF（PDF=0 の指定）' : 'PDF（Chromium がないため）']),
    ...(parted.length > 0 ? [`全文を分けた報告書の ${parted.join('と ')}`] : []),
    ...(address ? [] : ['フィード、サイトマップ、共有のための情報（SITE_URL がないため）']),
  ]
}

/** The reports as their pages publish them, `/r7/initiatives.json`; a draft is never searched. */
function publishedReports({ reports }: Content): OpenData[] {
  const published = reports.filter(({ cover }) => cover.published !== undefined)
  return published.map(assembleReport).map((report) => openData(report, (number) => dataUrl(report.id, number)))
}
