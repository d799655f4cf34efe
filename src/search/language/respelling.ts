import { contentOf } from './content.ts'
import { foldLookAlikes } from './look-alikes.ts'
import { nearestWord } from './slips.ts'
import { consonantsOf, consonantsOfKatakana, soundOf } from './sound.ts'

/** What the report's words are known by when they are typed otherwise. */
export interface Respellings {
  /** The report's words as `wordsOf` has them. */
  words: readonly string[]
  /** Words in kanji by their sounds. */
  readings: Readonly<Record<string, readonly string[]>>
  /** Whether somebody's other words have this one. */
  isOther: (word: string) => boolean
  /** Latin letters as kana, and katakana as Latin letters. */
  toHiragana: (latin: string) => string
  toRomaji: (kana: string) => string
}

/** A text with words as the report writes them, and what else each of those may be. */
export interface Respelled {
  text: string
  /** The words that were put in. */
  labels: string[]
  /** Words of one sound: 公社 and 公舎. */
  homophones: { typed: string[]; written: string[] }[]
}

/**
 * A query in normal form with the report's words for what sounds or looks like them: `denshikeiyaku` and でんしけいやく →
 * 電子契約, `cashless` → キャッシュレス, インターシップ → インターンシップ. What the report has stays as it is.
 */
export function respell(text: string, known: Respellings): Respelled {
  const labels: string[] = []
  const homophones: Respelled['homophones'] = []
  const forms = known.words.map((word) => word.toLowerCase())
  const isWritten = (part: string) => forms.some((form) => form.includes(part))
  const folded = foldLookAlikes(text)

  /** Kana as the words that sound so; `null` where some of it is no word. */
  const convert = (kana: string, whole: boolean): string | null => {
    const runs = contentOf(kana, (word) => Object.hasOwn(known.readings, soundOf(word)))
    const isRead = ({ start, end }: { start: number; end: number }) =>
      Object.hasOwn(known.readings, soundOf(kana.slice(start, end)))
    if (!runs.some(isRead) || (whole && !runs.every(isRead))) return null
    let converted = ''
    let done = 0
    for (const run of runs) {
      const [first, ...others] = isRead(run) ? (known.readings[soundOf(kana.slice(run.start, run.end))] ?? []) : []
      converted += kana.slice(done, run.start) + (first ?? kana.slice(run.start, run.end))
      done = run.end
      if (first !== undefined) labels.push(first)
      if (first !== undefined && others.length > 0) homophones.push({ typed: [first], written: others })
    }
    return converted + kana.slice(done)
  }
  const put = (word: string | null | undefined): string | null => {
    if (word == null) return null
    labels.push(word)
    return word.toLowerCase()
  }
  const latin = (word: string): string => {
    if (word.length < 2 || isWritten(word) || known.isOther(word)) return word
    const kana = known.toHiragana(word)
    const read = /^[ぁ-んー]+$/.test(kana) ? convert(kana, true) : null
    return read ?? put(sameConsonants(consonantsOf(word), known, KATAKANA)) ?? put(nearestWord(word, forms)) ?? word
  }
  const katakana = (word: string): string => {
    if (isWritten(word) || known.isOther(word)) return word
    const consonants = consonantsOfKatakana(known.toRomaji(word))
    return put(nearestWord(word, forms)) ?? put(sameConsonants(consonants, known, LATIN)) ?? word
  }
  const han = (word: string): string => (isWritten(word) || known.isOther(word) ? word : (put(nearestWord(word, forms)) ?? word))

  const respelled = folded
    // `open data` is one word here, and two there.
    .replace(/[a-z]{2,}(?: [a-z]{2,})+/g, (phrase) => {
      return put(sameConsonants(consonantsOf(phrase), known, KATAKANA)) ?? phrase
    })
    .replace(/[a-z]+/g, (word) => latin(word))
    .replace(/[ァ-ヺー]{3,}/g, (word) => katakana(word))
    .replace(/[\p{Script=Han}々]{3,}/gu, (word) => han(word))
    .replace(/[ぁ-んー]{3,}/g, (kana) => (known.isOther(kana) ? kana : (convert(kana, false) ?? kana)))
  const looks = folded === text ? [] : contentOf(folded).map(({ start, end }) => folded.slice(start, end))
  return { text: respelled, labels: [...new Set([...labels, ...looks])], homophones }
}

const KATAKANA = /^[ァ-ヺー]+$/
const LATIN = /^[A-Za-z]+$/

/** The report's word in a script whose consonants are these, or all but one of many. */
function sameConsonants(consonants: string, { words, toRomaji }: Respellings, script: RegExp): string | undefined {
  if (consonants.length < 3) return undefined
  const ofWord = (word: string) =>
    script === LATIN ? consonantsOf(word) : consonantsOfKatakana(toRomaji(word))
  const inScript = words.filter((word) => script.test(word)).map((word) => ({ word, own: ofWord(word) }))
  const same = inScript.find(({ own }) => own === consonants)
  return (same ?? (consonants.length > 4 ? inScript.find(({ own }) => isOneOff(own, consonants)) : undefined))?.word
}

/** Whether one letter more makes the one the other. */
function isOneOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length - short.length === 1 && Array.from(long, (_, i) => long.slice(0, i) + long.slice(i + 1)).includes(short)
}
