import { type FigurePoint, type Growth, pointsOf } from './figure.ts'
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

/** A series whose newest value rose or fell. */
export interface Move {
  initiative: Initiative
  figure: Figure
  /** The newest value, with its growth. */
  to: FigurePoint
  growth: Growth
}

/** What rose and what fell, the most first. Values in percent are left out: a point is not comparable with a percent. */
export const movesOf = perReport((report): { risen: Move[]; fallen: Move[] } => {
  const moves = report.initiatives.flatMap((initiative) =>
    initiative.figures.flatMap((figure) => {
      const to = pointsOf(figure).at(-1)
      return to?.growth && !to.growth.isPoints ? [{ initiative, figure, to, growth: to.growth }] : []
    }),
  )
  return {
    risen: moves.filter(({ growth }) => growth.rate > 0).sort((a, b) => b.growth.rate - a.growth.rate),
    fallen: moves.filter(({ growth }) => growth.rate < 0).sort((a, b) => a.growth.rate - b.growth.rate),
  }
})

/** A single value is still more than a fact when the text tells its change on the year. */
export function isSeries(figure: Figure): boolean {
  return pointsOf(figure).length > 1 || figure.changes !== undefined
}
