import { normalise } from '../language/forms.ts'
import { contentOf } from '../language/content.ts'
import { type OtherWords, unpackOtherWords } from '../language/other-words.ts'
import type { Respellings } from '../language/respelling.ts'
import type { ReadableIndex } from './readable-index.ts'

/** What the ranked list knows of words. */
export interface Lexicon {
  others: readonly OtherWords[]
  /** `null` where the query is read as it stands. */
  respellings: Respellings | null
}

export async function loadOtherWords(index: ReadableIndex): Promise<OtherWords[]> {
  return unpackOtherWords(await index.otherWords())
}

/** What a query may be read as: only what it takes is loaded, readings for kana and Latin letters. */
export async function loadRespellings(
  query: string,
  index: ReadableIndex,
  others: readonly OtherWords[],
): Promise<Respellings> {
  const scripts = new Set(contentOf(normalise(query)[0] ?? '').map(({ script }) => script))
  const isRead = scripts.has('hiragana') || scripts.has('latin')
  const isHeard = scripts.has('katakana') || scripts.has('latin')
  const [words, readings, { toHiragana, toRomaji }] = await Promise.all([
    index.words(),
    isRead ? index.readings() : {},
    isHeard ? import('../language/letters.ts') : { toHiragana: same, toRomaji: same },
  ])
  const typed = new Set(others.flatMap((other) => other.typed))
  return { words, readings, isOther: (word) => typed.has(word), toHiragana, toRomaji }
}

const same = (text: string) => text
