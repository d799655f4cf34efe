import { csvOf } from '../publish/csv.ts'
import type { OpenData } from '../publish/open-data.ts'
import { FIGURES, RESULTS } from '../publish/tables.ts'
import { site } from '../site.ts'
import { monthName } from '../text/era.ts'

/** What a reader can take of a choice. */
export type ChosenFile = 'results.csv' | 'figures.csv' | 'docx'

/** A file that a reader asks for. */
export interface ChosenQuestion {
  file: ChosenFile
  chosen: readonly string[]
  /** Full addresses of the data files that hold the chosen initiatives. */
  data: readonly string[]
  /** The address of the choice. */
  url: string
  /** The site's address, for those in the tables; empty while it has none. */
  site: string
}

/** The chosen initiatives as a file, made as those of the whole report are; `null` where a table would have no row. */
async function chosenFile({ file, chosen, data, ...question }: ChosenQuestion): Promise<Blob | null> {
  const { report, initiatives } = await chosenData(data, chosen)
  if (file === 'docx') {
    const { wordOf } = await import('../publish/word.ts')
    const { title, published, department } = report
    const bytes = await wordOf({
      title: `${title}から選んだ取組`,
      facts: [published ? monthName(published) : '準備中', department, question.url],
      introduction: [],
      initiatives,
      author: `${site.organisation} ${department}`,
      published,
    })
    return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
  }
  if (file === 'figures.csv' && initiatives.every(({ figures }) => figures.length === 0)) return null
  const csv = csvOf(file === 'figures.csv' ? FIGURES : RESULTS, initiatives, {
    area: site.area,
    report: report.id,
    urlOf: (path) => (question.site === '' ? path : new URL(path, question.site).href),
  })
  return new Blob([csv], { type: 'text/csv' })
}

/** The data of the chosen initiatives, out of the files that hold them. */
async function chosenData(urls: readonly string[], chosen: readonly string[]): Promise<OpenData> {
  const parts = await Promise.all(urls.map(fetchData))
  const known = new Map(parts.flatMap(({ initiatives }) => initiatives.map((each) => [each.number, each] as const)))
  const [first] = parts
  if (!first) throw new Error('nothing is chosen')
  return { report: first.report, initiatives: chosen.flatMap((number) => known.get(number) ?? []) }
}

async function fetchData(url: string): Promise<OpenData> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as OpenData
}

/** A thread of its own, begun when somebody asks for a file: making one takes its time, and more code than the page. */
self.addEventListener('message', ({ data }: MessageEvent<ChosenQuestion>) => {
  chosenFile(data).then(
    (made) => post({ made }),
    () => post({ failed: true }),
  )
})

export type ChosenAnswer = { made: Blob | null } | { failed: true }

const post = (answer: ChosenAnswer) => self.postMessage(answer)
