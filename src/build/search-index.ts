import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import type { Term } from '../report/glossary.ts'
import type { OpenData } from '../publish/open-data.ts'
import { catalogueOf } from '../search/index/catalogue.ts'
import { INDEX_LANGUAGE, SEARCH_FILES } from '../search/index/files.ts'
import { linesOf } from '../search/index/lines.ts'
import type { IndexedInitiative } from '../search/answer/readable-index.ts'
import { characterRecordOf, endsOf, recordOf } from '../search/index/record.ts'
import { wordsOf } from '../search/index/words.ts'
import { mapAtOnce } from './at-once.ts'

/** Indexes the published data of a built site for the search, into `pagefind/` beside it. */
export async function writeSearchIndex(distDir: string): Promise<void> {
  const reports = await readReports(distDir)
  const terms = await readJson<Term[]>(path.join(distDir, 'glossary.json'))
  const version = createHash('sha256')
    .update(JSON.stringify([reports, terms]))
    .digest('hex')
    .slice(0, 10)
  const initiatives: IndexedInitiative[] = reports.flatMap(({ initiatives }) =>
    initiatives.map(({ number, title, url, ...rest }) => {
      const lines = linesOf({ title, ...rest })
      return { version, number, title, url, lines }
    }),
  )
  const records = initiatives.map(({ lines }) => recordOf(lines))
  const characterRecords = initiatives.map(({ lines }) => characterRecordOf(lines))

  const out = (file: string) => path.join(distDir, file)
  await rm(out(SEARCH_FILES.pairs), { recursive: true, force: true })
  await writePagefind(out(SEARCH_FILES.pairs), records)
  await writePagefind(out(SEARCH_FILES.characters), characterRecords)
  await Promise.all(PROGRAM.map((file) => rm(out(SEARCH_FILES.characters + file))))
  await close()
  await mkdir(out(SEARCH_FILES.initiatives))
  await mapAtOnce(initiatives, (initiative, row) =>
    writeJson(out(`${SEARCH_FILES.initiatives}${row}.json`), initiative),
  )
  await writeJson(out(SEARCH_FILES.characterEnds), endsOf(characterRecords))
  await writeJson(out(SEARCH_FILES.catalogue), catalogueOf(reports, records, terms, version))
  await writeJson(out(SEARCH_FILES.words), wordsOf(initiatives.flatMap(({ lines }) => lines.map(({ text }) => text))))
}

/** Reports by year, the newest first: `dist/r7/initiatives.json`, … */
async function readReports(distDir: string): Promise<OpenData[]> {
  const years = readdirSync(distDir)
    .filter((name) => /^r\d+$/.test(name))
    .sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)))
  return Promise.all(years.map((year) => readJson<OpenData>(path.join(distDir, year, 'initiatives.json'))))
}

/**
 * Pagefind cuts an index into chunks of so many positions. Its own 20,000 make a query of the 68 initiatives load all of
 * the index; with 2,000 it loads a third. The setting is Pagefind's own but not promised: without it nothing breaks,
 * a search only weighs more.
 */
const CHUNK_SIZE = '2000'

/** One message to Pagefind's program a record: so many at a time keep it busy. */
const AT_ONCE = 200

/** Pagefind's browser program, which both indexes run on. */
const PROGRAM = ['pagefind.js', 'wasm.unknown.pagefind']

/** What a search loads of all that Pagefind writes; it brings an interface, a worker and fragments that are not used. */
const WANTED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta|index\/.*)$/

async function writePagefind(folder: string, records: readonly { words: string[] }[]): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_SIZE
  const { index, errors } = await createIndex()
  if (!index) throw new Error(errors.join('\n'))
  for (let i = 0; i < records.length; i += AT_ONCE) {
    const added = await Promise.all(
      records
        .slice(i, i + AT_ONCE)
        .map(({ words }, k) =>
          index.addCustomRecord({ url: String(i + k), content: words.join(' '), language: INDEX_LANGUAGE }),
        ),
    )
    const failed = added.flatMap(({ errors }) => errors)
    if (failed.length > 0) throw new Error(failed.join('\n'))
  }
  const { files } = await index.getFiles()
  await index.deleteIndex()
  for (const { path: file, content } of files) {
    if (!WANTED.test(file)) continue
    const target = path.join(folder, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, file.endsWith('.pf_meta') ? repack(content) : content)
  }
}

/** The list of records is mostly hashes, in which there are no repeats to be found: a tenth less when none are sought. */
function repack(gzipped: Uint8Array): Uint8Array {
  return gzipSync(gunzipSync(gzipped), { level: 9, memLevel: 9, strategy: constants.Z_FILTERED })
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value))
}

if (import.meta.main) await writeSearchIndex(process.argv[2] ?? 'dist')
