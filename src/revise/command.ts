import type { Erratum } from '../report/errata.ts'
import type { InitiativeParts, ReportParts } from '../report/report.ts'
import { keepContinuity } from './continuity.ts'
import { withErrata } from './errata-file.ts'
import { mendNumbers, yearOf } from './mend.ts'
import type { Renumbering } from './renumbering.ts'
import { type Refusal, type Revised, type Revision, changesBetween } from './revision.ts'

/** What every command that changes numbers is told. */
export interface Told {
  /** `r7` */
  year: string
  /** Numbers of a published report may change. */
  force: boolean
  /** For the 正誤表; `''` where nobody has said it. */
  reason: string
  /** The day of the erratum, `2026-05-20`. */
  today: string
}

/** The report of a year, or why there is none. */
export function reportOfYear({ reports }: Revised, year: string): ReportParts | Refusal {
  const report = reports.find((each) => yearOf(each) === year)
  if (report) return report
  const years = reports.map(yearOf).join('、')
  return { reason: `${year} という年度がありません。あるのは ${years || 'ありません'} です。` }
}

/** The initiative of a number, or why there is none. */
export function initiativeOf(report: ReportParts, number: string): InitiativeParts | Refusal {
  const found = report.initiatives.find((each) => each.number === number)
  if (found) return found
  const isHeading =
    /^\d+(?:-\d+){0,2}$/.test(number) && report.initiatives.some((each) => each.number.startsWith(`${number}-`))
  const more = isHeading
    ? `${number} は見出しの番号です。見出しは outline.yml で直します。`
    : '番号を確かめてください。'
  return { reason: `${yearOf(report)} に取組 ${number} がありません。${more}` }
}

export function isPublished({ cover }: ReportParts): boolean {
  return cover.published !== undefined
}

/** Why a published report's numbers stay, and how to change them all the same; `what` is 取組の移動 or the like. */
export function published(report: ReportParts, what: string): Refusal {
  return {
    reason: `${yearOf(report)} は公表した年度（${report.cover.published}）なので、${what}はできません。番号が変わったりなくなったりすると、引用されたアドレスが役に立たなくなるからです。どうしても要るときは --force --reason "理由" を付けてください。正誤表に載り、元の番号のページは行き先を示します。`,
  }
}

/** A renumbering made in all texts, with the errata that a published report needs of it. */
export function renumbered(
  content: Revised,
  report: ReportParts,
  renumbering: Renumbering,
  errata: readonly Erratum[],
  says: readonly string[],
): Revision {
  const mended = mendNumbers(content, report, renumbering)
  keepContinuity(content, report, renumbering, mended.texts)
  const path = `${yearOf(report)}/errata.yml`
  const list = withErrata(path, mended.texts.get(path) ?? null, errata)
  if (list !== null) mended.texts.set(path, list)
  const lines = [...renumbering.initiatives].flatMap(([from, to]) => (to === null ? [] : [`  ${from} → ${to}`]))
  return {
    changes: changesBetween(content.texts, mended.texts),
    says: [
      ...says,
      ...(lines.length > 0 ? ['番号が変わった取組:', ...lines] : []),
      ...mended.says,
      ...(errata.length > 0 ? [`正誤表（${path}）に ${errata.length} 件書きました。`] : []),
    ],
  }
}

/** The day of an erratum: today, and never before the report was published. */
export function dateOf({ cover }: ReportParts, today: string): string {
  const first = `${cover.published ?? '0000-00'}-01`
  return today < first ? first : today
}

/** An erratum for each initiative that gets another number, in the order in which they are named. */
export function moves(
  report: ReportParts,
  numbers: ReadonlyMap<string, string | null>,
  { reason, today }: Told,
): Erratum[] {
  const titles = new Map(report.initiatives.map(({ number, title }) => [number, title]))
  return [...numbers].flatMap(([number, after]) => {
    if (after === null) return []
    const before = titles.get(number)
    return [
      {
        date: dateOf(report, today),
        number,
        kind: '移動' as const,
        ...(before !== undefined && { before }),
        after,
        reason,
        changesMeaning: false,
      },
    ]
  })
}
