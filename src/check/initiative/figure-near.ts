import { type Body, type Note, type Result, flatResults } from '../../report/body.ts'
import {
  type FigureValue,
  type Statement,
  hasSignOf,
  isValue,
  isYear,
  measureInUnitOf,
} from '../../report/figure-source.ts'
import { foldWidth } from '../../text/fold.ts'
import { formatNumber } from '../../text/format-number.ts'
import { tidy } from '../../text/number.ts'
import { valueIn } from '../../text/unit.ts'

/** What the body has in place of a value: the same number of another year or unit, the same digits with other marks, another number. */
export interface Near {
  kind: 'year' | 'marks' | 'unit' | 'number'
  statement: Pick<Statement, 'source' | 'start' | 'written' | 'years' | 'unit' | 'value'>
  /** What should stand in the body, where that is sure. */
  expected?: string
}

/** The nearest that the body has, among the numbers that no figure states; `null` where it has nothing like it. */
export function nearestOf(
  wanted: FigureValue,
  open: readonly Statement[],
  body: Pick<Body, 'results' | 'notes'>,
): Near | null {
  const find = (kind: Near['kind'], fits: (measure: Statement) => boolean): Near | null => {
    const statement = open.find(fits)
    return statement ? { kind, statement } : null
  }
  return (
    find('year', (m) => isValue(m, wanted)) ??
    sameDigits(wanted, body) ??
    find('unit', (m) => isYear(m, wanted) && hasSignOf(m, wanted) && isSameNumber(m, wanted)) ??
    // `△5億円` for 5: the sign is another one.
    find('number', (m) => isYear(m, wanted) && measureInUnitOf(m, wanted) === Math.abs(wanted.value)) ??
    find('number', (m) => isYear(m, wanted) && measureInUnitOf(m, wanted) !== null && isOfKind(m, wanted)) ??
    find('number', (m) => hasSignOf(m, wanted) && isSameNumber(m, wanted))
  )
}

/** Whether it is the number in another unit: 205 of 億円 for 205 of 件, 1.8万人 for 18000人. */
function isSameNumber(measure: Statement, { value, figure }: FigureValue): boolean {
  if (measure.value === Math.abs(value)) return true
  const ofUnit = valueIn(
    { amount: 1, scales: [1, 1e3, 1e4, 1e6, 1e8, 1e12] },
    figure.unit.replace(/^[千百十]?[兆億万]?/, ''),
    figure.unit,
  )
  return ofUnit !== null && tidy(Math.abs(value) / ofUnit) === measure.amount
}

/** A change has a sign, a value has none but that of a word. */
function isOfKind({ sign, signIsWord }: Statement, { kind }: FigureValue): boolean {
  return kind === 'changes' ? sign !== null : sign === null || signIsWord
}

const MARKS = "[,.、・' ]?"

/** The digits of a value with other marks between them: `8.371億円` and `8、371億円` for 8371. */
function sameDigits({ value, year }: FigureValue, { results, notes }: Pick<Body, 'results' | 'notes'>): Near | null {
  const digits = String(Math.abs(value)).replace('.', '')
  if (digits.length < 4 || !/^\d+$/.test(digits)) return null
  const form = new RegExp(`(?<![\\d.,])${Array.from(digits).join(MARKS)}(?![\\d.,]\\d|\\d)`)
  const sources: (Result | Note)[] = [...flatResults(results), ...notes]
  for (const source of sources) {
    const match = form.exec(foldWidth(source.text))
    if (!match) continue
    const [written] = match
    const [mark = ''] = /\D/.exec(written) ?? []
    const isRead =
      written === digits ||
      (/^\d{1,3}(?:,\d{3})+$/.test(written) && Number.isInteger(value)) ||
      written === String(Math.abs(value))
    if (isRead) continue
    // A point or a comma may be what was meant; other marks stand in no number.
    const isSure = !/[.,]/.test(mark) && Number.isInteger(value)
    return {
      kind: 'marks',
      statement: {
        source,
        start: match.index,
        written: source.text.slice(match.index, match.index + written.length),
        years: { from: year, to: year },
        unit: '',
        value,
      },
      ...(isSure && { expected: formatNumber(value) }),
    }
  }
  return null
}
