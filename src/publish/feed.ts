import { Feed } from 'feed'
import type { Erratum } from '../report/errata.ts'
import type { Report } from '../report/report.ts'
import { updatedOf } from './published.ts'

/** A published year as the feed tells of it; `urlOf('')` is the report's own page, `urlOf('2-1-3-1')` an initiative's. */
export interface FeedYear {
  report: Report
  urlOf: (number: string) => string
  errataUrl: string
}

interface Entry {
  id: string
  title: string
  link: string
  date: string
  description: string
}

/** `/feed.xml` (Atom): each publication and each day's errata of a report, the newest first; from content alone. */
export function feedOf(
  years: readonly FeedYear[],
  facts: { title: string; url: string; feedUrl: string; author: string },
): string {
  const entries = years
    .flatMap((year) => [publication(year), ...corrections(year)])
    .flatMap((entry) => entry ?? [])
    .sort((a, b) => b.date.localeCompare(a.date))
  const newest = entries[0]?.date ?? years.map(({ report }) => updatedOf(report)).find((date) => date) ?? '1970-01'
  const feed = new Feed({
    id: facts.url,
    title: facts.title,
    link: facts.url,
    feedLinks: { atom: facts.feedUrl },
    language: 'ja',
    updated: timeOf(newest),
    generator: false,
    author: { name: facts.author, link: facts.url },
  })
  for (const { date, ...entry } of entries) {
    feed.addItem({
      ...entry,
      // The library says that both are HTML.
      title: asHtml(entry.title),
      description: asHtml(entry.description),
      date: timeOf(date),
      published: timeOf(date),
    })
  }
  return feed.atom1()
}

function publication({ report, urlOf }: FeedYear): Entry | null {
  if (!report.published) return null
  const { title, department, initiatives } = report
  return {
    id: urlOf(''),
    title: `${title}を公表しました`,
    link: urlOf(''),
    date: report.published,
    description: `${department}。${initiatives.length}の取組の実績を載せています。`,
  }
}

/** One entry for each erratum; those of one place and day are counted, so that each has a name of its own that lasts. */
function corrections({ report, urlOf, errataUrl }: FeedYear): Entry[] {
  const counts = new Map<string, number>()
  return report.errata.map((erratum) => {
    const { date, number, kind, changesMeaning } = erratum
    const place = `${date}-${number}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    return {
      id: `${errataUrl}#${place}-${count}`,
      title: `${kind}${changesMeaning ? '（意味が変わるもの）' : ''}：${number} ${titleOf(report, erratum)}`,
      link: report.byNumber.has(number) ? urlOf(number) : errataUrl,
      date,
      description: wordsOf(erratum),
    }
  })
}

function titleOf({ byNumber, title }: Report, { number, after }: Erratum): string {
  return byNumber.get(number)?.title ?? byNumber.get(after ?? '')?.title ?? title
}

function wordsOf({ before, after, reason }: Erratum): string {
  return [before && `前：${before}`, after && `後：${after}`, reason && `理由：${reason}`]
    .filter((part) => part)
    .join('\n')
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
}

/** `2026-02` and `2026-05-20` as the first moment of that day in Japan. */
function timeOf(date: string): Date {
  return new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00+09:00`)
}
