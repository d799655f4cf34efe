import ical from 'ical-generator'
import type { Report } from '../report/report.ts'
import type { TimelineEntry } from '../report/timeline.ts'

/**
 * The announced entries of a timeline as an iCalendar file (RFC 5545): one all-day event each, as long as the month or
 * the fiscal year that the text names. `urlOf` gives the full address of an entry's result, if the site has one.
 */
export function calendarOf(
  report: Report,
  entries: TimelineEntry[],
  urlOf: (entry: TimelineEntry) => string | null,
): string {
  const calendar = ical({
    name: `${report.title} 今後の予定`,
    prodId: { company: report.department, product: report.title, language: 'JA' },
  })
  for (const entry of entries) {
    if (entry.kind !== 'announced') continue
    const { number, title } = entry.initiative
    calendar.createEvent({
      id: `${report.id}-${number}-${entry.resultId}-${entry.fiscalYear}-${entry.month ?? 'year'}`,
      ...datesOf(entry),
      allDay: true,
      summary: `${entry.when} ${title}`,
      description: entry.text,
      url: urlOf(entry),
      // The day of publication, not of the build: the same report gives the same file.
      stamp: `${report.published ?? FIRST_MONTH}-01T00:00:00Z`,
    })
  }
  return calendar.toString()
}

/** The stamp of a draft, which has no day of publication yet. */
const FIRST_MONTH = '1970-01'

/** First day and the day after the last: fiscal year 2026 → 2026-04-01 to 2027-04-01. */
function datesOf({ fiscalYear, month }: TimelineEntry): { start: string; end: string } {
  if (month === null) return { start: `${fiscalYear}-04-01`, end: `${fiscalYear + 1}-04-01` }
  const year = month <= 3 ? fiscalYear + 1 : fiscalYear
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return { start: `${year}-${String(month).padStart(2, '0')}-01`, end: `${next}-01` }
}
