import type { ReportParts } from '../../report/report.ts'
import { linesOfReport } from '../../report/lines.ts'
import { indexOfWord } from '../../report/terms.ts'
import type { Finding } from '../../text/finding.ts'
import { foldWord } from '../../text/fold.ts'
import { finding } from '../catalogue.ts'
import type { EverydayWords } from '../yaml/everyday-words.ts'

/** words.yml beside the reports: what a word leads to stands in one of them, and the word itself in none. */
export function checkLeads({ words, placeOf }: EverydayWords, reports: readonly ReportParts[]): Finding[] {
  if (words.length === 0) return []
  // Each line once, for years repeat each other; no word has a line's end in it, so none runs on into the next line.
  const text = [...new Set(reports.flatMap(linesOfReport).map(foldWord))].join('\n')
  return words.flatMap(({ typed, leadsTo }, i) => [
    ...typed.flatMap((word, k) => {
      if (indexOfWord(text, foldWord(word)) < 0) return []
      const says = `「${word}」は報告書に書いてあるので、そのままで見つかります。ここからは消してください。`
      return [finding('words/written', placeOf(`words.${i}.typed.${k}`), says)]
    }),
    ...leadsTo.flatMap((word, k) => {
      if (text.includes(foldWord(word))) return []
      const says = `「${word}」はどの報告書にもないので、何にも行き着きません。報告書にある言い方に直すか、消してください。`
      return [
        finding('words/nowhere', placeOf(`words.${i}.leadsTo.${k}`), says, { expected: '報告書の1行の中にある言葉' }),
      ]
    }),
  ])
}
