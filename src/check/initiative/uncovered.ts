import { type Statement, states, valuesOf } from '../../report/figure-source.ts'
import type { Figure } from '../../report/schema.ts'
import { formatFiscalYear } from '../../text/era.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'

/** `R5:127件→R6:336件` in one result with a year that no figure of that unit holds: one warning a series. */
export function uncoveredSeries(
  text: readonly Statement[],
  figures: readonly Figure[],
  placeOf: (statement: Statement) => Place,
): Finding[] {
  const wanted = figures.flatMap(valuesOf)
  return seriesOf(text).flatMap((series) => {
    const open = series.filter((measure) => !wanted.some((each) => states(measure, each)))
    const [first] = open
    if (!first) return []
    const points = open.map(({ years, written }) => `${formatFiscalYear(years.to)} の ${written}`)
    const values = series.map(({ years, value }) => `${formatFiscalYear(years.to)}: ${value}`)
    const says = `年度ごとの数（${points.join('、')}）が、初めの figures にありません。書き足すと、グラフとデータに入ります。`
    const expected = `unit: ${first.unit}、values: { ${values.join(', ')} }`
    // While a number or year of the series is in doubt, nobody can say what the figure should have.
    const more = text.some(({ doubtful }) => doubtful) || hasTwice(series) ? {} : { expected }
    return [
      finding(
        'figures/uncovered',
        { ...placeOf(first), column: first.source.column, line: first.source.line },
        says,
        more,
      ),
    ]
  })
}

/** Two numbers of one year can't both be its value. */
function hasTwice(series: readonly Statement[]): boolean {
  return new Set(series.map(({ years }) => years.to)).size < series.length
}

/** Months, days and hours are dates, no measures. */
const DATE_UNIT = /^(?:年度|月(?!間)|日(?!間)|時(?!間))/

function seriesOf(text: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const measure of text) {
    if (!measure.dated || measure.sign !== null || measure.unit === '' || DATE_UNIT.test(measure.unit)) continue
    const group = groups.find(([first]) => first?.unit === measure.unit)
    if (group) group.push(measure)
    else groups.push([measure])
  }
  return groups.filter((group) => new Set(group.map(({ years }) => years.to)).size > 1)
}
