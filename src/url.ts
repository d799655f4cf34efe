import { buildFacts } from './build-facts.ts'
import type { Erratum } from './report/errata.ts'
import { ancestorOf, parseNumber } from './report/number.ts'
import type { Report } from './report/report.ts'
import type { SummaryLanguage } from './report/summary.ts'
import { INDEX_FOLDER } from './search/index/files.ts'
import { type SearchAddress, writeAddress } from './search/answer/address.ts'
import { site } from './site.ts'

/** The one builder of this site's addresses: paths with the base, always ending in `/` where they name a page. */

/** `('r7', 'all')` → `/r7/all/`; nothing → the home page. */
export function pageUrl(...parts: string[]): string {
  return buildFacts.base + parts.map((part) => `${part}/`).join('')
}

/** A file of the site: `('r7/initiatives.json')` → `/r7/initiatives.json`. */
export function fileUrl(path: string): string {
  return buildFacts.base + path
}

/** The folder of the search's index: `/pagefind/a1b2c3d4e5/`. */
export function searchIndexUrl(): string {
  return pageUrl(INDEX_FOLDER, ...(buildFacts.index === null ? [] : [buildFacts.index]))
}

/** `('r7', '2-1-3-1', 'r1')` → `/r7/2-1-3-1/#r1`. */
export function initiativeUrl(year: string, number: string, resultId?: string | null): string {
  return pageUrl(year, number) + (resultId ? `#${resultId}` : '')
}

/** An address in a report's open data: `('r7', '2-1-3-1')` → `/r7/2-1-3-1/`, `('r7', '')`, the report itself, → `/r7/`. */
export function dataUrl(year: string, number: string): string {
  return number === '' ? pageUrl(year) : initiativeUrl(year, number)
}

/** A heading's place: `('r7', '2')` → `/r7/2/`, `('r7', '2-1-3')` → `/r7/2/#s2-1-3`. */
export function headingUrl(year: string, number: string): string {
  const viewpoint = String(parseNumber(number)?.[0])
  return pageUrl(year, viewpoint) + (number === viewpoint ? '' : `#${headingId(number)}`)
}

/** The same where the viewpoint's text is parted by section: `('r7', '2-1')` → `/r7/2-1/`, `('r7', '2-1-3')` → `/r7/2-1/#s2-1-3`. */
export function sectionPageUrl(year: string, number: string): string {
  const section = ancestorOf(number, 2)
  return pageUrl(year, section) + (number === section ? '' : `#${headingId(number)}`)
}

/** Where a heading or an initiative of a report is found: on a page of its own, or on its viewpoint's. */
export function hrefOf({ id, byNumber }: Report, number: string): string {
  return byNumber.has(number) ? initiativeUrl(id, number) : headingUrl(id, number)
}

/** The same on a page that holds them all: `#n2-1-3-1`, `#s2-1-3`. */
export function anchorOf({ byNumber }: Report, number: string): string {
  return `#${byNumber.has(number) ? initiativeId(number) : headingId(number)}`
}

/** The id of a section or subsection on its viewpoint's page: `s2-1-3`. */
export function headingId(number: string): string {
  return `s${number}`
}

/** The id of an initiative on a page that holds several: `n2-1-3-1`. */
export function initiativeId(number: string): string {
  return `n${number}`
}

/** A path of this site as a full address, for citing and for machines; `null` while nobody has said where the site will be. */
export function absoluteUrl(path: string): string | null {
  return buildFacts.address && new URL(path, buildFacts.address).href
}

/** A chart to take along: `('r7', '2-1-3-1_1', 'svg')` → `/r7/figures/2-1-3-1_1.svg`; `null` where this build draws no PNG. */
export function figureUrl(year: string, name: string, kind: 'svg' | 'png'): string | null {
  return kind === 'png' && !buildFacts.pictures ? null : fileUrl(`${year}/figures/${name}.${kind}`)
}

/** The feed's path; `null` while nobody has said where the site will be, for its entries are known by their addresses. */
export function feedUrl(): string | null {
  return buildFacts.address && fileUrl('feed.xml')
}

/** Where staff edit a file of the content folder; `null` where no repository is known. */
export function editUrl(path: string): string | null {
  return buildFacts.repository && `${buildFacts.repository}/edit/${site.branch}/content/${path}`
}

/** 正誤表, or one of its entries, counted from 0: `('r7', 1)` → `/r7/errata/#e2`. */
export function errataUrl(year: string, index?: number): string {
  return pageUrl(year, 'errata') + (index === undefined ? '' : `#${erratumId(index)}`)
}

/** Where each result that was corrected after publication has its entry in the year's 正誤表, by its id; `own` are the entries of its initiative. */
export function errataUrls(year: string, all: readonly Erratum[], own: readonly Erratum[]): Map<string, string> {
  return new Map(
    own.flatMap((erratum) =>
      erratum.result === undefined ? [] : [[erratum.result, errataUrl(year, all.indexOf(erratum))] as const],
    ),
  )
}

/** The id of an entry on the page of the 正誤表. */
export function erratumId(index: number): string {
  return `e${index + 1}`
}

/** The id of a summary on the pages that show it. */
export function summaryId(lang: SummaryLanguage): string {
  return `summary-${lang}`
}

/** A search as a link: `({ query: '協定' })` → `/search/?q=…`, `({ filters: { outlook: 'considered' } })` → `/search/?outlook=considered`. */
export function searchUrl({ query = '', filters = {} }: Partial<SearchAddress>): string {
  return pageUrl('search') + writeAddress({ query, filters })
}

/** The id of a term on the glossary's page: `'a b'` and `'a-b'` have their own. */
export function termId(term: string): string {
  return `term-${term.replaceAll('_', '__').replaceAll(/\s/g, '_')}`
}

/** A term's place in the glossary: `/glossary/#term-KPI`. */
export function termUrl(term: string): string {
  return `${pageUrl('glossary')}#${termId(term)}`
}

/** The printed report's address; `null` where this build makes none, so that nothing links to what is not there. */
export function pdfUrl(year: string): string | null {
  return buildFacts.pdf ? fileUrl(`${year}/report.pdf`) : null
}
