import { parseFiscalYear } from '../../src/text/era.ts'
import { catalogueOf } from '../../src/search/index/catalogue.ts'
import { linesOf } from '../../src/search/index/lines.ts'
import { type MatchPlace, recordOf } from '../../src/search/index/record.ts'
import { normalise } from '../../src/search/language/forms.ts'
import { eraWords } from '../../src/search/language/era-words.ts'
import { loosen } from '../../src/search/language/spelling.ts'
import type { SearchIndex } from '../../src/search/answer/search.ts'
import type { Term } from '../../src/report/glossary.ts'
import type { OpenData } from '../../src/publish/open-data.ts'

const PLACES = { title: 'title', group: 'group', result: 'text', note: 'text', plain: 'loose' } as const
const ORDER: readonly MatchPlace[] = ['title', 'group', 'text', 'loose']

/** `scanIndex` for hundreds of queries: every line is read once. */
export function quickIndex(reports: readonly OpenData[], terms: readonly Term[] = []): SearchIndex {
  const lines = reports.flatMap(({ initiatives }) => initiatives.map(linesOf))
  const years = reports.flatMap(({ report, initiatives }) => initiatives.map(() => parseFiscalYear(report.year) ?? 0))
  const read = lines.map((rowLines, row) => ({
    eras: new Set(rowLines.flatMap(({ text }) => eraWords(text, years[row] ?? 0))),
    forms: rowLines.flatMap(({ kind, text }): [MatchPlace, string][] => [
      ...normalise(text).map((form): [MatchPlace, string] => [PLACES[kind], form]),
      ['loose', loosen(text)],
    ]),
  }))
  return {
    catalogue: catalogueOf(
      reports,
      lines.map((own, row) => recordOf(own, years[row] ?? 0)),
      terms,
    ),
    find: (form) => {
      const found = read.flatMap(({ forms }, row): [number, MatchPlace][] => {
        const places = new Set(forms.filter(([, own]) => own.includes(form)).map(([place]) => place))
        const first = ORDER.find((place) => places.has(place))
        return first ? [[row, first]] : []
      })
      return Promise.resolve(new Map(found))
    },
    findEra: (word) => Promise.resolve(new Set(read.flatMap(({ eras }, row) => (eras.has(word) ? [row] : [])))),
  }
}
