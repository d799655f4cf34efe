import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFiles } from '../../src/build/content.ts'
import { readFiles } from '../../src/build/folder.ts'
import { OpenContent } from '../../src/edit/open-content.ts'
import { sourcesOf } from '../../src/edit/sources.ts'
import { FROZEN_CONTENT } from '../frozen-report.ts'
import { MORE_RUNS } from '../runs.ts'

const files = await readFiles(FROZEN_CONTENT)
const sources = sourcesOf(files)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** What officers do to a text: a part goes, comes twice, or gives way to something. */
const slip = fc.record({
  path: fc.constantFrom(...sources.files.map(([path]) => path).filter((path) => !path.endsWith('source.md'))),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  text: fc.constantFrom(
    '',
    'R8',
    '件',
    '１',
    '- ',
    '\n',
    '  ',
    '[再掲](9-9-9.md)',
    '---\n',
    ':',
    '※',
    '（',
    '\t',
    '\u200b',
  ),
})

test('the edit page finds what the command finds, after any number of edits', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
      const open = new OpenContent(sources.files)
      const now = new Map(sources.files)
      for (const { path, at, length, text } of slips) {
        const before = now.get(path) ?? ''
        const start = Math.floor(at * before.length)
        const after = before.slice(0, start) + text + before.slice(start + length)
        now.set(path, after)
        open.set(path, after)
        open.read(path)
      }
      const changed = files.map((file) => {
        const text = now.get(file.path)
        return text === undefined || text === decode(file.bytes)
          ? file
          : { path: file.path, bytes: new TextEncoder().encode(text) }
      })
      expect(open.read('').content.findings).toEqual(checkFiles(changed).findings)
    }),
    { numRuns: 15 * MORE_RUNS },
  )
})
