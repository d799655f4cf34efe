import { soundOf } from '../language/sound.ts'

/** The report's words in kanji by their sounds: `{ こきんしゅの: ['公金収納'] }`. */
export type Readings = Record<string, string[]>

/** One word of a text that was cut into words, with its reading in katakana; `*` where none is known. */
export interface ReadWord {
  surface: string
  reading: string
}

/** What the dictionary reads otherwise than people here do. */
const MISREAD: Readonly<Record<string, string>> = {
  除排雪: 'じょはいせつ',
  合庁: 'ごうちょう',
  獣医師: 'じゅういし',
  減災: 'げんさい',
  人財: 'じんざい',
  長寿命化: 'ちょうじゅみょうか',
}

const KANJI = /^[\p{Script=Han}々]+$/u
/** Longer compounds are found word by word. */
const LONGEST_COMPOUND = 3

/**
 * The readings of the words of a report; `read` cuts a run of kanji into words with readings, `places` are place names that
 * it does not know.
 */
export function readingsOf(
  words: readonly string[],
  read: (run: string) => readonly ReadWord[],
  places: Readonly<Record<string, string>> = {},
): Readings {
  const misread = { ...MISREAD, ...places }
  const readings = new Map<string, Set<string>>()
  const add = (surface: string, reading: string) => {
    const sound = soundOf(reading)
    // Two kana are a part of too many words.
    if (reading.length < 3 || reading.includes('*')) return
    const known = readings.get(sound)
    if (known) known.add(surface)
    else readings.set(sound, new Set([surface]))
  }
  for (const word of words) {
    const run = word.replace(/等$/, '')
    if (!KANJI.test(run) || Object.hasOwn(misread, run)) continue
    const parts = read(run)
    for (const { surface, reading } of parts) if ([...surface].length > 1) add(surface, reading)
    // The dictionary cuts 県債 in two.
    parts.forEach(({ surface, reading }, i) => {
      const next = parts[i + 1]
      const joined = surface + (next?.surface ?? '')
      if (next && [...joined].length === 2) add(joined, reading + next.reading)
    })
    const isCompound = parts.some(({ surface }) => [...surface].length === 1) && [...run].length <= LONGEST_COMPOUND
    if (isCompound) add(run, parts.map(({ reading }) => reading).join(''))
  }
  for (const [surface, reading] of Object.entries(misread)) {
    if (words.some((word) => word.includes(surface))) add(surface, reading)
  }
  return Object.fromEntries([...readings].sort().map(([sound, surfaces]) => [sound, [...surfaces]]))
}
