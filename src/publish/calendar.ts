import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import ical, { ICalEventTransparency } from 'ical-generator'
import type { Report } from '../report/report.ts'
import type { TimelineEntry } from '../report/timeline.ts'
import { calendarYearOf } from '../text/era.ts'

/**
 * The announced entries of a timeline as an iCalendar file (RFC 5545): one all-day event each, as long as the day, the
 * month, the calendar year or the fiscal year that the text names, and without keeping anybody's time busy. `urlOf`
 * gives the full address of an entry's result, if the site has one.
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
    const dates = datesOf(entry)
    const summary = `${entry.when} ${entry.initiative.title}`
    calendar.createEvent({
      id: idOf([report.id, entry.initiative.number, entry.resultId, dates.start, dates.end, summary, entry.text]),
      ...dates,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description: entry.text,
      url: urlOf(entry),
      // The day of publication, not of the build: the same report gives the same file.
      stamp: `${report.published ?? FIRST_MONTH}-01T00:00:00Z`,
    })
  }
  return `${calendar.toString()}\r\n`
}

/**
 * A name for what an event says. A static site doesn't know what it said before, so it can't count up an event's
 * SEQUENCE: an event whose text changed is a new one, and a calendar that subscribed drops the one that is gone.
 */
function idOf(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, 32)
}

/** The stamp of a draft, which has no day of publication yet. */
const FIRST_MONTH = '1970-01'

/** First day and the day after the last: fiscal year 2026 → 2026-04-01 to 2027-04-01. */
function datesOf({ time }: TimelineEntry): { start: string; end: string } {
  const year = calendarYearOf(time)
  const { month, day } = time
  const first = new Date(Date.UTC(year, (month ?? (time.calendar ? 1 : 4)) - 1, day ?? 1))
  const end = new Date(first)
  if (day !== undefined) end.setUTCDate(day + 1)
  else if (month !== null) end.setUTCMonth(month)
  else end.setUTCFullYear(year + 1)
  return { start: first.toISOString().slice(0, 10), end: end.toISOString().slice(0, 10) }
}
