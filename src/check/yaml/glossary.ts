import { type Term, glossarySchema } from '../../report/glossary.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { foldWord } from '../../text/fold.ts'
import { finding } from '../catalogue.ts'
import { readYamlFile } from './yaml-file.ts'

/** A glossary as read. */
interface Glossary {
  /** Those of a glossary without a fault. */
  terms: Term[]
  /** Where each term and spelling stands first, by `foldWord`. */
  places: ReadonlyMap<string, Place>
  findings: Finding[]
}

/** glossary.yml: every entry has its parts, in their forms, and no word is written in two places. */
export function checkGlossary(file: string, text: string): Glossary {
  const yaml = readYamlFile(file, text, 1, glossarySchema)
  const twice = repeated(yaml.data?.terms ?? []).map(({ word, at, first }) => {
    const says = `「${word}」が2か所にあり、検索でどの用語か決まりません。どちらかを消すか、用語を1つにまとめてください。`
    return finding('glossary/duplicate', yaml.placeOf(at), says, { related: yaml.placeOf(first) })
  })
  const places = new Map<string, Place>()
  for (const { word, at } of wordsOf(yaml.data?.terms ?? []).reverse()) places.set(foldWord(word), yaml.placeOf(at))
  return { terms: yaml.data?.terms ?? [], places, findings: [...yaml.findings, ...twice] }
}

/** Terms and their spellings, each with its path. */
function wordsOf(terms: readonly Term[]): { word: string; at: string }[] {
  return terms.flatMap(({ term, spellings }, i) => [
    { word: term, at: `terms.${i}.term` },
    ...spellings.map((word, k) => ({ word, at: `terms.${i}.spellings.${k}` })),
  ])
}

/** Terms and spellings that have been written before, with the paths of both places. */
function repeated(terms: readonly Term[]): { word: string; at: string; first: string }[] {
  const known = new Map<string, string>()
  return wordsOf(terms).flatMap(({ word, at }) => {
    const first = known.get(word)
    if (first !== undefined) return [{ word, at, first }]
    known.set(word, at)
    return []
  })
}
