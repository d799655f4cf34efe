import { continuationOf } from '../../compare/continuation.ts'
import { pointsOf } from '../../report/figure.ts'
import { ancestorOf } from '../../report/number.ts'
import { type InitiativeParts, type ReportParts, headingsOf } from '../../report/report.ts'
import type { Finding } from '../../text/finding.ts'
import { foldForm } from '../../text/fold.ts'
import { finding } from '../catalogue.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'
import type { ReadYear } from '../year.ts'

/** What only staff can tell of an initiative and the year before: whether it goes on, and which of two values is right. */
export function checkYearBefore(year: ReadYear, before: ReadYear): Finding[] {
  if (!year.parts || !before.parts) return []
  const { earlier, doubtful } = continuationOf(continuing(before.parts), continuing(year.parts))
  const files = new Map(year.initiatives.map((file) => [numberOf(file), file]))
  return year.parts.initiatives.flatMap(({ number, figures }) => {
    const [file, old, namesake] = [files.get(number), earlier.get(number), doubtful.get(number)]
    if (!file) return []
    return [
      ...(namesake ? [asksOf(file, namesake, before)] : []),
      ...(old ? differingValues(file, figures, old, before) : []),
    ]
  })
}

type Placed = InitiativeParts & { section: { number: string; title: string } }

function continuing({ outline, initiatives }: ReportParts): Placed[] {
  const headings = headingsOf(outline)
  return initiatives.map((initiative) => {
    const number = ancestorOf(initiative.number, 2)
    return { ...initiative, section: headings.get(number) ?? { number, title: number } }
  })
}

function asksOf({ title, titlePlace }: InitiativeFile, namesake: Placed, { year }: ReadYear): Finding {
  const says = `前の年度（${year}）では、同じ名前の取組「${title}」が別の項目（${namesake.number}）にあります。その続きなら、「期待」の行を書き足してください。続きとして扱うかどうかは、これで決まります。`
  const related = { file: `${year}/initiatives/${namesake.number}.md`, line: 1, column: 1 }
  return finding('continues/namesake', titlePlace, says, { expected: `continues: ${namesake.number}`, related })
}

function differingValues(
  { figuresPlace }: InitiativeFile,
  figures: Placed['figures'],
  { number, figures: others }: Placed,
  { year }: ReadYear,
): Finding[] {
  return figures.flatMap((figure) => {
    const other = others.find(
      ({ label, unit }) => foldForm(label) === foldForm(figure.label) && foldForm(unit) === foldForm(figure.unit),
    )
    if (!other) return []
    const known = new Map(pointsOf(other).map((point) => [point.fiscalYear, point]))
    return pointsOf(figure).flatMap((point) => {
      const stated = known.get(point.fiscalYear)
      if (!stated || stated.value === point.value) return []
      const says = `数値「${figure.label}」の ${point.year} は、前の年度の報告書（${year} の ${number}）では ${stated.text}、ここでは ${point.text} です。ページには両方が示されます。どちらが正しいかを確かめてください。`
      const related = { file: `${year}/initiatives/${number}.md`, line: 1, column: 1 }
      return [finding('figures/other-year', figuresPlace, says, { related })]
    })
  })
}
