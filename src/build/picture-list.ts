import type { BuildFacts } from '../build-facts.ts'
import { cardsOf } from '../cards.ts'
import { figureFilesOf, figureSvg } from '../figure-files.ts'
import { CARD, cardSvg } from '../publish/card.ts'
import type { Report } from '../report/report.ts'
import type { Picture } from './pictures.ts'

/** Pixels of a chart's unit: 1,080 across, for a slide. */
const CHART_SCALE = 3

/** The charts to take along; and cards, which are named by their full addresses. */
export function picturesOf(reports: readonly Report[], { address }: Pick<BuildFacts, 'address'>): Picture[] {
  const charts = reports.flatMap((report) =>
    figureFilesOf(report).map((file) => ({
      file: `${report.id}/figures/${file.name}.png`,
      svg: figureSvg(report, file),
      scale: CHART_SCALE,
    })),
  )
  const cards = address ? cardsOf(reports) : []
  return [...charts, ...cards.map((card) => ({ file: card.file, svg: cardSvg(card), scale: CARD.scale }))]
}
