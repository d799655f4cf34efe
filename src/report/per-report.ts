import type { Report } from './report.ts'

/** A view of a report that is made once for each report, however many pages ask for it. */
export function perReport<T>(make: (report: Report) => T): (report: Report) => T {
  const made = new WeakMap<Report, { value: T }>()
  return (report) => {
    const known = made.get(report)
    if (known) return known.value
    const value = make(report)
    made.set(report, { value })
    return value
  }
}
