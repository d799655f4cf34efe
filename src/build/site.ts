import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'astro'
import { checkContent } from '../check/check.ts'
import { formatText } from '../check/reporters/formats.ts'
import { findChromium } from './chromium.ts'
import { beside, contentDir, readFiles, recoverFolder, swapIn } from './folder.ts'
import { writeSearchIndex } from './search-index.ts'
import { writePdfs } from './pdf.ts'

// A public body's build tells nobody that it runs.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'

export function outDir(): string {
  return path.resolve(process.env['OUT_DIR'] || 'dist')
}

/**
 * Builds the whole site into `outDir()`. Content with errors is told of and builds nothing (`false`);
 * whatever fails, the folder of the last build stays as it was.
 */
export async function buildSite(): Promise<boolean> {
  const messages = checkContent(await readFiles(contentDir()))
  if (messages.length > 0) console.error(formatText(messages, contentDir()))
  if (messages.some(({ severity }) => severity === 'error')) return false

  const out = outDir()
  await recoverFolder(out)
  const fresh = beside(out, 'new')
  // A cache of its own: what another content folder or an older plugin left must not come back.
  const cache = beside(out, 'cache')
  const clear = () => [fresh, cache].forEach((folder) => rmSync(folder, { recursive: true, force: true }))
  clear()
  try {
    await build({ outDir: fresh, cacheDir: cache, logLevel: 'warn' })
    await writeSearchIndex(fresh)
    const chromium = findChromium()
    if (chromium) await writePdfs(fresh, chromium)
    else console.error('Chromium がないので、PDF は作りませんでした。')
    swapIn(fresh, out)
  } finally {
    clear()
  }
  return true
}
