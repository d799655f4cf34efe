import { getReports } from '../../../content.ts'
import { partingOf } from '../../../parting.ts'

/** The tables of a viewpoint, `/r7/select/2.json`, where those of the whole report would be too heavy. */
export async function getStaticPaths() {
  return (await getReports())
    .filter((report) => partingOf(report).tables)
    .flatMap((report) =>
      report.viewpoints.map(({ number, initiatives }) => ({
        params: { year: report.id, viewpoint: number },
        props: { report: { ...report, initiatives } },
      })),
    )
}

export { GET } from '../select.json.ts'
