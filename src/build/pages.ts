import { fileURLToPath } from 'node:url'
import { type AstroIntegration, build } from 'astro'
import path from 'node:path'
import type { BuildFacts } from '../build-facts.ts'
import { defineBuildFacts } from './facts.ts'

// A public body's build tells nobody that it runs.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'

/** Lets Astro write the pages into `folder`. Gives the files that it says it wrote, by their paths in it. */
export async function buildPages(folder: string, cacheDir: string, facts: BuildFacts): Promise<string[]> {
  const written: string[] = []
  const listen: AstroIntegration = {
    name: 'written-files',
    hooks: {
      'astro:build:done': ({ assets }) => {
        for (const url of [...assets.values()].flat()) {
          written.push(path.relative(folder, fileURLToPath(url)).split(path.sep).join('/'))
        }
      },
    },
  }
  // A cache of its own: what another content folder or an older plugin left must not come back.
  const integrations = [listen]
  await build({ outDir: folder, cacheDir, logLevel: 'warn', integrations, vite: defineBuildFacts(facts) })
  return written
}
