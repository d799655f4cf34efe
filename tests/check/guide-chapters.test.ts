import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { RULES } from '../../src/check/catalogue.ts'
import { errataSchema } from '../../src/report/errata.ts'
import { glossarySchema } from '../../src/report/glossary.ts'
import { correctionsSchema, outlineSchema, reportSchema } from '../../src/report/schema.ts'
import { spellingFindings } from '../../src/build/spelling.ts'
import { checkContent } from './check-content.ts'
import { baseFiles, overlay } from './fixtures.ts'
import { splitFrontMatter } from '../../src/text/front-matter.ts'

const guide = readFileSync('content/README.md', 'utf8')
const prose = guide.replace(/^```[\s\S]*?^```$/gm, '')

/** As GitHub makes it of a heading: lower case, all marks but the hyphen dropped, blanks as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

const anchors = Array.from(prose.matchAll(/^#{1,6} (.+)$/gm), ([, heading = '']) => anchorOf(heading))

test('every link of the guide leads to a heading, of which there is one, or to a file', () => {
  // What stands in backticks is an example.
  const links = Array.from(prose.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g), ([, url = '']) => url)
  const dead = links.filter((url) => {
    if (/^https:/.test(url) || /^\d+(?:-\d+)+\.md/.test(url)) return false
    const [file = '', hash] = url.split('#')
    if (file !== '') return !existsSync(path.join('content', file))
    return anchors.filter((anchor) => anchor === hash).length !== 1
  })
  expect(dead.filter((url) => url !== '行き先' && url !== 'アドレス')).toEqual([])
})

test('the table of what to do has each rule that warns, once', () => {
  const rows = Array.from(prose.matchAll(/^\| \[([a-z/-]+)\]\(#/gm), ([, rule = '']) => rule)
  const warnings = Object.entries(RULES).flatMap(([rule, severity]) => (severity === 'warning' ? [rule] : []))
  expect(rows.toSorted()).toEqual([...warnings, 'spelling'].sort())
})

const examples = Array.from(
  guide.matchAll(/^```(?:yaml|md) 例 (\S+)\n([\s\S]*?)^```$/gm),
  ([, file = '', text = '']) => [file, text] as const,
)

test('each kind of file has an example', () => {
  expect(examples.map(([file]) => file)).toEqual([
    'r7/outline.yml',
    'r7/report.md',
    'glossary.yml',
    'r7/corrections.yml',
    'spellings.yml',
    'r7/errata.yml',
  ])
})

test.each(examples)('the example of %s is one that is read', async (file, text) => {
  const front = splitFrontMatter(text)
  const schemas = {
    'outline.yml': outlineSchema,
    'report.md': reportSchema,
    'glossary.yml': glossarySchema,
    'corrections.yml': correctionsSchema,
    'errata.yml': errataSchema,
  }
  const schema = schemas[path.basename(file) as keyof typeof schemas]
  if (schema)
    expect(schema.safeParse(load(typeof front === 'object' ? front.yaml : text))).toMatchObject({ success: true })
  else {
    const bytes = (all: string) => new TextEncoder().encode(all)
    const files = [
      { path: 'spellings.yml', bytes: bytes(text) },
      { path: 'r7/report.md', bytes: bytes('主な取組み') },
    ]
    expect(await spellingFindings(files)).toHaveLength(1)
  }
})

test('the examples, laid over a report, have no fault in how they are written', () => {
  const written = examples.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
  const found = checkContent(overlay(baseFiles(), written))
  expect(found.filter(({ rule }) => /^(?:files|front-matter|glossary)\//.test(rule))).toEqual([])
})

test('every command of the guide is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const commands = Array.from(guide.matchAll(/npm run (?:--silent )?([a-z-]+)/g), ([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(20)
  expect([...new Set(commands)].filter((name) => !(name in scripts))).toEqual([])
})
