import { buildFacts } from './build-facts.ts'
import type { CardText } from './publish/card.ts'
import { chartOf } from './render/chart.ts'
import { describeFigure } from './report/figure.ts'
import type { Initiative, Report, Viewpoint } from './report/report.ts'
import { site } from './site.ts'
import { fiscalYearName } from './text/era.ts'
import { absoluteUrl, fileUrl } from './url.ts'

/** A page's card. */
export interface Card extends CardText {
  /** Its place in the site: `r7/cards/2-1-3-1.png`. */
  file: string
}

const footOf = (report: Report) => `${site.organisation}｜${site.name} ${fiscalYearName(report.year)}`

/** Of the site, and of every page without a card of its own. */
export function siteCard(): Card {
  const { organisation, name } = site
  return {
    file: 'card.png',
    number: null,
    title: name,
    foot: organisation,
    figure: null,
    alt: `${name}（${organisation}）`,
  }
}

/** Of an initiative: its number, its title and the first of its charts. */
export function initiativeCard(report: Report, { number, title, figures }: Initiative): Card {
  const figure = figures.find((each) => chartOf(each) !== null) ?? null
  const alt = `${number} ${title}${figure ? `。図：${describeFigure(figure)}` : ''}`
  return { file: `${report.id}/cards/${number}.png`, number, title, foot: footOf(report), figure, alt }
}

/** Of a viewpoint. */
export function viewpointCard(report: Report, { number, title }: Viewpoint): Card {
  const label = `視点${number}`
  return {
    file: `${report.id}/cards/${number}.png`,
    number: label,
    title,
    foot: footOf(report),
    figure: null,
    alt: `${label} ${title}`,
  }
}

/** Every card of a site. */
export function cardsOf(reports: readonly Report[]): Card[] {
  return [
    siteCard(),
    ...reports.flatMap((report) => [
      ...report.viewpoints.map((viewpoint) => viewpointCard(report, viewpoint)),
      ...report.initiatives.map((initiative) => initiativeCard(report, initiative)),
    ]),
  ]
}

/** A card's full address; `null` where this build draws none. */
export function cardUrl({ file }: Card): string | null {
  return buildFacts.pictures ? absoluteUrl(fileUrl(file)) : null
}
