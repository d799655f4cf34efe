import { type Term, glossarySchema } from '../glossary.ts'
import type { Message } from '../message.ts'
import { finding } from './catalogue.ts'
import { readYamlFile } from './yaml-file.ts'

/** glossary.yml: every entry has its parts, in their forms, and stands there once. */
export function checkGlossary(file: string, text: string): Message[] {
  const yaml = readYamlFile(file, text, 1, glossarySchema)
  const place = (entry: number) => yaml.placeOf(`terms.${entry}.term`)
  const twice = repeated(yaml.data?.terms ?? []).map(({ term, at, first }) => {
    const says = `用語「${term}」が2つあります。どちらかを消すか、1つにまとめてください。`
    return finding('glossary/duplicate', place(at), says, { related: place(first) })
  })
  return [...yaml.messages, ...twice]
}

/** Terms that an earlier entry has already, with the positions of both. */
function repeated(terms: readonly Term[]): { term: string; at: number; first: number }[] {
  const known = new Map<string, number>()
  return terms.flatMap(({ term }, at) => {
    const first = known.get(term)
    if (first !== undefined) return [{ term, at, first }]
    known.set(term, at)
    return []
  })
}
