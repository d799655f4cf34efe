import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { contentWatch } from './src/build/content-watch.ts'
import { defineBuildFacts, readFacts } from './src/build/facts.ts'
import { usedTokens } from './src/build/used-tokens.ts'
import { DIALECT } from './src/text/markdown.ts'

const facts = readFacts()
if ('reason' in facts) {
  console.error(facts.reason)
  process.exit(1)
}

export default defineConfig({
  site: facts.address ?? undefined,
  base: facts.base,
  trailingSlash: 'always',
  integrations: [mdx(), contentWatch()],
  // Pages in MDX take this too. Without it they would be read by Astro's own parser, in a dialect of its own.
  markdown: { processor: unified({ remarkPlugins: DIALECT, gfm: false, smartypants: false }) },
  devToolbar: { enabled: false },
  // One style sheet for all pages: fetched once, cached, and no inline style for a strict CSP to block.
  build: { inlineStylesheets: 'never' },
  vite: {
    ...defineBuildFacts(facts),
    build: { cssCodeSplit: false },
    // The search's thread loads parts of its program only when they are needed.
    worker: { format: 'es' },
    plugins: [usedTokens()],
  },
})
