import { statementsOf } from '../report/figure-source.ts'
import type { InitiativeParts, ReportParts } from '../report/report.ts'
import type { Figure } from '../report/schema.ts'
import { fiscalYearName, parseFiscalYear } from '../text/era.ts'
import { foldWidth } from '../text/fold.ts'
import { reportOfYear } from './command.ts'
import { withContinues } from './continuity.ts'
import { initiativePath, mendNumbers, orderOfYear, yearOf } from './mend.ts'
import { lineEndOf, partsOf, placedYaml, removeKey, withEdits } from './patch.ts'
import { denseNumbering, groupsOf } from './renumbering.ts'
import type { Refusal, Revised, Revision } from './revision.ts'
import { figureLines, standing } from './standing.ts'

/**
 * The report of the next year begins as a draft: this year's outline, every initiative with its words and `continues`, and
 * the figures that its words still state when they are read in the new year.
 */
export function newYear(content: Revised, fresh: string, from: string): Revision | Refusal {
  const report = reportOfYear(content, from)
  if ('reason' in report) return report
  const next = `r${orderOfYear(report.cover.year) + 1}`
  if ([...content.texts.keys()].some((path) => path.startsWith(`${fresh}/`))) {
    return { reason: `${fresh} は、もうあります。` }
  }
  if (fresh !== next) {
    return {
      reason: `${from} の次の年度は ${next} です。ほかの年度から始めるときは --year で元の年度を選んでください。`,
    }
  }
  // Numbers that were left since publication close up: the new year has none of their readers.
  const renumbering = denseNumbering(report, groupsOf(report))
  const { texts } = mendNumbers({ ...content, reports: [report] }, report, renumbering)
  const left: string[] = []
  const files = report.initiatives.map((initiative) => {
    const number = renumbering.initiatives.get(initiative.number) ?? initiative.number
    const path = initiativePath(fresh, number)
    const carried = carryOver(
      initiative,
      path,
      texts.get(initiativePath(from, number)) ?? '',
      parseFiscalYear(fresh.toUpperCase()) ?? 0,
    )
    left.push(...carried.left.map((value) => `  ${path}: ${value}`))
    return [path, carried.text] as const
  })
  const outline = texts.get(`${from}/outline.yml`) ?? ''
  const written = [
    [`${fresh}/report.md`, coverOf(report, content.texts.get(`${from}/report.md`) ?? '', fresh)] as const,
    [`${fresh}/outline.yml`, outline] as const,
    ...files,
  ]
  return {
    changes: written.map(([path, after]) => ({ path, before: null, after })),
    says: [
      `${fresh}（準備中）を ${from} から始めました。取組は ${files.length} 件です。`,
      '文は前の年度のものです。書き直すところは「npm run --silent check」が注意（draft/unchanged）で示します。',
      ...(left.length > 0 ? [`${fresh} の本文からは年度が決まらないので、引きつがなかった数値:`, ...left] : []),
      `公表するときは ${fresh}/report.md に「published: 年-月」の行を足します。`,
    ],
  }
}

function coverOf({ cover }: ReportParts, text: string, fresh: string): string {
  const path = `${yearOf({ cover } as ReportParts)}/report.md`
  const yaml = placedYaml(path, text)
  const [year, name] = [fresh.toUpperCase(), fiscalYearName(fresh.toUpperCase())]
  const at = (key: string) => yaml.at + (yaml.valueAt.get(key) ?? 0)
  const lineOf = (key: string) => /.*/y.exec(text.slice(at(key)))?.[0].trimEnd() ?? ''
  const title = lineOf('title')
  const isYear = (words: string) => foldWidth(words) === fiscalYearName(cover.year) || foldWidth(words) === cover.year
  const renamed = title.replace(/令和[\d０-９]+年度|[RＲ][\d０-９]+/g, (words) =>
    !isYear(words) ? words : words.startsWith('令') ? name : year,
  )
  return withEdits(text, [
    { start: at('title'), end: at('title') + title.length, text: renamed },
    { start: at('year'), end: at('year') + cover.year.length, text: year },
    ...(cover.published === undefined ? [] : [removeKey(yaml, 'published')]),
  ])
}

/** An initiative's file in the new year, and the values that can't be carried over. */
function carryOver(
  { number, continues, figures, body }: InitiativeParts,
  path: string,
  text: string,
  year: number,
): { text: string; left: string[] } {
  const bare = continues === undefined ? text : withEdits(text, [removeKey(placedYaml(path, text), 'continues')])
  const linked = withContinues(path, bare, number)
  const statements = figures.length > 0 ? statementsOf(body, year).flat() : []
  const left: string[] = []
  const kept = figures.map((figure) => standing(figure, statements, left))
  if (left.length === 0) return { text: linked, left }
  return {
    text: withFigures(
      path,
      linked,
      kept.filter((figure) => figure !== null),
    ),
    left,
  }
}

/** The file with other figures, or without any. */
function withFigures(path: string, text: string, figures: readonly Figure[]): string {
  const { yaml, at } = partsOf(path, text)
  const key = placedYaml(path, text).keyAt.get('figures') ?? 0
  const start = yaml.lastIndexOf('\n', key) + 1
  const rest = yaml.slice(yaml.indexOf('\n', key) + 1 || yaml.length)
  const behind = /^(?=[^\s#\-])/m.exec(rest)
  const end = behind ? yaml.length - rest.length + behind.index : yaml.length + 1
  return withEdits(text, [
    { start: at + start, end: at + end, text: figureLines(figures).replaceAll('\n', lineEndOf(text)) },
  ])
}
