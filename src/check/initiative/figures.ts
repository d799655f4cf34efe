import type { Body } from '../../report/body.ts'
import {
  type FigureValue,
  type Statement,
  isValue,
  isYear,
  states,
  statementsOf,
  valuesOf,
} from '../../report/figure-source.ts'
import { formatFiscalYear } from '../../text/era.ts'
import { type Measure, hasUnit } from '../../text/measure.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { formatNumber } from '../../text/format-number.ts'
import type { Figure } from '../../report/schema.ts'
import { finding } from '../catalogue.ts'

/** Figures whose numbers do not stand in the body for their year, and series of the body that no figure holds. */
export function checkFigures(
  figures: readonly Figure[],
  body: Body,
  year: number,
  placeOf: (path: string) => Place,
): Finding[] {
  const texts = statementsOf(body, year)
  const measures = texts.flatMap((text) => text)
  const wanted = figures.flatMap((figure, i) =>
    valuesOf(figure).map((each): Wanted => ({ ...each, path: `figures.${i}.${each.kind}.${each.key}` })),
  )
  // What one figure says is not what another one should say.
  const open = measures.filter((measure) => !wanted.some((each) => states(measure, each)))
  const missing = wanted
    .filter((each) => !measures.some((measure) => states(measure, each)))
    .map((each) => notInBody(each, open, placeOf(each.path)))
  // A series whose figure has a finding is told of by that.
  return missing.length > 0 ? missing : texts.flatMap((text) => uncoveredSeries(text, figures, placeOf('').file))
}

interface Wanted extends FigureValue {
  /** Where it stands in the front matter. */
  path: string
}

/** Says what the body has instead, of what no figure states: the same number of another year or unit, else another number of this year. */
function notInBody(wanted: Wanted, measures: readonly Statement[], place: Place): Finding {
  const { figure, kind, key, value } = wanted
  const named = `数値「${figure.label}」の ${key} の${kind === 'changes' ? '対前年度比' : '値'} ${value}（${figure.unit}）`
  const fits = [
    (m: Statement) => isValue(m, wanted) && hasUnit(m, figure.unit),
    (m: Statement) => isValue(m, wanted) && isYear(m, wanted),
    (m: Statement) => isYear(m, wanted) && hasUnit(m, figure.unit) && (m.sign !== null) === (kind === 'changes'),
    (m: Statement) => isValue(m, wanted),
  ]
  const near = fits.map((fit) => measures.find(fit)).find((measure) => measure !== undefined)
  if (!near) {
    return finding('figures/not-in-body', place, `${named}が本文にありません。本文と同じ数、年度、単位にしてください。`)
  }
  const { years, source } = near
  const related = { file: place.file, line: source.line, column: source.column }
  const period =
    years.from === years.to
      ? formatFiscalYear(years.to)
      : `${formatFiscalYear(years.from)}～${formatFiscalYear(years.to)}`
  const says = `${named}が本文にありません。本文には ${period} の「${show(near)}」があります。数、年度、単位を本文と同じにしてください。`
  const expected = !isYear(near, wanted)
    ? `${period}: ${value}`
    : hasUnit(near, figure.unit)
      ? show(near)
      : `単位 ${near.unit}`
  return finding('figures/not-in-body', place, says, { expected, related })
}

/** `R5:127件→R6:336件` in one result with a year that no figure of that unit holds: one warning a series. */
function uncoveredSeries(text: readonly Statement[], figures: readonly Figure[], file: string): Finding[] {
  return seriesOf(text).flatMap((series) => {
    const open = series.filter(
      (measure) =>
        !figures.some(
          (figure) =>
            hasUnit(measure, figure.unit) && figure.values[formatFiscalYear(measure.years.to)] === measure.value,
        ),
    )
    const [first] = open
    if (!first) return []
    const points = open.map((measure) => `${formatFiscalYear(measure.years.to)} の ${show(measure)}`)
    const values = series.map(({ years, value }) => `${formatFiscalYear(years.to)}: ${value}`)
    const says = `年度ごとの数（${points.join('、')}）が、初めの figures にありません。書き足すと、グラフとデータに入ります。`
    const expected = `unit: ${first.unit}、values: { ${values.join(', ')} }`
    return [
      finding('figures/uncovered', { file, line: first.source.line, column: first.source.column }, says, { expected }),
    ]
  })
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

function show({ sign, value, unit }: Measure): string {
  return `${sign === '+' ? '+' : sign === '-' ? '△' : ''}${formatNumber(value)}${unit}`
}
