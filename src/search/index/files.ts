/** Where the files of the search stand, below the site's base. Index and query must agree on every one. */
export const SEARCH_FILES = {
  /** Pagefind's index of pairs, with its program. */
  pairs: 'pagefind/',
  /** Pagefind's WebAssembly, which both indexes run on. */
  program: 'pagefind/wasm.unknown.pagefind',
  /** What Pagefind reads first of an index, below its folder. */
  entry: 'pagefind-entry.json',
  /** Pagefind's index of single characters, for queries of one; it runs on the program of the other. */
  characters: 'pagefind/characters/',
  /** The initiatives as the search shows them, by their rows: `0.json`. */
  initiatives: 'pagefind/initiatives/',
  catalogue: 'pagefind/catalogue.json',
  /** Where each row's kinds of lines end in the index of characters. */
  characterEnds: 'pagefind/characters/ends.json',
  /** Words of the reports, for a query that finds nothing. */
  words: 'pagefind/words.json',
} as const

/** A language that Pagefind knows no stemmer and no segmenter for, so that it leaves words as they are. */
export const INDEX_LANGUAGE = 'zz'
