import { parseFiscalYear } from '../text/era.ts'
import type { Finding } from '../text/finding.ts'
import { foldForm } from '../text/fold.ts'
import { compareNaturally } from '../text/order.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { compareNumbers } from '../report/number.ts'
import { type Heading, type ReportParts, headingsOf } from '../report/report.ts'
import { type Compared, type Pair, comparedOf } from './compared.ts'
import { type FigureChange, changedFigures } from './figures.ts'
import { changedFindings } from './findings.ts'
import { type NumberChange, numbersIn } from './numbers.ts'
import { type Pairing, pairStates } from './pairing.ts'
import { type State, otherFiles } from './state.ts'
import { type SentenceChange, changedSentences, paragraph, sentencesOf } from './sentences.ts'

/** 変更点 of one report. Each list is in report order; `number` is that of the later state, `''` that of the report itself. */
export interface ReportChanges {
  /** `r7` */
  report: string
  /** Its title, of the later state. */
  title: string
  /** The month of publication, before and after; `null` where it had or has none, or was or is not there. */
  published: { before: string | null; after: string | null }
  /** Whether the whole report is new or gone. */
  whole: 'new' | 'gone' | null
  added: Heading[]
  removed: Heading[]
  moved: { from: string; to: string; title: string }[]
  renamed: { number: string; before: string; after: string }[]
  figures: ({ number: string } & FigureChange)[]
  numbers: ({ number: string; resultId: string | null } & NumberChange)[]
  sentences: ({ number: string } & SentenceChange)[]
  outline: { number: string; before: string | null; after: string | null }[]
  /** Initiatives of a published report of which a number changed with no erratum. */
  uncorrected: Heading[]
  /** The titles of all initiatives that are named, by number. */
  titles: ReadonlyMap<string, string>
}

/** 変更点: what differs between two states of a content folder, by meaning. */
export interface Changes {
  /** Of every year that either state has, the newest first; a year without changes has empty lists. */
  reports: ReportChanges[]
  findings: { new: Finding[]; gone: Finding[] }
  /** What can't be read in the later state, and so can't be compared. */
  unread: string[]
  /** Other files of the folder that say something else now: `glossary.yml`. */
  files: string[]
}

/** Compares two states of a content folder. What one of them can't read is no change: its findings tell of it. */
export function changesOf(before: State, after: State): Changes {
  const unread = new Set([...before.unread, ...after.unread])
  const years = new Set([...after.reports, ...before.reports].map(({ cover }) => cover.year))
  const reports = [...years]
    .sort((a, b) => compareNaturally(b, a))
    .filter((year) => !isUnread(year, unread))
    .map((year) => {
      const [old, fresh] = [before, after].map(({ reports }) => reports.find(({ cover }) => cover.year === year))
      const changes = changesOfReport(year, old ?? null, fresh ?? null, unread)
      return { ...changes, uncorrected: uncorrected(changes, before, after) }
    })
  const renumbered = new Map(
    reports.flatMap(({ report, moved }) => moved.map(({ from, to }) => [fileOf(report, from), fileOf(report, to)])),
  )
  return {
    reports,
    findings: changedFindings(before.findings, after.findings, renumbered),
    unread: [...after.unread],
    files: otherFiles(before, after),
  }
}

const fileOf = (report: string, number: string) => `${report}/initiatives/${number}.md`

/** Whether all of a year can't be read, for its cover or outline can't be. */
function isUnread(year: string, unread: ReadonlySet<string>): boolean {
  return ['report.md', 'outline.yml'].some((file) => unread.has(`${year.toLowerCase()}/${file}`))
}

function changesOfReport(
  year: string,
  before: ReportParts | null,
  after: ReportParts | null,
  unread: ReadonlySet<string>,
): Omit<ReportChanges, 'uncorrected'> {
  const report = year.toLowerCase()
  const isRead = ({ number }: Compared) => !unread.has(fileOf(report, number))
  const [old, fresh] = [before, after].map((parts) => (parts?.initiatives ?? []).map(comparedOf).filter(isRead))
  const pairing = pairStates(old ?? [], fresh ?? [])
  const pairs = pairing.pairs.sort((a, b) => compareNumbers(a.after.number, b.after.number))
  const texts = textChanges(pairs, parseFiscalYear(year) ?? 0)
  return {
    report,
    title: (after ?? before)?.cover.title ?? '',
    published: { before: before?.cover.published ?? null, after: after?.cover.published ?? null },
    whole: before === null ? 'new' : after === null ? 'gone' : null,
    added: headings(pairing.added),
    removed: headings(pairing.removed),
    moved: pairs
      .filter(({ before, after }) => before.number !== after.number)
      .map(({ before, after }) => ({ from: before.number, to: after.number, title: after.title })),
    renamed: pairs
      .filter(({ before, after }) => foldForm(before.title) !== foldForm(after.title))
      .map(({ before, after }) => ({ number: after.number, before: before.title, after: after.title })),
    ...texts,
    sentences: [...coverChanges(before, after), ...texts.sentences],
    outline: outlineChanges(before, after),
    titles: new Map([...(old ?? []), ...(fresh ?? [])].map(({ number, title }) => [number, title])),
  }
}

function headings(initiatives: Pairing['added']): Heading[] {
  return initiatives.map(({ number, title }) => ({ number, title })).sort((a, b) => compareNumbers(a.number, b.number))
}

/** What changed in figures and sentences of initiatives that both states of a report of `year` have. */
export function textChanges(
  pairs: readonly Pair[],
  year: number,
  renumbered: ReadonlyMap<string, string> = new Map(pairs.map(({ before, after }) => [before.number, after.number])),
): Pick<ReportChanges, 'figures' | 'numbers' | 'sentences'> {
  const all = pairs.map(({ before, after }) => {
    const { number } = after
    const sentences = changedSentences(sentencesOf(before, renumbered), sentencesOf(after, new Map()))
    return {
      figures: changedFigures(before.figures, after.figures).map((change) => ({ number, ...change })),
      numbers: numbersIn(sentences, year).map(({ resultId, before, after }) => ({ number, resultId, before, after })),
      sentences: sentences.map((change) => ({ number, ...change })),
    }
  })
  return {
    figures: all.flatMap(({ figures }) => figures),
    numbers: all.flatMap(({ numbers }) => numbers),
    sentences: all.flatMap(({ sentences }) => sentences),
  }
}

/** The cover's own words: title, department, introduction. A report that is new or gone is told of as a whole. */
function coverChanges(before: ReportParts | null, after: ReportParts | null): ReportChanges['sentences'] {
  if (!before || !after) return []
  const sentences = ({ cover: { title, department, body } }: ReportParts) =>
    [title, department]
      .map((text) => [paragraph('cover', text)])
      .concat([paragraphsOf(body).map((text) => paragraph('note', text))])
  const [old, fresh] = [sentences(before), sentences(after)]
  return old.flatMap((texts, i) => changedSentences(texts, fresh[i] ?? []).map((change) => ({ number: '', ...change })))
}

function outlineChanges(before: ReportParts | null, after: ReportParts | null): ReportChanges['outline'] {
  const [old, fresh] = [before, after].map(
    (parts) =>
      new Map(
        parts
          ? ([
              ['', parts.outline.title],
              ...Array.from(headingsOf(parts.outline).values(), ({ number, title }) => [number, title] as const),
            ] as const)
          : [],
      ),
  )
  const numbers = new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])
  return [...numbers]
    .map((number) => ({ number, before: old?.get(number) ?? null, after: fresh?.get(number) ?? null }))
    .filter(({ before, after }) => before === null || after === null || foldForm(before) !== foldForm(after))
    .sort((a, b) => compareNumbers(a.number, b.number))
}

/** Where a number changed that had been published, readers are owed an erratum; one for each state of the number. */
function uncorrected(
  { report, published, figures, numbers, titles }: Omit<ReportChanges, 'uncorrected'>,
  before: State,
  after: State,
): Heading[] {
  if (published.before === null) return []
  const count = ({ reports }: State, number: string): number =>
    reports
      .find(({ cover }) => cover.year.toLowerCase() === report)
      ?.errata?.filter((erratum) => erratum.number === number).length ?? 0
  return [...new Set([...figures, ...numbers].map(({ number }) => number))]
    .filter((number) => number !== '' && count(after, number) <= count(before, number))
    .sort(compareNumbers)
    .map((number) => ({ number, title: titles.get(number) ?? '' }))
}
