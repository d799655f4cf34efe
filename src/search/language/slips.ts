import { distance } from 'fastest-levenshtein'

/**
 * The word, or part of a compound, that a mistyped one means: one edit away, or two where it is long. `null` where none
 * is near, or it is too short to tell.
 */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const script = SCRIPTS.find((each) => each.test(typed))
  // Of three kanji one other makes another word: 少子化 is not 電子化.
  if (!script || typed.length < SHORTEST) return null
  const most = typed.length >= LONG && script !== HAN ? 2 : 1
  let best: { word: string; edits: number } | null = null
  for (const word of words) {
    if (!script.test(word)) continue
    for (const part of partsOf(word, typed.length, script === HAN)) {
      const edits = editsBetween(typed, part)
      if (edits <= most && edits < (best?.edits ?? Infinity)) best = { word: part, edits }
    }
  }
  return best?.word ?? null
}

const SHORTEST = 4
const LONG = 7
const HAN = /^[\p{Script=Han}々]+$/u
const SCRIPTS = [HAN, /^[ァ-ヺー]+$/, /^[a-z]+$/]

/** A compound of kanji in its parts about as long as what was typed; any other word whole. */
function partsOf(word: string, length: number, isCompound: boolean): string[] {
  if (!isCompound) return Math.abs(word.length - length) <= 2 ? [word] : []
  // Without one of its kanji a word is another one: 青森空港 is not 青森港.
  if (word.length < length) return []
  return Array.from({ length: word.length - length + 1 }, (_, i) => word.slice(i, i + length))
}

/** Edits, of which the exchange of two neighbours is one. */
function editsBetween(a: string, b: string): number {
  if (a.length === b.length) {
    const at = Array.from(a, (_, i) => i).filter((i) => a[i] !== b[i])
    const [first = 0, second = 0] = at
    if (at.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]) return 1
  }
  return distance(a, b)
}
