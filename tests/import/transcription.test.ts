import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceFile } from '../../src/text/source-file.ts'
import { contentTranscript, firstDifference, sourceTranscript } from '../../src/import/transcription.ts'
import { correctionsOf, find, textOf, transcriptParts } from '../content.ts'
import { frozenYear } from '../frozen-report.ts'

const files = await frozenYear()
const source = sourceTranscript(textOf(find(files, 'source.md')), correctionsOf(files))
const compare = (edited: SourceFile[]) => firstDifference(source, contentTranscript(transcriptParts(edited)))

/** The same folder with one file's text changed. */
function edit(path: string, change: (text: string) => string): SourceFile[] {
  return files.map((file) =>
    file.path === path ? { path, bytes: new TextEncoder().encode(change(textOf(file))) } : file,
  )
}

test('the frozen report says what the received document says, character by character', () => {
  expect(compare(files)).toBeNull()
})

test('the document has not shrunk: every line that is not a repeated heading is compared', () => {
  expect(source.length).toBeGreaterThan(290)
})

const initiatives = files.filter(({ path }) => path.startsWith('initiatives/')).map(({ path }) => path)

test('one changed character of any initiative is found, in that file', () => {
  for (const path of initiatives) {
    const text = textOf(find(files, path))
    const bodyStart = text.indexOf('\n---\n', 4) + 5
    fc.assert(
      fc.property(
        fc.integer({ min: bodyStart, max: text.length - 1 }),
        fc.constantFrom('鬼', 'Q', '７'),
        (at, other) => {
          // Markdown's own marks are not the document's characters; link targets are the corrections' matter.
          fc.pre(/[\p{L}\p{N}]/u.test(text[at] ?? '') && text[at] !== other && !/\]\([^)]*$/.test(text.slice(0, at)))
          const found = compare(edit(path, (whole) => whole.slice(0, at) + other + whole.slice(at + 1)))
          expect(found?.content?.file).toBe(path)
          expect(found?.content?.line).toBe(text.slice(0, at).split('\n').length)
        },
      ),
      { numRuns: 8, seed: 7 },
    )
  }
})

test.each([
  ['a changed title', 'initiatives/2-1-3-1.md', 'title: 電子契約の促進', 'title: 電子契約の推進'],
  ['a dropped space that no rule covers', 'initiatives/4-1-1-1.md', '研修 等', '研修等'],
  ['a repaired bracket', 'initiatives/5-2-2-1.md', 'メンテナンス港）', 'メンテナンス港'],
  ['a changed heading', 'outline.yml', '職員力の向上', '職員の向上'],
  ['a changed month', 'report.md', '2026-02', '2026-03'],
  ['a changed word of the introduction', 'report.md', '毎年度', '毎年'],
])('%s is found', (_, path, from, to) => {
  expect(textOf(find(files, path))).toContain(from)
  expect(compare(edit(path, (text) => text.replace(from, to)))?.content?.file).toBe(path)
})

test('a dropped line is found, by the document’s own line', () => {
  const edited = edit('initiatives/2-1-3-1.md', (text) => text.replace('\n  (R5:127件→R6:336件→R7:523件)', ''))
  expect(compare(edited)?.source).toMatchObject({ file: 'source.md', line: 179 })
})

test('a lost initiative is found', () => {
  expect(compare(files.filter(({ path }) => path !== 'initiatives/2-3-2.md'))).not.toBeNull()
})

test('two initiatives in each other’s place are found', () => {
  const swap = (text: string) => text.replace('number: 2-3-1', 'number: 2-3-9')
  expect(compare(edit('initiatives/2-3-1.md', swap))).not.toBeNull()
})
