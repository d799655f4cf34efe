import { leavesNumber } from '../../report/errata.ts'
import type { Finding } from '../../text/finding.ts'
import { numberOf } from '../initiative/initiative.ts'
import type { ReadYear } from '../year.ts'
import { checkContinues } from './continues.ts'
import { checkErrataAcross } from './errata.ts'
import { checkCoverTargets, checkTargets } from './links.ts'
import { checkNumbers } from './number.ts'
import { checkQuotedNumbers } from './relistings.ts'
import { checkTranscription } from './transcription.ts'
import { checkUnchanged } from './unchanged.ts'

/** The rules that need more than one file. `paths` are those of all files of the content folder. */
export function checkAcross(years: readonly ReadYear[], paths: ReadonlySet<string>): Finding[] {
  const destinations = {
    initiatives: new Map(years.flatMap(({ initiatives }) => initiatives.map((facts) => [facts.file, facts]))),
    files: paths,
  }
  return years.flatMap((year) => {
    const { outline, coverTargets, initiatives } = year
    const before = years.find((other) => orderOf(other) === orderOf(year) - 1)
    const byNumber = new Map(initiatives.map((facts) => [numberOf(facts), facts]))
    const ofLinks = initiatives
      .filter(({ targets }) => targets.length > 0)
      .flatMap((facts) => [
        ...checkTargets(facts, destinations),
        ...checkQuotedNumbers(facts, (number) => byNumber.get(number)),
      ])
    return [
      ...checkCoverTargets(coverTargets, destinations),
      ...checkNumbers(initiatives, outline, numbersLeft(year)),
      ...checkContinues(initiatives, before),
      ...ofLinks,
      ...checkErrataAcross(year.errata, byNumber),
      ...checkUnchanged(year, before),
      ...ofSource(year),
    ]
  })
}

/** Numbers that initiatives have left since publication: they stay free. */
function numbersLeft({ errata }: ReadYear): Set<string> {
  return new Set(errata.flatMap(({ erratum }) => (leavesNumber(erratum) ? [erratum.number] : [])))
}

/** `r7` → 7 */
function orderOf({ year }: ReadYear): number {
  return Number(year.slice(1))
}

function ofSource({ source, corrections, errata, coverWritten, outline, initiatives }: ReadYear): Finding[] {
  if (!source || !corrections) return []
  const report = { cover: coverWritten, outline, initiatives, errata: errata.map(({ erratum }) => erratum) }
  return checkTranscription(source, corrections, report)
}
