import { foldForm } from '../text/fold.ts'
import { ancestorOf, parentOf } from '../report/number.ts'
import { perReport } from '../report/per-report.ts'
import type { Heading, Initiative, Report } from '../report/report.ts'

/** What tells whether two initiatives of two years are one. */
export interface Continuing extends Heading {
  continues?: string | null
  section: Heading
}

/** Which initiatives of a year go on in a later one. */
export interface Continuation<T extends Continuing> {
  /** The later year's initiative by the number of the earlier one. */
  later: ReadonlyMap<string, T>
  /** The earlier year's by the number of the later one. */
  earlier: ReadonlyMap<string, T>
  /** Of the later year, what begins there, but by its title may go on from one of another section: only staff know. */
  doubtful: ReadonlyMap<string, T>
}

/**
 * The same initiatives in two years: the one that names the earlier number in `continues`, else the one of the same title
 * in the same section, which is one of the same number or of the same heading, for either may change.
 */
export function continuationOf<T extends Continuing>(before: readonly T[], after: readonly T[]): Continuation<T> {
  const later = new Map<string, T>()
  const earlier = new Map<string, T>()
  const join = (old: T, fresh: T) => later.set(old.number, fresh) && earlier.set(fresh.number, old)
  const byNumber = new Map(before.map((initiative) => [initiative.number, initiative]))
  for (const initiative of after) {
    const named = byNumber.get(initiative.continues ?? '')
    if (named && !later.has(named.number)) join(named, initiative)
  }
  const keys = [
    ({ number, title }: T) => `${number}\n${foldForm(title)}`,
    ({ number, title }: T) => `${parentOf(number)}\n${foldForm(title)}`,
    ({ number, title }: T) => `${ancestorOf(number, 2)}\n${foldForm(title)}`,
    ({ section, title }: T) => `${foldForm(section.title)}\n${foldForm(title)}`,
  ]
  const isOpen = ({ number, continues }: T) => !earlier.has(number) && (continues ?? null) === null
  for (const keyOf of keys) {
    const candidates = Map.groupBy(
      before.filter(({ number }) => !later.has(number)),
      keyOf,
    )
    for (const initiative of after.filter(isOpen)) {
      const other = candidates.get(keyOf(initiative))?.shift()
      if (other) join(other, initiative)
    }
  }
  const gone = Map.groupBy(
    before.filter(({ number }) => !later.has(number)),
    ({ title }) => foldForm(title),
  )
  const doubtful = new Map(
    after.filter(isOpen).flatMap((initiative) => {
      const [namesake] = gone.get(foldForm(initiative.title)) ?? []
      return namesake ? [[initiative.number, namesake] as const] : []
    }),
  )
  return { later, earlier, doubtful }
}

const known = perReport((): WeakMap<Report, Continuation<Initiative>> => new WeakMap())

/** The same of two reports, made once for each two. */
export function continuationBetween(before: Report, after: Report): Continuation<Initiative> {
  const ofBefore = known(before)
  const continuation = ofBefore.get(after) ?? continuationOf(before.initiatives, after.initiatives)
  ofBefore.set(after, continuation)
  return continuation
}

/** The number that each initiative of `before` has in `after`, where it goes on. */
export function renumberedBetween(before: Report, after: Report): Map<string, string> {
  return new Map(Array.from(continuationBetween(before, after).later, ([number, { number: now }]) => [number, now]))
}
