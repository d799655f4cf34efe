/**
 * Where the indexes stand, below the site's base: each in a folder that is named for its version. What stands in one never
 * changes, so no answer can come from two, and browsers may keep its files for good.
 */
export const INDEX_FOLDER = 'pagefind'

/** The files of an index, in its folder. Index and query must agree on every one. */
export const SEARCH_FILES = {
  /** Pagefind's browser program. */
  program: 'pagefind.js',
  /** What Pagefind reads first. */
  entry: 'pagefind-entry.json',
  /** Pagefind's WebAssembly. */
  wasm: 'wasm.unknown.pagefind',
  catalogue: 'catalogue.json',
  /** Words of the reports, for a query that finds nothing. */
  words: 'words.json',
  /** Other people's words, for a query that the report does not hold as it is typed. */
  otherWords: 'other-words.json',
  /** The reports' words in kanji by their sounds. */
  readings: 'readings.json',
  /** Rows by their characters: `0.json`. */
  characters: 'characters/',
  /** The initiatives as the search shows them, in batches: `0.json`. */
  initiatives: 'initiatives/',
} as const

/** A language that Pagefind knows no stemmer and no segmenter for, so that it leaves words as they are. */
export const INDEX_LANGUAGE = 'zz'

/** What `catalogue.json` tells of the files beside it. */
export interface IndexFiles {
  /** How many initiatives each batch holds. */
  batches: number[]
  /** How many files of characters there are. */
  characterFiles: number
}
