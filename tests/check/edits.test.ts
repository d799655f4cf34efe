import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { frozenContent } from '../frozen-report.ts'
import { checkContent } from './check-content.ts'
import { compareFindings } from '../../src/text/finding.ts'
import { readText } from '../../src/text/source-file.ts'
import { MORE_RUNS } from '../runs.ts'
import { baseFiles } from './fixtures.ts'

vi.setConfig({ testTimeout: 60_000 * MORE_RUNS })

const base = baseFiles()
const content = await frozenContent()
const encode = (text: string) => new TextEncoder().encode(text)

/** Marks on which the rules and their parsers turn. */
const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...'-:#[]()（）「」{}"\'|>&*!%@`\\~※<\t\0\r\n',
    '---\n',
    '[^1]',
    '[^※]: ',
    '](1-1-1-1.md#r1)',
    '<b>',
    'R6：41人',
    '\n\n',
    '    ',
  ),
)

type Edit = (text: string) => string

const edit: fc.Arbitrary<Edit> = fc
  .tuple(fc.constantFrom('insert', 'delete', 'replace', 'double line', 'drop line'), fc.nat(), fc.nat(30), piece)
  .map(([kind, at, length, text]) => (before: string) => {
    const start = at % (before.length + 1)
    if (kind === 'insert') return before.slice(0, start) + text + before.slice(start)
    if (kind === 'delete') return before.slice(0, start) + before.slice(start + length)
    if (kind === 'replace') return before.slice(0, start) + text + before.slice(start + text.length)
    const lines = before.split('\n')
    const line = at % lines.length
    lines.splice(line, 1, ...(kind === 'drop line' ? [] : [lines[line] ?? '', lines[line] ?? '']))
    return lines.join('\n')
  })

const isOrdered = (findings: ReturnType<typeof checkContent>) =>
  findings.every((finding, i) => i === 0 || compareFindings(findings[i - 1] ?? finding, finding) <= 0)

const places = (findings: ReturnType<typeof checkContent>) =>
  findings.flatMap(({ line, column, related }) => [line, column, related?.line ?? 1, related?.column ?? 1])

test('random edits of valid files never crash the check, and every finding has a place', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(edit, { minLength: 1, maxLength: 5 }), (which, edits) => {
      const files = base.map((file, i) => {
        if (i !== which % base.length) return file
        return { path: file.path, bytes: encode(edits.reduce((text, change) => change(text), readText(file).text)) }
      })
      const findings = checkContent(files)
      expect(isOrdered(findings)).toBe(true)
      expect(places(findings).every((value) => Number.isInteger(value) && value >= 1)).toBe(true)
    }),
    { numRuns: 150 * MORE_RUNS },
  )
})

test('random bytes in a whole report never crash the check', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 40 }), (which, at, bytes) => {
      const files = content.map((file, i) => {
        if (i !== which % content.length) return file
        const start = at % (file.bytes.length + 1)
        return {
          path: file.path,
          bytes: Buffer.concat([file.bytes.subarray(0, start), bytes, file.bytes.subarray(start + 3)]),
        }
      })
      expect(isOrdered(checkContent(files))).toBe(true)
    }),
    { numRuns: 20 * MORE_RUNS },
  )
})

test('files of any name and any bytes never crash the check', () => {
  const name = fc.constantFrom(
    'r7/outline.yml',
    'r7/report.md',
    'r7/corrections.yml',
    'r7/initiatives/1-1-1-1.md',
    'r7/initiatives/x',
    'R7/report.md',
    '1-1-1-1.md',
    'glossary.yml',
  )
  const bytes = fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(encode), fc.json().map(encode))
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ path: name, bytes }), { selector: ({ path }) => path }), (files) => {
      checkContent(files)
    }),
    { numRuns: 150 * MORE_RUNS },
  )
})

const hasError = (files: typeof base) => checkContent(files).some(({ severity }) => severity === 'error')

const numberLike = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('-')),
  fc.string({ unit: fc.constantFrom(...'0123456789-１－.x '), minLength: 1, maxLength: 9 }),
)

const initiatives = base.filter(({ path }) => path.includes('/initiatives/'))

test('a file name with any other number never passes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...initiatives), numberLike, (file, number) => {
      const path = `r7/initiatives/${number}.md`
      fc.pre(path !== file.path)
      const others = base.filter((other) => other !== file && other.path !== path)
      expect(hasError([...others, { path, bytes: file.bytes }])).toBe(true)
    }),
    { numRuns: 120 * MORE_RUNS },
  )
})

test('front matter with any other number never passes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...initiatives), numberLike, (file, number) => {
      const text = readText(file).text
      const own = /^number: (.*)$/m.exec(text)?.[1]
      fc.pre(number.trim() !== own)
      const bytes = encode(text.replace(/^number: .*$/m, `number: ${number}`))
      expect(hasError(base.map((other) => (other === file ? { path: file.path, bytes } : other)))).toBe(true)
    }),
    { numRuns: 120 * MORE_RUNS },
  )
})

test('an outline with any other number never passes', () => {
  const outline = base.find(({ path }) => path === 'r7/outline.yml')
  const text = outline ? readText(outline).text : ''
  const numbers = Array.from(text.matchAll(/number: (.*)/g), ({ index, 0: line }) => ({ index, line }))
  expect(numbers).toHaveLength(9)
  fc.assert(
    fc.property(fc.constantFrom(...numbers), numberLike, ({ index, line }, number) => {
      fc.pre(number.trim() !== line.slice('number: '.length).replaceAll("'", ''))
      const bytes = encode(`${text.slice(0, index)}number: ${number}${text.slice(index + line.length)}`)
      expect(hasError(base.map((other) => (other === outline ? { path: other.path, bytes } : other)))).toBe(true)
    }),
    { numRuns: 120 * MORE_RUNS },
  )
})
