/** Where the files of the search stand, below the site's base. Index and query must agree on every one. */
export const SEARCH_FILES = {
  /** All of them. */
  folder: 'pagefind/',
  /** Pagefind's browser program. */
  program: 'pagefind/pagefind.js',
  /** What Pagefind reads first. */
  entry: 'pagefind/pagefind-entry.json',
  /** Pagefind's WebAssembly. */
  wasm: 'pagefind/wasm.unknown.pagefind',
  catalogue: 'pagefind/catalogue.json',
  /** Words of the reports, for a query that finds nothing. */
  words: 'pagefind/words.json',
  /** Other people's words, for a query that the report does not hold as it is typed. */
  otherWords: 'pagefind/other-words.json',
  /** The reports' words in kanji by their sounds. */
  readings: 'pagefind/readings.json',
  /** What staff wrote of whole reports; there where the catalogue says so. */
  summaries: 'pagefind/summaries.json',
  /** Rows by their characters: `0.json`. */
  characters: 'pagefind/characters/',
  /** The initiatives as the search shows them, in batches: `0.json`. */
  initiatives: 'pagefind/initiatives/',
} as const

/** A language that Pagefind knows no stemmer and no segmenter for, so that it leaves words as they are. */
export const INDEX_LANGUAGE = 'zz'

/** What `catalogue.json` tells of the files beside it. */
export interface IndexFiles {
  /** Changes with every change of what is searched. */
  version: string
  /** How many initiatives each batch holds. */
  batches: number[]
  /** How many files of characters there are. */
  characterFiles: number
  /** Whether there are summaries of whole reports. */
  summaries?: true
}

/** A file of the index with the version that it belongs to. */
export interface Versioned<T> {
  version: string
  value: T
}
