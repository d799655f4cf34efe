import { indexOfWord } from '../../report/terms.ts'

/** What people type, and the words of the report that mean it. */
export interface OtherWords {
  /** Normal forms, as they may be typed. */
  typed: string[]
  /** As the report writes them. */
  written: string[]
}

/** Another word at one place of a text. */
export interface Replaced {
  start: number
  end: number
  written: string[]
}

/** Where other people's words stand in a text in normal form, the longest first: `'雪かきの支援'` → 雪かき, for 除雪. */
export function findOtherWords(text: string, all: readonly OtherWords[]): Replaced[] {
  const found: Replaced[] = []
  for (const { typed, written } of all) {
    for (const word of typed) {
      const start = indexOfWord(text, word)
      if (start < 0 || isChance(text, word, start)) continue
      found.push({ start, end: start + word.length, written: written.filter((other) => other !== word) })
    }
  }
  return found
    .filter(({ written }) => written.length > 0)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
}

/** One kanji, or kana among other kana, stand in other words by chance. */
function isChance(text: string, word: string, start: number): boolean {
  if (word.length === text.length) return false
  const kana = /^[ぁ-ん]+$/
  if (word.length < 2) return true
  return kana.test(word) && (word.length < 3 || kana.test(text.charAt(start - 1)))
}
