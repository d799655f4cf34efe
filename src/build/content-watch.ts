import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AstroIntegration } from 'astro'
import type { BuildFacts } from '../build-facts.ts'
import { formatText } from '../check/reporters/text.ts'
import { handOver, handed } from '../handed.ts'
import { EditedContent } from './edited-content.ts'
import { defineBuildFacts } from './facts.ts'
import { contentDir, readFiles } from './folder.ts'

/** Several files saved at once are one change. */
const SETTLED_MS = 30

/** Some ten seconds. */
const MOST_TRIES = 300

/**
 * Astro: while `npm run dev` runs, reads the content folder at the start and whenever something in it changes, and only
 * then. What the check says is printed, and stands on the pages; a page whose file has an error stays as it was.
 */
export function contentWatch(facts: BuildFacts): AstroIntegration {
  const content = new EditedContent()
  const read = async (settled?: Promise<void>) => {
    const now = content.read(await readFiles(contentDir()))
    handOver(settled ? { ...now, settled } : now)
    console.log(formatText(now.findings, contentDir(), now.counts))
  }
  return {
    name: 'content-watch',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        // By the command and not by NODE_ENV, which is whatever the shell that builds has set.
        if (command !== 'dev') return
        updateConfig({ vite: defineBuildFacts({ ...facts, edited: true }) })
        await read()
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        let timer: NodeJS.Timeout | undefined
        let before = Promise.resolve()
        const refresh = async () => {
          const { promise: settled, resolve } = Promise.withResolvers<void>()
          try {
            await read(settled)
            // Astro does nothing, and does not say so, when its own configuration is being read at that moment.
            for (let tries = 0; tries < MOST_TRIES && !handed()?.collected; tries++) {
              if (tries > 0) await wait(SETTLED_MS)
              await refreshContent?.({ loaders: ['initiatives', 'reports', 'outlines', 'errata', 'glossaries'] })
            }
          } finally {
            resolve()
          }
          server.environments.client.hot.send({ type: 'full-reload', path: '*' })
        }
        const folder = path.resolve(contentDir())
        server.watcher.add(folder)
        server.watcher.on('all', (_, file) => {
          const inside = path.relative(folder, file)
          if (inside.startsWith('..') || path.isAbsolute(inside) || inside.split(path.sep).some(isHidden)) return
          clearTimeout(timer)
          timer = setTimeout(() => {
            // One after the other: what was read first must not be handed over last.
            before = before.then(refresh).catch((error: unknown) => console.error(error))
          }, SETTLED_MS)
        })
      },
    },
  }
}

const isHidden = (name: string) => name.startsWith('.')
