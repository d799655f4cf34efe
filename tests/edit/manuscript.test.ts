import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyLine, readManuscript, withBody, withField } from '../../src/edit/manuscript.ts'
import { isContentPath } from '../../src/revise/content-path.ts'
import { splitFrontMatter } from '../../src/text/front-matter.ts'
import { carryEdit, editable } from '../../src/text/line-ends.ts'
import { type YamlWay } from '../../src/text/yaml-patch.ts'
import { readYaml } from '../../src/text/yaml.ts'
import { frozenContent } from '../frozen-report.ts'
import { MORE_RUNS } from '../runs.ts'

const PATH = 'r7/initiatives/1-1-1.md'
const TEXT = '---\nnumber: 1-1-1 # 番号\ntitle: 題\n---\n\n- 実績（R7：1件）\n'

describe('one file', () => {
  test('its parts', () => {
    expect(readManuscript(PATH, TEXT)).toEqual({
      data: { number: '1-1-1', title: '題' },
      body: '\n- 実績（R7：1件）\n',
    })
    expect(bodyLine(TEXT)).toBe(5)
    expect(readManuscript('r7/errata.yml', '- a: 1\n')).toEqual({ data: [{ a: 1 }], body: null })
  })

  test('a field, the body', () => {
    expect(withField(PATH, TEXT, ['title'], '新しい題')).toBe(TEXT.replace('題', '新しい題'))
    expect(withField('glossary.yml', 'terms:\n  - term: a\n', ['terms', 0, 'term'], 'b')).toBe('terms:\n  - term: b\n')
    expect(withBody(PATH, TEXT, '\n- 別\n')).toBe(TEXT.replace('実績（R7：1件）', '別'))
  })

  test.each(['- 実績\n', '---\nnumber: [\n---\n', '---\nnumber: 1-1-1\n'])('%j has no fields', (text) => {
    expect(readManuscript(PATH, text)).toBe(null)
    expect(withField(PATH, text, ['title'], '題')).toBe(null)
  })
})

const files = (await frozenContent())
  .filter(({ path }) => isContentPath(path))
  .map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }))

/** Ways to every scalar of a value. */
function waysIn(value: unknown, way: YamlWay = []): YamlWay[] {
  if (typeof value !== 'object' || value === null) return [way]
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, isList ? Number(key) : key]))
}

/** What stands from the value at a way up to the next key or item, as offsets in a file's text. */
function roomOf(path: string, text: string, way: YamlWay): { start: number; end: number } {
  const parts = splitFrontMatter(text)
  const { yaml, at } =
    typeof parts === 'string' || !path.endsWith('.md')
      ? { yaml: text, at: 0 }
      : { yaml: parts.yaml, at: text.indexOf('\n') + 1 }
  const read = readYaml(yaml)
  if ('reason' in read) throw new Error(read.reason)
  const start = read.valueAt.get(way.join('.')) ?? 0
  const ends = [...read.keyAt.values()].filter((offset) => offset > start)
  return { start: at + start - 1, end: at + Math.min(yaml.length, ...ends) }
}

const LINE_ENDS = ['\n', '\r\n', '\r'] as const
let edits = 0

test.each(files)('an edit of $path touches no other byte', ({ path, text }) => {
  const ways = waysIn(readManuscript(path, text)?.data)
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('R8', '題: #1', "'", '"', '- a', '2026', '①'))
  const edit = fc.record({
    place: fc.oneof(fc.constantFrom(...ways), fc.constant(null)),
    value,
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  const shape = fc.record({ lineEnd: fc.constantFrom(...LINE_ENDS), mark: fc.constantFrom('', '\ufeff') })
  fc.assert(
    fc.property(edit, shape, ({ place, value, at }, { lineEnd, mark }) => {
      const site = mark + text.replaceAll('\n', lineEnd)
      const shown = editable(site)
      expect(shown).toBe(text)
      const body = readManuscript(path, shown)?.body ?? null
      const cut = Math.floor(at * (body?.length ?? 0))
      const bodyStart = text.length - (body?.length ?? 0) + cut
      const room = place ? roomOf(path, text, place) : { start: bodyStart, end: bodyStart }
      const typed = value.replaceAll(/\r\n?/g, '\n')
      const edited = place
        ? withField(path, shown, place, typed)
        : body === null
          ? null
          : withBody(path, shown, body.slice(0, cut) + typed + body.slice(cut))
      // A value that YAML can't hold at that place is not written.
      if (edited === null) return
      edits++
      const after = carryEdit(site, edited)
      expect(editable(after)).toBe(edited)
      const [head, tail] = [mark + text.slice(0, room.start), text.slice(room.end)]
      expect(after.startsWith(head.replaceAll('\n', lineEnd))).toBe(true)
      expect(after.endsWith(tail.replaceAll('\n', lineEnd))).toBe(true)
    }),
    { numRuns: 4 * MORE_RUNS },
  )
})

test('hundreds of edits were made, in every file', () => {
  expect(files.length).toBeGreaterThan(70)
  expect(edits).toBeGreaterThan(3 * files.length * MORE_RUNS)
})
