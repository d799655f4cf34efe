/** The thread of `writeSearchIndexBeside`. */
import { workerData } from 'node:worker_threads'
import { type SearchIndexTask } from './search-index-beside.ts'
import { writeSearchIndex } from './search-index.ts'

const { folder, reports, terms, words, same } = workerData as SearchIndexTask
await writeSearchIndex(folder, reports, terms, words, same)
