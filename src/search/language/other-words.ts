import { indexOfWord } from '../../report/terms.ts'

/** What people type, and the words of the report that mean it. */
export interface OtherWords {
  /** Normal forms, as they may be typed. */
  typed: string[]
  /** As the report writes them. */
  written: string[]
}

/**
 * Other words as one text for the wire, a group a line: `雪かき|雪掻き=除雪`. What is typed as it is written leads nowhere, and
 * is left out. Neither mark stands in a word.
 */
export function packOtherWords(all: readonly OtherWords[]): string {
  return all
    .map(({ typed, written }) => ({
      typed: typed.filter((word) => !written.includes(word) || written.length > 1),
      written,
    }))
    .filter(({ typed }) => typed.length > 0)
    .map(({ typed, written }) => [typed, written].map((words) => words.join('|').replace(/[=\n]/g, '')).join('='))
    .join('\n')
}

/** The reverse of `packOtherWords`. */
export function unpackOtherWords(packed: string): OtherWords[] {
  return packed.split('\n').map((line) => {
    const [typed = [], written = []] = line.split('=').map((words) => words.split('|'))
    return { typed, written }
  })
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

/** One kanji, two inside a compound, or kana among other kana, stand in other words by chance: 料金 in 水道料金. */
function isChance(text: string, word: string, start: number): boolean {
  if (word.length === text.length) return false
  if (word.length < 2) return true
  const end = start + word.length
  const goesOn = (script: RegExp) => script.test(text.charAt(start - 1)) || script.test(text.charAt(end))
  if (KANA.test(word)) return word.length < 3 || KANA.test(text.charAt(start - 1))
  return word.length === 2 && HAN.test(word) && goesOn(HAN)
}

const KANA = /^[ぁ-ん]+$/
const HAN = /^[\p{Script=Han}々]+$/u
