import type { Finding } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { type InitiativeFile, numberOf } from '../initiative/initiative.ts'

/**
 * What `continues` names must stand in the report of the year before, `before`, and two initiatives can't go on from
 * one: a wrong number would tell readers that an announcement was never reported on. A first year has nothing to look in.
 */
export function checkContinues(
  initiatives: readonly InitiativeFile[],
  before: { year: string; initiatives: readonly InitiativeFile[] } | undefined,
): Finding[] {
  if (!before) return []
  const known = new Set(before.initiatives.map(numberOf))
  const first = new Map<string, InitiativeFile>()
  return initiatives.flatMap((initiative) => {
    const { continues, continuesPlace, title } = initiative
    if (continues === null) return []
    if (!known.has(continues)) {
      const namesake = before.initiatives.find((other) => title !== null && other.title === title)
      const says = `「continues」の ${continues} という取組は、前の年度（${before.year}）にありません。前の年度の番号を確かめてください。名前も場所も同じ取組なら、この行は要りません。`
      const expected = (namesake && numberOf(namesake)) ?? `${before.year}/initiatives にある取組の番号`
      return [finding('continues/unknown', continuesPlace, says, { expected })]
    }
    const other = first.get(continues)
    if (other) {
      const says = `前の年度の ${continues} は、${other.file} も「continues」に書いています。続きになる取組は1つです。どちらかの行を消してください。`
      return [finding('continues/twice', continuesPlace, says, { related: other.continuesPlace })]
    }
    first.set(continues, initiative)
    return []
  })
}
