import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'astro'
import { beforeAll, expect, test } from 'vitest'
import config from '../../astro.config.mjs'

const CASES: [says: string, markdown: string, html: string][] = [
  ['a single tilde is a tilde', 'R6~R7、R8~R9', 'R6~R7、R8~R9'],
  ['two tildes strike out', '~~「旧」~~は', '<del>「旧」</del>は'],
  ['emphasis works beside Japanese brackets', '**「強調」**は', '<strong>「強調」</strong>は'],
  ['dots and dashes stay as they are written', 'R7... -- R8', 'R7... -- R8'],
]

/** What a site of one MDX page, built with this site's own settings, shows. */
let html: string
beforeAll(async () => {
  // Inside the project, where the packages are found.
  mkdirSync('.astro', { recursive: true })
  const root = mkdtempSync(path.resolve('.astro/dialect-'))
  mkdirSync(path.join(root, 'src/pages'), { recursive: true })
  writeFileSync(path.join(root, 'src/pages/index.mdx'), CASES.map(([, markdown]) => `${markdown}\n`).join('\n'))
  await build({ ...config, configFile: false, root, outDir: path.join(root, 'dist'), logLevel: 'error' })
  html = readFileSync(path.join(root, 'dist/index.html'), 'utf8')
  rmSync(root, { recursive: true })
})

test.each(CASES)('in a page written in MDX %s', (_, __, expected) => {
  expect(html).toContain(`<p>${expected}</p>`)
})
