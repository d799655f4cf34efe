import { type EverydayWord, everydayWordsSchema } from '../../report/everyday-words.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { foldWord } from '../../text/fold.ts'
import { finding } from '../catalogue.ts'
import { readYamlFile } from './yaml-file.ts'

/** words.yml as read: its entries, none where the file has a fault, and where each of their values stands. */
export interface EverydayWords {
  words: readonly EverydayWord[]
  /** The place of a value by its path: `words.0.typed.1`. */
  placeOf: (path: string) => Place
}

/**
 * words.yml: every entry has its parts, and no word is written in two places, nor in the glossary as well, whose words
 * stand at `glossary`, by `foldWord`.
 */
export function checkEverydayWords(
  file: string,
  text: string,
  glossary: ReadonlyMap<string, Place>,
): EverydayWords & { findings: Finding[] } {
  const { data, findings, placeOf } = readYamlFile(file, text, 1, everydayWordsSchema)
  const words = data?.words ?? []
  const known = new Map<string, Place>()
  const twice = words.flatMap(({ typed }, i) =>
    typed.flatMap((word, k) => {
      const folded = foldWord(word)
      const place = placeOf(`words.${i}.typed.${k}`)
      const [here, there] = [known.get(folded), glossary.get(folded)]
      if (!here) known.set(folded, place)
      const related = here ?? there
      if (!related) return []
      const says = here
        ? `「${word}」が2か所にあります。どちらかを消すか、行き先を1つの項目にまとめてください。`
        : `「${word}」は用語集（glossary.yml）にもあります。検索は用語集から探すので、ここからは消してください。`
      return [finding('words/duplicate', place, says, { related })]
    }),
  )
  return { words, placeOf, findings: [...findings, ...twice] }
}
