import type { OtherWords } from '../language/other-words.ts'
import type { Respellings } from '../language/respelling.ts'
import type { ReadableIndex } from './readable-index.ts'

/** What the ranked list knows of words. */
export interface Lexicon extends Respellings {
  others: readonly OtherWords[]
}

/** Knows no words at all: an exact answer has what was typed. */
export const NO_WORDS: Lexicon = {
  others: [],
  words: [],
  readings: {},
  isOther: () => true,
  toHiragana: (latin) => latin,
  toRomaji: (kana) => kana,
}

const lexicons = new WeakMap<ReadableIndex, Promise<Lexicon>>()

/** The lexicon of an index, which is loaded once. */
export function lexiconOf(index: ReadableIndex): Promise<Lexicon> {
  const known = lexicons.get(index)
  if (known) return known
  const loaded = loadLexicon(index)
  lexicons.set(index, loaded)
  return loaded
}

async function loadLexicon(index: ReadableIndex): Promise<Lexicon> {
  const [others, words, readings, { toHiragana, toRomaji }] = await Promise.all([
    index.otherWords(),
    index.words(),
    index.readings(),
    import('wanakana'),
  ])
  const typed = new Set(others.flatMap((other) => other.typed))
  return { others, words, readings, isOther: (word) => typed.has(word), toHiragana, toRomaji }
}
