import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { OpenData } from '../publish/open-data.ts'
import type { EverydayWord } from '../report/everyday-words.ts'
import type { Term } from '../report/glossary.ts'
import type { IndexedInitiative } from '../search/answer/readable-index.ts'
import { batchOrder, inBatches } from '../search/index/batches.ts'
import { type Catalogue, catalogueOf } from '../search/index/catalogue.ts'
import { characterRowsOf, partCharacters } from '../search/index/characters.ts'
import { type IndexFiles, SEARCH_FILES } from '../search/index/files.ts'
import { linesOf, plainLinesOf } from '../search/index/lines.ts'
import { readingsOf } from '../search/index/readings.ts'
import { type IndexRecord, recordOf } from '../search/index/record.ts'
import { packOtherWords } from '../search/language/other-words.ts'
import { otherWordsOf } from '../search/index/synonyms.ts'
import { wordsOf } from '../search/index/words.ts'
import { parseFiscalYear } from '../text/era.ts'
import { compareNaturally } from '../text/order.ts'
import { openPagefind } from './pagefind.ts'
import { openReader } from './readings.ts'
import { readSynonyms } from './synonyms.ts'

/** Writes the index of published reports into a folder of its own; what stood there before is gone. */
export async function writeSearchIndex(
  folder: string,
  reports: readonly OpenData[],
  terms: readonly Term[],
  words: readonly EverydayWord[] = [],
): Promise<void> {
  const newestFirst = reports.toSorted((a, b) => compareNaturally(b.report.id, a.report.id))
  const initiatives: IndexedInitiative[] = newestFirst.flatMap(({ initiatives }) =>
    initiatives.map((initiative) => {
      const { number, title, url } = initiative
      return { number, title, url, lines: [...linesOf(initiative), ...plainLinesOf(initiative)] }
    }),
  )
  const reportYears = newestFirst.flatMap(({ report, initiatives }) =>
    initiatives.map(() => parseFiscalYear(report.year) ?? 0),
  )
  await rm(folder, { recursive: true, force: true })
  const pagefind = await openPagefind()
  const records: Omit<IndexRecord, 'words'>[] = []
  for (const [row, { lines }] of initiatives.entries()) {
    const { words, ...record } = recordOf(lines, reportYears[row] ?? 0)
    records.push(record)
    pagefind.add(words)
    // Then what was added goes out, and Pagefind reads it on another core while the next ones are made.
    if (row % 200 === 0) await setImmediate()
  }
  await Promise.all([
    pagefind.write(folder),
    setImmediate().then(() => writeFilesBeside(folder, newestFirst, terms, words, initiatives, records)),
  ])
}

/** Writes what stands beside Pagefind's own index. */
async function writeFilesBeside(
  folder: string,
  reports: readonly OpenData[],
  terms: readonly Term[],
  everyday: readonly EverydayWord[],
  initiatives: readonly IndexedInitiative[],
  records: readonly Omit<IndexRecord, 'words'>[],
): Promise<void> {
  const order = batchOrder(initiatives.map(({ number }) => number))
  const batches = inBatches(order.flatMap((row) => initiatives[row] ?? []))
  const characters = partCharacters(characterRowsOf(records))
  const catalogue: Catalogue & IndexFiles = {
    batches: batches.map(({ length }) => length),
    characterFiles: characters.length,
    ...catalogueOf(reports, records, terms),
  }
  const texts = initiatives.flatMap(({ lines }) => lines.map(({ text }) => text))
  const headings = catalogue.outlines.flatMap((outline) => Object.values(outline))
  const otherWords = otherWordsOf(catalogue.words, everyday, await readSynonyms(), [...texts, ...headings])
  for (const [i, batch] of batches.entries()) await writeJson(folder, `${SEARCH_FILES.initiatives}${i}.json`, batch)
  for (const [i, rows] of characters.entries()) await writeJson(folder, `${SEARCH_FILES.characters}${i}.json`, rows)
  const words = wordsOf([...texts, ...headings])
  // Other people's words have readings too: ゆきかき.
  const typed = wordsOf([...terms.flatMap(({ spellings }) => spellings), ...everyday.flatMap(({ typed }) => typed)])
  await writeJson(folder, SEARCH_FILES.words, words)
  await writeJson(folder, SEARCH_FILES.readings, readingsOf([...words, ...typed], openReader()))
  await writeJson(folder, SEARCH_FILES.otherWords, packOtherWords(otherWords))
  await writeJson(folder, SEARCH_FILES.catalogue, catalogue)
}

async function writeJson(folder: string, file: string, value: unknown): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await writeFile(path.join(folder, file), JSON.stringify(value))
}
