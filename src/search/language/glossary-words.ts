import type { Term } from '../../report/glossary.ts'
import { indexOfWord } from '../../report/terms.ts'
import { allFormsOf } from './spelling.ts'

/** A term of the glossary and the ways to write and read it. */
export interface GlossaryWord extends Pick<Term, 'term' | 'reading' | 'spellings'> {
  /**
   * The spellings that the texts write as words of their own; only they and the term are looked for. The others are
   * what readers type: LINE asks for no ライン, which stands only in オンライン.
   */
  written: string[]
}

/** The words of the glossary for a search of these texts. */
export function glossaryWords(terms: readonly Term[], texts: Iterable<string>): GlossaryWord[] {
  const missing = new Map(
    terms.flatMap(({ spellings }) => spellings.map((spelling) => [spelling, allFormsOf(spelling)])),
  )
  for (const text of texts) {
    const forms = allFormsOf(text)
    for (const [spelling, ways] of missing) {
      if (ways.some((way) => forms.some((form) => indexOfWord(form, way) >= 0))) missing.delete(spelling)
    }
  }
  return terms.map(({ term, reading, spellings }) => {
    return { term, reading, spellings, written: spellings.filter((spelling) => !missing.has(spelling)) }
  })
}
