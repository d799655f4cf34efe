import { chartOf } from './render/chart.ts'
import { citationOf } from './publish/citation.ts'
import { figurePicture } from './publish/figure-picture.ts'
import { perReport } from './report/per-report.ts'
import type { Initiative, Report } from './report/report.ts'
import type { Figure } from './report/schema.ts'
import { site } from './site.ts'
import { absoluteUrl, initiativeUrl } from './url.ts'

/** A chart that can be taken along. */
export interface FigureFile {
  /** Its files' name, `/r7/figures/2-1-3-1_1.svg` and `.png`: the initiative's number and the figure's place in it. */
  name: string
  initiative: Initiative
  figure: Figure
}

/** The charts of a report, in report order. */
export const figureFilesOf = perReport((report): FigureFile[] =>
  report.initiatives.flatMap((initiative) =>
    initiative.figures.flatMap((figure, i) =>
      chartOf(figure) ? { name: `${initiative.number}_${i + 1}`, initiative, figure } : [],
    ),
  ),
)

const filesByFigure = perReport((report) => new Map(figureFilesOf(report).map((file) => [file.figure, file])))

/** A figure's chart as files; `undefined` of one that is not drawn, or that is no report's own. */
export function figureFileOf(report: Report, figure: Figure): FigureFile | undefined {
  return filesByFigure(report).get(figure)
}

/** Of a chart, how it is cited. */
export function figureCitation(report: Report, { initiative: { number, title }, figure }: FigureFile): string {
  const url = absoluteUrl(initiativeUrl(report.id, number))
  return citationOf(report, site.organisation, `${number} ${title}（${figure.label}）`, url)
}

/** The chart as SVG, with its title and source. */
export function figureSvg(report: Report, file: FigureFile): string {
  const { initiative, figure } = file
  const licence = site.licence ? `、${site.licence.name}` : ''
  return figurePicture(
    figure,
    `${initiative.number} ${initiative.title}`,
    `出典：${figureCitation(report, file)}${licence}`,
  )
}
