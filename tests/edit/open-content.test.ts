import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFiles, readReports } from '../../src/build/content.ts'
import { readFiles } from '../../src/build/folder.ts'
import { OpenContent } from '../../src/edit/open-content.ts'
import { type SourcePart, sourcesOf } from '../../src/edit/sources.ts'
import { changesOf } from '../../src/compare/changes.ts'
import { formatText } from '../../src/compare/reporters/text.ts'
import { exactText } from '../../src/text/source-file.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { MORE_RUNS } from '../runs.ts'

const files = await readFiles(FROZEN_CONTENT)
const { parts } = sourcesOf(files, readReports(files).known, () => true)
// As the page gets them.
const loaded = JSON.parse(JSON.stringify([...parts.values()])) as SourcePart[]
const texts = new Map(loaded.flat().map(({ path, text }) => [path, text]))

/** What officers do to a text: a part goes, comes twice, or gives way to something. */
const slip = fc.record({
  path: fc.constantFrom(...[...texts.keys()].filter((path) => !/(?:source|README)\.md$/.test(path))),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  text: fc.constantFrom(
    '',
    'R8',
    '件',
    '１',
    '- ',
    '\n',
    '\r\n',
    '\r',
    '  ',
    '[再掲](9-9-9.md)',
    '---\n',
    ':',
    '※',
    '（',
    '\t',
    '¥\n',
    '\u200b',
    '\ufeff',
  ),
})

test(
  'the edit page finds what the command finds, and tells the changes that the command tells',
  { timeout: 900_000 },
  () => {
    let broken = 0
    const open = new OpenContent(loaded)
    const before = { ...checkFiles(files), files }
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        for (const [path, text] of texts) open.put(path, text)
        const now = new Map(texts)
        for (const { path, at, length, text } of slips) {
          const before = now.get(path) ?? ''
          const start = Math.floor(at * before.length)
          const after = before.slice(0, start) + text + before.slice(start + length)
          now.set(path, after)
          open.put(path, after)
        }
        const changed = files.map((file) => {
          const text = now.get(file.path)
          return text === undefined || text === texts.get(file.path)
            ? file
            : { path: file.path, bytes: new TextEncoder().encode(text) }
        })
        const { content } = open.read(slips[0]?.path)
        const command = checkFiles(changed)
        expect(content.findings).toEqual(command.findings)
        expect(formatText(open.changes(content))).toBe(formatText(changesOf(before, { ...command, files: changed })))
        if (content.findings.length > before.findings.length) broken++
      }),
      { numRuns: 8 * MORE_RUNS },
    )
    // In `npm run test:release`, more than 100.
    expect(broken).toBeGreaterThanOrEqual(5 * MORE_RUNS)
  },
)

test('the parts hold every file of a built year, byte for byte, and none of a draft', () => {
  for (const { path, bytes } of files) {
    if (path.startsWith('r7/')) expect(texts.get(path), path).toBe(exactText(bytes))
  }
  const none = sourcesOf(files, new Map(), (year) => year !== 'r7')
  expect([...none.parts.values()].flat().filter(({ path }) => path.startsWith('r7/'))).toEqual([])
})
