import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { contentWatch } from './src/build/content-watch.ts'
import { site } from './src/site.ts'
import { usedTokens } from './src/build/used-tokens.ts'

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  integrations: [mdx(), contentWatch()],
  devToolbar: { enabled: false },
  // One style sheet for all pages: fetched once, cached, and no inline style for a strict CSP to block.
  build: { inlineStylesheets: 'never' },
  vite: { build: { cssCodeSplit: false }, plugins: [usedTokens()] },
})
