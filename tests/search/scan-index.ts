import { catalogueOf } from '../../src/search/index/catalogue.ts'
import { eraWords } from '../../src/search/language/era-words.ts'
import { linesOf } from '../../src/search/index/lines.ts'
import { type MatchPlace, recordOf } from '../../src/search/index/record.ts'
import type { SearchIndex } from '../../src/search/answer/search.ts'
import { loosen } from '../../src/search/language/spelling.ts'
import { normalise } from '../../src/search/language/forms.ts'
import { parseFiscalYear } from '../../src/text/era.ts'
import type { Term } from '../../src/report/glossary.ts'
import type { OpenData } from '../../src/publish/open-data.ts'

/** An index that reads every line at every question: what the real one must equal. */
export function scanIndex(reports: readonly OpenData[], terms: readonly Term[] = []): SearchIndex {
  const lines = reports.flatMap(({ initiatives }) => initiatives.map(linesOf))
  const years = reports.flatMap(({ report, initiatives }) => initiatives.map(() => parseFiscalYear(report.year) ?? 0))
  const placeOf = { title: 'title', group: 'group', result: 'text', note: 'text' } as const
  return {
    catalogue: catalogueOf(
      reports,
      lines.map((own, row) => recordOf(own, years[row] ?? 0)),
      terms,
    ),
    find: (form) => {
      const found = new Map<number, MatchPlace>()
      lines.forEach((rowLines, row) => {
        for (const kind of ['title', 'group', 'result', 'note'] as const) {
          const has = rowLines.some((line) => line.kind === kind && normalise(line.text).some((f) => f.includes(form)))
          if (has && !found.has(row)) found.set(row, placeOf[kind])
        }
        if (!found.has(row) && rowLines.some(({ text }) => loosen(text).includes(form))) found.set(row, 'loose')
      })
      return Promise.resolve(found)
    },
    findEra: (word) =>
      Promise.resolve(
        new Set(
          lines.flatMap((ls, row) => (ls.some((l) => eraWords(l.text, years[row] ?? 0).includes(word)) ? [row] : [])),
        ),
      ),
  }
}
