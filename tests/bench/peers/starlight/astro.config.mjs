import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

export default defineConfig({
  outDir: process.env.OUT_DIR,
  devToolbar: { enabled: false },
  integrations: [starlight({ title: '計測', locales: { root: { label: '日本語', lang: 'ja' } } })],
})
