import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { OpenData } from '../publish/open-data.ts'
import type { EverydayWord } from '../report/everyday-words.ts'
import type { Term } from '../report/glossary.ts'

/** What the thread is given. */
export interface SearchIndexTask {
  folder: string
  reports: readonly OpenData[]
  terms: readonly Term[]
  words: readonly EverydayWord[]
  /** `sameInitiatives` of the reports. */
  same: readonly number[] | null
}

/**
 * `writeSearchIndex` in a thread of its own, beside whatever else this one does. To be awaited from the start, or its
 * failure is nobody's: `await Promise.all([writeSearchIndexBeside(…), build(…)])`.
 */
export async function writeSearchIndexBeside(task: SearchIndexTask): Promise<void> {
  // An error of the thread is thrown here.
  const [code] = (await once(
    new Worker(new URL('./search-index-worker.ts', import.meta.url), { workerData: task }),
    'exit',
  )) as [number]
  if (code !== 0) throw new Error(`the search index ended with ${code}`)
}
