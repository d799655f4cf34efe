import { type Erratum, errataSchema } from '../../report/errata.ts'
import type { ReportData } from '../../report/schema.ts'
import type { Finding, Place } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { readYamlFile } from './yaml-file.ts'

/** An entry of errata.yml, and where its parts stand. */
export interface WrittenErratum {
  erratum: Erratum
  placeOf: (key: keyof Erratum) => Place
}

/** errata.yml by itself: the form, a date after publication, a reason. `cover` is `null` where it can't be read. */
export function checkErrata(
  file: string,
  text: string,
  cover: Pick<ReportData, 'published'> | null,
): { errata: WrittenErratum[]; findings: Finding[] } {
  const yaml = readYamlFile(file, text, 1, errataSchema)
  const errata = (yaml.data ?? []).map((erratum, i): WrittenErratum => {
    return { erratum, placeOf: (key) => yaml.placeOf(`${i}.${key}`) }
  })
  const own = errata.flatMap(({ erratum, placeOf }) => [
    ...(cover ? dateFindings(erratum.date, cover.published, placeOf('date')) : []),
    ...(erratum.reason === '' ? [noReason(placeOf('reason'))] : []),
  ])
  return { errata, findings: [...yaml.findings, ...own] }
}

function dateFindings(date: string, published: string | undefined, place: Place): Finding[] {
  if (published === undefined) {
    const says =
      'この年度はまだ公表していない（report.md に published がない）ので、正誤表は要りません。本文をそのまま直し、ここは消してください。'
    return [finding('errata/date', place, says)]
  }
  if (date.slice(0, 7) >= published) return []
  const says = `訂正した日 ${date} が、公表した年月 ${published} より前です。公表する前の直しは書きません。日付を確かめてください。`
  return [finding('errata/date', place, says, { expected: `${published} か、それより後の日付` })]
}

function noReason(place: Place): Finding {
  const says = '訂正の理由がありません。読む人に分かるように「reason」に書いてください。'
  return finding('errata/reason', place, says, { expected: 'reason: 集計の誤りを直した のような文' })
}
