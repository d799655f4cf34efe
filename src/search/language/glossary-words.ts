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
  const forms = new Set<string>()
  for (const text of texts) for (const form of allFormsOf(text)) forms.add(form)
  // No form has a line's end in it, so no word runs on from one into the next.
  const all = [...forms].join('\n')
  const isWritten = (spelling: string) => allFormsOf(spelling).some((form) => indexOfWord(all, form) >= 0)
  return terms.map(({ term, reading, spellings }) => {
    return { term, reading, spellings, written: spellings.filter(isWritten) }
  })
}
