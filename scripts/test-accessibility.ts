/** `npm run test:accessibility`: tests every page of a fresh build and writes what it found, which `/accessibility/` shows. */
import { writeFileSync } from 'node:fs'
import { version } from 'html-validate'
import { format, resolveConfig } from 'prettier'
import type { AccessibilityRecord } from '../src/accessibility.ts'
import {
  ACTED,
  type Look,
  headingFindings,
  htmlFindings,
  htmlRules,
  openLook,
  runAxe,
} from '../src/build/accessibility.ts'
import { readPages } from '../src/build/built-pages.ts'
import { type BuiltSite, withBuiltSite } from '../src/build/built-site.ts'
import { ensureChromium } from '../src/build/chromium.ts'
import { japanDay } from '../src/text/japan-day.ts'
import { command } from './command.ts'

const FILE = 'docs/accessibility.json'
const WIDTHS = [360, 1280]
const SCHEMES = ['light', 'dark'] as const

await command(async () => {
  const record = await withBuiltSite(ensureChromium(), testSite)
  if (!record) return 1
  await write(record)
  const findings = [record.axe, record.html, record.headings].flatMap((part) => part.findings)
  findings.forEach((finding) => console.error(finding))
  console.log(`${record.pages} ページを試験し、問題は ${findings.length} 件でした（${FILE}）`)
  return findings.length > 0 ? 1 : 0
})

async function testSite(site: BuiltSite): Promise<AccessibilityRecord> {
  const pages = readPages(site.dist)
  const html: string[] = []
  for (const page of pages) html.push(...(await htmlFindings(page)))
  return {
    date: japanDay(new Date()),
    chromium: site.browser.version(),
    pages: pages.length,
    widths: WIDTHS,
    axe: await testInBrowser([...pages.map(({ url }) => ({ url })), ...ACTED], site),
    html: { version, rules: await htmlRules(), findings: html },
    headings: { findings: pages.flatMap(headingFindings) },
  }
}

/** Every look in light and dark, narrow and wide. */
async function testInBrowser(looks: Look[], { browser, origin }: BuiltSite): Promise<AccessibilityRecord['axe']> {
  const rules = new Set<string>()
  let version = ''
  const findings: string[] = []
  const undecided = new Map<string, Set<string>>()
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const viewport = { width, height: 740 }
      const context = await browser.newContext({ baseURL: origin, colorScheme, viewport })
      const page = await context.newPage()
      for (const look of looks) {
        await openLook(page, look)
        const { testEngine, violations, incomplete, passes, inapplicable } = await runAxe(page)
        version = testEngine.version
        for (const { id } of [...violations, ...incomplete, ...passes, ...inapplicable]) rules.add(id)
        for (const { id, nodes } of violations) {
          findings.push(
            ...nodes.map(({ target }) => `${look.url} ${colorScheme} ${width}px ${id}: ${target.join(' ')}`),
          )
        }
        for (const { id, nodes } of incomplete) {
          const places = undecided.get(id) ?? new Set()
          nodes.forEach(({ target }) => places.add(`${look.url} ${target.join(' ')}`))
          undecided.set(id, places)
        }
      }
      await context.close()
    }
  }
  return {
    version,
    rules: rules.size,
    runs: looks.length * WIDTHS.length * SCHEMES.length,
    findings,
    undecided: [...undecided].map(([rule, places]) => ({ rule, places: places.size })),
  }
}

async function write(record: AccessibilityRecord): Promise<void> {
  const options = await resolveConfig(FILE)
  writeFileSync(FILE, await format(JSON.stringify(record), { ...options, filepath: FILE }))
}
