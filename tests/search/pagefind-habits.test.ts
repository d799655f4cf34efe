import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { setChunkSize } from '../../src/build/pagefind-chunk-size.ts'
import { repackMetadata } from '../../src/build/pagefind-metadata.ts'
import { openPagefind } from '../../src/build/pagefind.ts'
import { serve } from '../../src/build/serve.ts'
import { INDEX_LANGUAGE } from '../../src/search/index/files.ts'
import type { Pagefind } from '../../src/search/page/pagefind-index.ts'
import { recordIds } from '../../src/search/page/record-ids.ts'

/**
 * What Pagefind does and does not promise, and the search rests on. Where one of these tests fails after an update, the
 * file that it names has to be mended, or is no longer needed.
 */

// Each starts Pagefind's program, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const RECORDS = 300
const contentOf = (row: number) =>
  `all row${row} ${Array.from({ length: 40 }, (_, i) => `w${(row * 7 + i) % 997}`).join(' ')}`

const folder = mkdtempSync(path.join(tmpdir(), 'pagefind-'))
const { fetch: plainFetch, setTimeout: plainTimeout } = globalThis
const { Segmenter } = Intl
let site: Awaited<ReturnType<typeof serve>>
let program: Pagefind

beforeAll(async () => {
  const pagefind = await openPagefind()
  for (let row = 0; row < RECORDS; row++) pagefind.add(contentOf(row).split(' '))
  await pagefind.write(folder)
  site = await serve(folder)
  program = (await import(path.join(folder, 'pagefind.js'))) as Pagefind
})

afterEach(() => {
  Object.assign(globalThis, { fetch: plainFetch, setTimeout: plainTimeout })
  Object.assign(Intl, { Segmenter })
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** Asks Pagefind's program, as it comes. */
async function ask(phrase: string): Promise<unknown[]> {
  const instance = program.createInstance({ basePath: `${site.origin}/`, noWorker: true })
  await instance.filters()
  return (await instance.search(`"${phrase}"`)).results
}

/** What Pagefind writes for the records, cut as `setChunkSize` was told last. */
async function makeFiles(): Promise<{ path: string; content: Uint8Array }[]> {
  const { index } = await createIndex()
  for (let row = 0; row < RECORDS; row++) {
    await index?.addCustomRecord({ url: String(row), content: contentOf(row), language: INDEX_LANGUAGE })
  }
  const files = (await index?.getFiles())?.files ?? []
  await close()
  return files
}

test('guarded-fetch.ts: it takes the global fetch, and goes on without a chunk that it cannot get', async () => {
  expect(await ask('row7')).toHaveLength(1)
  globalThis.fetch = async (request, options) =>
    /pf_index/.test(request instanceof Request ? request.url : String(request))
      ? new Response(null, { status: 404 })
      : plainFetch(request, options)
  expect(await ask('row7')).toEqual([])
})

test('without-segmenter.ts: it makes a segmenter for each query, and does without where there is none', async () => {
  let made = 0
  const Counted = class extends Segmenter {
    constructor(...options: ConstructorParameters<typeof Segmenter>) {
      super(...options)
      made++
    }
  }
  Object.assign(Intl, { Segmenter: Counted })
  expect(await ask('row7')).toHaveLength(1)
  expect(made).toBeGreaterThan(0)
  Reflect.deleteProperty(Intl, 'Segmenter')
  expect(await ask('row7')).toHaveLength(1)
})

test('impatient-timer.ts: it looks by the clock whether its program is there', async () => {
  const waits: number[] = []
  Object.assign(globalThis, {
    setTimeout: (task: () => void, ms = 0) => {
      waits.push(ms)
      return plainTimeout(task, ms)
    },
  })
  await ask('row7')
  expect(waits.filter((ms) => ms >= 50)).not.toEqual([])
})

test('record-ids.ts: its metadata names the records in their order, and its fragments by the same ids', async () => {
  const files = await makeFiles()
  const unpack = (form: RegExp) => gunzipSync(files.find(({ path }) => form.test(path))?.content ?? Uint8Array.of())
  const ids = recordIds(unpack(/\.pf_meta$/)).slice(0, RECORDS)
  const urls = ids.map((id) => {
    const fragment = unpack(new RegExp(`${id}\\.pf_fragment$`)).toString()
    return (JSON.parse(fragment.slice(fragment.indexOf('{'))) as { url: string }).url
  })
  expect(urls).toEqual(Array.from({ length: RECORDS }, (_, row) => String(row)))
})

test('pagefind-chunk-size.ts: it cuts its index as it is told', async () => {
  const chunks = async (size: number) => {
    setChunkSize(size)
    return (await makeFiles()).filter(({ path }) => path.startsWith('index/')).length
  }
  expect(await chunks(2000)).toBeGreaterThan(2 * (await chunks(20_000)))
})

test('pagefind-metadata.ts: its metadata can be packed smaller', async () => {
  const metadata = (await makeFiles()).find(({ path }) => path.endsWith('.pf_meta'))?.content ?? Uint8Array.of()
  const packed = repackMetadata(metadata)
  expect(gunzipSync(packed)).toEqual(gunzipSync(metadata))
  expect(packed.length / metadata.length).toBeLessThan(0.97)
})
