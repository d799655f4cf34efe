import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { serve } from './serve.ts'
import { buildSite } from './site.ts'
import { CHROMIUM_ARGS } from './chromium.ts'

/** A fresh build of the site in a folder of its own, served, and a browser to look at it with. */
export interface BuiltSite {
  dist: string
  /** Where it is served: `http://localhost:PORT`. */
  origin: string
  browser: Browser
}

/**
 * Builds the site, shows it to `use` and clears all of it away; the last `dist/` is not touched. Content with errors is
 * told of and gives `null`.
 */
export async function withBuiltSite<T>(
  executablePath: string,
  use: (site: BuiltSite) => Promise<T>,
): Promise<T | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'))
  const dist = path.join(folder, 'dist')
  process.env['OUT_DIR'] = dist
  // At the root, wherever the site itself will be: who looks at it names pages as `/r7/`.
  process.env['BASE_PATH'] = '/'
  try {
    if (!(await buildSite())) return null
    const server = await serve(dist)
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
    try {
      return await use({ dist, origin: server.origin, browser })
    } finally {
      await browser.close()
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
