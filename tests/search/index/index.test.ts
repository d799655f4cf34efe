import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { writeSearchIndexBeside } from '../../../src/build/search-index-beside.ts'
import { writeSearchIndex } from '../../../src/build/search-index.ts'
import type { OpenData } from '../../../src/publish/open-data.ts'
import { linesOf } from '../../../src/search/index/lines.ts'
import { IndexUnreachable, type ReadableIndex } from '../../../src/search/answer/readable-index.ts'
import { openIndex } from '../../../src/search/page/pagefind-index.ts'
import { search } from '../../../src/search/answer/search.ts'
import { normalise } from '../../../src/search/language/forms.ts'
import { readReport } from '../content.ts'
import { MORE_RUNS } from '../../runs.ts'
import { scanner } from '../scan.ts'
import { scanIndex } from '../scan-index.ts'
import { serve } from '../../../src/build/serve.ts'

// Thousands of questions, and Pagefind's program, take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'search-'))
const plainFetch = globalThis.fetch
let report: OpenData
let scan: ReturnType<typeof scanner>
let site: Awaited<ReturnType<typeof serve>>
let requests = 0
let index: ReadableIndex
let refused: RegExp | null = null

beforeAll(async () => {
  report = await readReport()
  scan = scanner(report)
  await writeSearchIndex(folder, [report], [])
  site = await serve(folder)
  globalThis.fetch = countingFetch
  index = await open()
})

afterAll(async () => {
  globalThis.fetch = plainFetch
  await site.close()
  rmSync(folder, { recursive: true })
})

/** A network on which the files that match `refused` are missing. */
const countingFetch: typeof fetch = async (request, options) => {
  requests++
  if (refused?.test(request instanceof Request ? request.url : String(request)))
    return new Response(null, { status: 404 })
  return plainFetch(request, options)
}

/** Node imports no modules over HTTP; the program is the same file. */
const open = () => openIndex(`${site.origin}/`, () => import(path.join(folder, 'pagefind.js')))

const exact = async (query: string, asked: ReadableIndex = index) => {
  const { found } = await search(query, asked)
  return found.filter(({ match }) => match === 'exact').map(({ row }) => asked.catalogue.number[row] ?? '')
}

const lines = () => report.initiatives.flatMap(linesOf).map(({ text }) => text)

describe('the index answers as a plain scan does', { timeout: 120_000 * MORE_RUNS }, () => {
  test('for random parts of lines, cut anywhere', async () => {
    const part = fc
      .tuple(fc.constantFrom(...lines()), fc.nat(), fc.integer({ min: 1, max: 12 }))
      .map(([line, start, length]) => {
        const characters = [...line]
        return characters.slice(start % characters.length, (start % characters.length) + length).join('')
      })
      // Spaces would make several terms of it.
      .filter((query) => query !== '' && !/\s/.test(query))
    await fc.assert(
      fc.asyncProperty(part, async (query) => {
        expect((await exact(query)).sort()).toEqual(scan(query).sort())
      }),
      { numRuns: 1000 * MORE_RUNS, seed: 7 },
    )
  })

  test('for every character of the report', async () => {
    for (const character of new Set(lines().join(''))) {
      if (normalise(character).length > 0)
        expect([character, (await exact(character)).sort()]).toEqual([character, scan(character).sort()])
    }
  })

  test('for queries made of anything', async () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'電子契約取組デジタルｶﾞR7.4～、（()」・ー-,8371が'), maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const terms = text
          .toWellFormed()
          .split(/\s+/u)
          .filter((term) => normalise(term).length > 0)
        const expected =
          terms.length === 0 ? [] : terms.map(scan).reduce((a, b) => a.filter((number) => b.includes(number)))
        expect((await exact(text)).sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 * MORE_RUNS, seed: 7 },
    )
  })

  test('in every list and in the same order', async () => {
    const scanned = scanIndex([report])
    for (const query of [
      '取組',
      '取り組み',
      'デジタル',
      'R8',
      '令和8年度',
      '電子 契約',
      '見直し',
      '2-1',
      '連携',
      'の',
      '市町村DX',
    ]) {
      expect([query, await search(query, index)]).toEqual([query, await search(query, scanned)])
    }
  })
})

test('the parts of a query are all found, together before apart', async () => {
  const together = await exact('研修 DX')
  expect(together.sort()).toEqual(
    scan('研修')
      .filter((number) => scan('DX').includes(number))
      .sort(),
  )
  expect((await exact('DX　研修'))[0]).toBe('3-2-2-2')
})

test('a query longer than any line finds nothing and asks for nothing', async () => {
  const before = requests
  expect(await exact('県'.repeat(10_000))).toEqual([])
  expect(requests).toBe(before)
})

describe('where a file of the index is missing there is an error, never half an answer', () => {
  test.each([
    [/catalogue/, '電子契約'],
    [/pf_meta/, '電子契約'],
    [/pf_index/, '電子契約'],
    [/characters/, '電'],
  ])('%s', async (pattern, query) => {
    refused = pattern
    globalThis.fetch = countingFetch
    try {
      await expect(open().then((opened) => search(query, opened))).rejects.toThrow(IndexUnreachable)
    } finally {
      refused = null
    }
    expect(await exact('電子契約', await open())).toEqual(['2-1-3-1'])
  })
})

test('every initiative is read as it is published, each file once', async () => {
  globalThis.fetch = countingFetch
  const opened = await open()
  const before = requests
  const read = await Promise.all(report.initiatives.map((_, row) => opened.read(row)))
  expect(read.map(({ number, lines }) => ({ number, lines }))).toEqual(
    report.initiatives.map((initiative) => ({ number: initiative.number, lines: linesOf(initiative) })),
  )
  expect(requests - before).toBe(readdirSync(path.join(folder, 'initiatives')).length)
  expect(requests - before).toBeLessThan(8)
})

test('the same reports give the same files, also from a thread of its own', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'search-'))
  try {
    await writeSearchIndexBeside({ folder: other, reports: [report], terms: [], words: [] })
    const filesOf = (root: string) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
        .sort()
    expect(filesOf(other)).toEqual(filesOf(folder))
    for (const file of filesOf(other)) {
      expect([file, readFileSync(path.join(other, file)).equals(readFileSync(path.join(folder, file)))]).toEqual([
        file,
        true,
      ])
    }
    writeFileSync(path.join(other, 'file'), '')
    const task = { folder: path.join(other, 'file/index'), reports: [report], terms: [], words: [] }
    await expect(writeSearchIndexBeside(task)).rejects.toThrow(/ENOTDIR/)
  } finally {
    rmSync(other, { recursive: true })
  }
})
