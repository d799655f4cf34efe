import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'astro'
import { checkContent } from '../src/report/check.ts'
import { formatText } from '../src/report/formats.ts'
import { contentDir, readFiles, recoverFolder, swapIn } from './files.ts'

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
  const fresh = path.join(path.dirname(out), `.${path.basename(out)}.new`)
  rmSync(fresh, { recursive: true, force: true })
  try {
    // A cache of its own: what another content folder or an older plugin rendered must not come back.
    await build({ outDir: fresh, cacheDir: path.join(fresh, '.cache'), logLevel: 'warn' })
    rmSync(path.join(fresh, '.cache'), { recursive: true, force: true })
    swapIn(fresh, out)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return true
}
