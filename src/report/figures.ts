import { pointsOf } from './figure.ts'
import { perReport } from './per-report.ts'
import type { Initiative, Viewpoint } from './report.ts'
import type { Figure } from './schema.ts'

/** 数値 of one viewpoint: series, which are drawn, by initiative; and single facts. */
export interface ViewpointFigures {
  viewpoint: Viewpoint
  series: { initiative: Initiative; figures: Figure[] }[]
  facts: { initiative: Initiative; figure: Figure }[]
}

/** The figures of a report by viewpoint, without viewpoints that have none. */
export const figuresOf = perReport((report): ViewpointFigures[] =>
  report.viewpoints
    .map((viewpoint) => ({
      viewpoint,
      series: viewpoint.initiatives
        .map((initiative) => ({ initiative, figures: initiative.figures.filter(isSeries) }))
        .filter(({ figures }) => figures.length > 0),
      facts: viewpoint.initiatives.flatMap((initiative) =>
        initiative.figures.filter((figure) => !isSeries(figure)).map((figure) => ({ initiative, figure })),
      ),
    }))
    .filter(({ series, facts }) => series.length + facts.length > 0),
)

/** A single value is still more than a fact when the text tells its change on the year. */
function isSeries(figure: Figure): boolean {
  return pointsOf(figure).length > 1 || figure.changes !== undefined
}
