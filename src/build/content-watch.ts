import path from 'node:path'
import type { AstroIntegration } from 'astro'
import { formatText } from '../check/reporters/text.ts'
import { handOver } from '../handed.ts'
import { EditedContent } from './edited-content.ts'
import { contentDir, readFiles } from './folder.ts'

/** Several files saved at once are one change. */
const SETTLED_MS = 30

/**
 * Astro: while `npm run dev` runs, reads the content folder at the start and whenever something in it changes, and only
 * then. What the check says is printed, and stands on the pages; a page whose file has an error stays as it was.
 */
export function contentWatch(): AstroIntegration {
  const content = new EditedContent()
  const read = async () => {
    const now = content.read(await readFiles(contentDir()))
    handOver(now)
    console.log(formatText(now.findings, contentDir(), now.counts))
    return now
  }
  return {
    name: 'content-watch',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'dev') await read()
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        let timer: NodeJS.Timeout | undefined
        const refresh = async () => {
          const now = await read()
          await refreshContent?.({ loaders: ['initiatives', 'reports', 'outlines', 'glossaries'] })
          // The collections have what is new only now: whoever assembled a report meanwhile does so again.
          handOver({ ...now })
          server.environments.client.hot.send({ type: 'full-reload', path: '*' })
        }
        const folder = path.resolve(contentDir())
        server.watcher.add(folder)
        server.watcher.on('all', (_, file) => {
          const inside = path.relative(folder, file)
          if (inside.startsWith('..') || path.isAbsolute(inside) || inside.split(path.sep).some(isHidden)) return
          clearTimeout(timer)
          timer = setTimeout(() => void refresh().catch((error: unknown) => console.error(error)), SETTLED_MS)
        })
      },
    },
  }
}

const isHidden = (name: string) => name.startsWith('.')
