import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'astro'
import type { BuildFacts } from '../build-facts.ts'
import { checkContent } from '../check/check.ts'
import { formatText } from '../check/reporters/text.ts'
import { findChromium } from './chromium.ts'
import { beside, contentDir, readFiles, recoverFolder, swapIn } from './folder.ts'
import { readPublished } from './published.ts'
import { writeSearchIndex } from './search-index.ts'
import { writePdfs } from './pdf.ts'

// A public body's build tells nobody that it runs.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'

/** Vite's settings by which pages get these facts. */
function defineBuildFacts(facts: BuildFacts) {
  return { define: { BUILD_FACTS: JSON.stringify(facts) } }
}

export function outDir(): string {
  return path.resolve(process.env['OUT_DIR'] || 'dist')
}

/**
 * Builds the whole site into `outDir()`. Content with errors is told of and builds nothing (`false`);
 * whatever fails, the folder of the last build stays as it was.
 */
export async function buildSite(): Promise<boolean> {
  const findings = checkContent(await readFiles(contentDir()))
  if (findings.length > 0) console.error(formatText(findings, contentDir()))
  if (findings.some(({ severity }) => severity === 'error')) return false

  const out = outDir()
  await recoverFolder(out)
  const fresh = beside(out, 'new')
  // A cache of its own: what another content folder or an older plugin left must not come back.
  const cache = beside(out, 'cache')
  const clear = () => [fresh, cache].forEach((folder) => rmSync(folder, { recursive: true, force: true }))
  clear()
  try {
    const chromium = process.env['PDF'] === '0' ? null : findChromium()
    await build({
      outDir: fresh,
      cacheDir: cache,
      logLevel: 'warn',
      vite: defineBuildFacts({ pdf: chromium !== null }),
    })
    const { reports, terms } = await readPublished(fresh)
    await writeSearchIndex(fresh, reports, terms)
    if (chromium) await writePdfs(fresh, chromium)
    else if (process.env['PDF'] !== '0') console.error('Chromium がないので、PDF は作りませんでした。')
    swapIn(fresh, out)
  } finally {
    clear()
  }
  return true
}
