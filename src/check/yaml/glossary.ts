import { type Term, glossarySchema } from '../../report/glossary.ts'
import type { Finding } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { readYamlFile } from './yaml-file.ts'

/** glossary.yml: every entry has its parts, in their forms, and no word is written in two places. `terms` are those of a glossary without a fault. */
export function checkGlossary(file: string, text: string): { terms: Term[]; findings: Finding[] } {
  const yaml = readYamlFile(file, text, 1, glossarySchema)
  const twice = repeated(yaml.data?.terms ?? []).map(({ word, at, first }) => {
    const says = `「${word}」が2か所にあり、検索でどの用語か決まりません。どちらかを消すか、用語を1つにまとめてください。`
    return finding('glossary/duplicate', yaml.placeOf(at), says, { related: yaml.placeOf(first) })
  })
  return { terms: yaml.data?.terms ?? [], findings: [...yaml.findings, ...twice] }
}

/** Terms and spellings that have been written before, with the paths of both places. */
function repeated(terms: readonly Term[]): { word: string; at: string; first: string }[] {
  const known = new Map<string, string>()
  const words = terms.flatMap(({ term, spellings }, i) => [
    { word: term, at: `terms.${i}.term` },
    ...spellings.map((word, k) => ({ word, at: `terms.${i}.spellings.${k}` })),
  ])
  return words.flatMap(({ word, at }) => {
    const first = known.get(word)
    if (first !== undefined) return [{ word, at, first }]
    known.set(word, at)
    return []
  })
}
