import type { Body, Note, Result } from '../../report/body.ts'
import { type FigureValue, type Statement, states, statementsOf, valuesOf } from '../../report/figure-source.ts'
import type { Figure } from '../../report/schema.ts'
import { formatFiscalYear, parseFiscalYear } from '../../text/era.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { formatNumber } from '../../text/format-number.ts'
import { finding } from '../catalogue.ts'
import { type Near, nearestOf } from './figure-near.ts'
import { mendNumerals } from './numerals.ts'
import { uncoveredSeries } from './uncovered.ts'

/** Where things of an initiative's file stand. */
export interface FigurePlaces {
  /** Of a path of its front matter. */
  ofYaml: (path: string) => Place
  /** Of a number of its body. */
  ofStatement: (statement: Pick<Statement, 'source' | 'start' | 'written'>) => Place
}

/** Figures whose numbers do not stand in the body for their year, and series of the body that no figure holds. */
export function checkFigures(figures: readonly Figure[], body: Body, year: number, places: FigurePlaces): Finding[] {
  const texts = statementsOf(body, year)
  const measures = texts.flat()
  const wanted = figures.flatMap((figure, i) =>
    valuesOf(figure).map((each): Wanted => ({
      ...each,
      at: `figures.${i}`,
      path: `figures.${i}.${each.kind}.${each.key}`,
    })),
  )
  // What one figure says is not what another one should say.
  const open = measures.filter((measure) => !wanted.some((each) => states(measure, each)))
  const unstated = wanted.filter((each) => !measures.some((measure) => states(measure, each)))
  // A number or year of the body that can't be read has a finding of its own, and that is the cause.
  const mended = statementsOf(withMendedNumerals(body), year).flat()
  const missing = unstated.filter(
    (each) =>
      !mended.some((measure) => states(measure, each)) &&
      !measures.some(
        (measure) => measure.doubtful && states({ ...measure, years: { from: each.year, to: each.year } }, each),
      ),
  )
  const found = findingsOf(
    missing.map((each) => ({ wanted: each, near: nearestOf(each, open, body) })),
    { figures, measures, places },
  )
  // A series whose figure has a finding is told of by that.
  if (unstated.length > 0) return found
  return texts.flatMap((text) => uncoveredSeries(text, figures, places.ofStatement))
}

interface Wanted extends FigureValue {
  /** Where its figure stands in the front matter, and where itself. */
  at: string
  path: string
}

interface Miss {
  wanted: Wanted
  near: Near | null
}

interface Context {
  figures: readonly Figure[]
  measures: readonly Statement[]
  places: FigurePlaces
}

/** One finding for each cause: a figure whose unit or years are others in the body, a year of the body, a number. */
function findingsOf(misses: readonly Miss[], context: Context): Finding[] {
  const whole = [...Map.groupBy(misses, ({ wanted }) => wanted.at)].flatMap(([at, own]) => {
    const told = ofWholeFigure(at, own, context)
    return told ? [{ told, own }] : []
  })
  const told = new Set(whole.flatMap(({ own }) => own))
  const rest = misses.filter((miss) => !told.has(miss))
  const causes = Map.groupBy(rest, ({ wanted, near }) =>
    near?.kind === 'year' ? `year of ${near.statement.source.line}` : wanted.path,
  )
  return [...whole.map(({ told }) => told), ...[...causes.values()].map((own) => ofCause(own, context.places))]
}

/** A figure that is right but for its unit or for the order of its years, which the body names: with what should stand there. */
function ofWholeFigure(at: string, misses: readonly Miss[], { figures, measures, places }: Context): Finding | null {
  const figure = figures[Number(at.slice('figures.'.length))]
  const [first] = misses
  const near = first?.near
  if (!figure || !first || !near) return null
  const { kind, statement } = near
  if (!misses.every((miss) => miss.near?.kind === kind)) return null
  const mended = kind === 'unit' ? withUnitOf(figure, misses) : kind === 'year' ? withYearsOf(figure, misses) : null
  if (!mended || !valuesOf(mended).every((each) => measures.some((measure) => states(measure, each)))) return null
  const values = `values: { ${Object.entries(mended.values)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`
  const isSame = JSON.stringify(mended.values) === JSON.stringify(figure.values)
  const expected = kind === 'unit' ? `unit: ${mended.unit}${isSame ? '' : `、${values}`}` : values
  const place = places.ofYaml(`${at}.${kind === 'unit' ? 'unit' : 'values'}`)
  const says =
    kind === 'unit'
      ? `数値「${figure.label}」の単位「${figure.unit}」の数が本文にありません。本文では「${statement.written}」です。単位を本文と同じにしてください。`
      : `数値「${figure.label}」の年度が本文と合いません。本文では ${periodOf(statement)} が「${statement.written}」です。年度を本文と同じにしてください。`
  return finding('figures/not-in-body', place, says, { expected, related: places.ofStatement(statement) })
}

/** The figure in the unit in which the body has all of its values; `null` where it has them in several. */
function withUnitOf(figure: Figure, misses: readonly Miss[]): Figure | null {
  const units = new Set(misses.map(({ near }) => near?.statement.unit))
  const [unit = ''] = units
  if (units.size !== 1 || unit === '' || misses.length !== valuesOf(figure).length) return null
  const mended: Figure = {
    ...figure,
    unit,
    values: { ...figure.values },
    ...(figure.changes && { changes: { ...figure.changes } }),
  }
  for (const { wanted, near } of misses) {
    const into = wanted.kind === 'values' ? mended.values : mended.changes
    if (into && near) into[wanted.key] = Math.sign(wanted.value) * near.statement.value
  }
  return mended
}

/** The figure with its values for the years that the body gives them, where those are the figure's own years in another order. */
function withYearsOf(figure: Figure, misses: readonly Miss[]): Figure | null {
  const changed = misses.map(({ wanted, near }) => ({
    wanted,
    key: near ? formatFiscalYear(near.statement.years.to) : '',
  }))
  const keys = new Set(changed.map(({ wanted }) => wanted.key))
  const isOther = changed.length < 2 || changed.some(({ wanted, key }) => wanted.kind !== 'values' || !keys.has(key))
  if (isOther || new Set(changed.map(({ key }) => key)).size < changed.length) return null
  const values = { ...figure.values, ...Object.fromEntries(changed.map(({ wanted, key }) => [key, wanted.value])) }
  const inOrder = Object.entries(values).sort(([a], [b]) => (parseFiscalYear(a) ?? 0) - (parseFiscalYear(b) ?? 0))
  return { ...figure, values: Object.fromEntries(inOrder) }
}

/** A value and a number of the body that should be one, told where the body has it: which of the two is right only a person knows. */
function ofCause([first, ...others]: readonly Miss[], places: FigurePlaces): Finding {
  if (!first) throw new Error('A cause has a miss.')
  const { wanted, near } = first
  const named = nameOf(wanted)
  const own = places.ofYaml(wanted.path)
  if (!near) {
    return finding('figures/not-in-body', own, `${named}が本文にありません。本文と同じ数、年度、単位にしてください。`)
  }
  const { statement } = near
  const more = others.length > 0 ? `（ほか ${others.length} つの値も同じ年のためです）` : ''
  const place = places.ofStatement(statement)
  if (near.kind === 'marks') {
    const says = `${named}が本文にありません。本文の「${statement.written}」は、数字は同じで、区切りがちがいます。「,」は3桁の区切り、「.」は小数点です。まちがっている方を直してください。`
    const expected = near.expected === undefined ? {} : { expected: near.expected }
    return finding('figures/not-in-body', place, says, { ...expected, related: own })
  }
  const says = `${named}が本文にありません。本文には ${periodOf(statement)} の「${statement.written}」があります${more}。本文か数値の、まちがっている方を直し、数、年度、単位を同じにしてください。`
  return finding('figures/not-in-body', place, says, { related: own })
}

function nameOf({ figure, kind, key, value }: Wanted): string {
  return `数値「${figure.label}」の ${key} の${kind === 'changes' ? '対前年度比' : '値'} ${formatNumber(value)}（${figure.unit}）`
}

function periodOf({ years: { from, to } }: Pick<Statement, 'years'>): string {
  return from === to ? formatFiscalYear(to) : `${formatFiscalYear(from)}～${formatFiscalYear(to)}`
}

function withMendedNumerals({ results, notes }: Body): Pick<Body, 'results' | 'notes'> {
  const mend = (result: Result): Result => ({
    ...result,
    text: mendNumerals(result.text),
    children: result.children.map(mend),
  })
  return { results: results.map(mend), notes: notes.map((note: Note) => ({ ...note, text: mendNumerals(note.text) })) }
}
