import { createRequire } from 'node:module'
import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { contentWatch } from './src/build/content-watch.ts'
import { defineBuildFacts, readFacts } from './src/build/facts.ts'
import { sitemapOptions } from './src/build/sitemap.ts'
import { usedTokens } from './src/build/used-tokens.ts'
import { DIALECT } from './src/text/markdown.ts'

const { resolve } = createRequire(createRequire(import.meta.url).resolve('remark-parse'))

const facts = readFacts()
if ('reason' in facts) {
  console.error(facts.reason)
  process.exit(1)
}

export default defineConfig({
  site: facts.address ?? undefined,
  base: facts.base,
  trailingSlash: 'always',
  integrations: [mdx(), contentWatch(facts), ...(facts.address ? [sitemap(sitemapOptions(facts.base))] : [])],
  // Pages in MDX take this too. Without it they would be read by Astro's own parser, in a dialect of its own.
  markdown: { processor: unified({ remarkPlugins: DIALECT, gfm: false, smartypants: false }) },
  devToolbar: { enabled: false },
  // One style sheet for all pages: fetched once, cached, and no inline style, which pages' own policy forbids.
  build: { inlineStylesheets: 'never' },
  vite: {
    ...defineBuildFacts(facts),
    // Small scripts and pictures stay files too, for the same reason.
    build: { cssCodeSplit: false, assetsInlineLimit: 0 },
    plugins: [usedTokens()],
    // The edit page's worker reads Markdown. For browsers this package asks the DOM, which a worker has not.
    resolve: { alias: { 'decode-named-character-reference': resolve('decode-named-character-reference') } },
    // The search's thread loads parts of its program only when they are needed.
    worker: { format: 'es' },
  },
})
