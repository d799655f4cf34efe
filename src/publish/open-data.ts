import { type Note, type Result, plainText } from '../report/body.ts'
import type { Heading, Initiative, Report } from '../report/report.ts'
import type { Erratum } from '../report/errata.ts'
import type { Figure } from '../report/schema.ts'
import type { SummaryLanguage } from '../report/summary.ts'
import { parseMarkdown } from '../text/markdown.ts'

/** A result as published. `text` is verbatim, its lines parted by `\n`. */
export interface PublishedResult {
  id: string
  text: string
  /** The group heading above it, 【道路関係】. */
  group?: string
  /** The number of the initiative whose result this one repeats (再掲). */
  relistedFrom?: string
  children?: PublishedResult[]
}

export interface PublishedInitiative extends Heading {
  viewpoint: Heading
  section: Heading
  /** `null` where the section has no subsections. */
  subsection: Heading | null
  /** The path of its page, with the base: `/r7/2-1-3-1/`. */
  url: string
  results: PublishedResult[]
  notes: string[]
  /** やさしい日本語: the lines of the summary, where there is one. */
  plain?: string[]
  figures: Figure[]
  /** 正誤表: what was corrected of it after publication. */
  errata: Erratum[]
}

/** `/r7/initiatives.json`. The search index is built from it, so that what is found is what is published. */
export interface OpenData {
  /** `published` is `null` in a draft. */
  report: {
    id: string
    year: string
    title: string
    published: string | null
    department: string
    url: string
    /** What staff wrote of the whole report, line by line, where they did. */
    summaries?: { lang: SummaryLanguage; lines: string[] }[]
  }
  initiatives: PublishedInitiative[]
}

/** A report as open data, in report order. `urlOf('')` is the report's own page, `urlOf('2-1-3-1')` an initiative's. */
export function openData(report: Report, urlOf: (number: string) => string): OpenData {
  const { id, year, title, published = null, department } = report
  const summaries = report.summaries.map(({ lang, body }) => ({ lang, lines: plainLines(body) }))
  return {
    report: { id, year, title, published, department, url: urlOf(''), ...(summaries.length > 0 && { summaries }) },
    initiatives: report.initiatives.map((initiative) => publishInitiative(initiative, urlOf(initiative.number))),
  }
}

function publishInitiative(initiative: Initiative, url: string): PublishedInitiative {
  const { number, title, viewpoint, section, subsection, figures, plain } = initiative
  const relisted = new Map(
    initiative.relations
      .filter(({ kind }) => kind === 'relisting')
      .map(({ from, to }) => [from.resultId, to.number] as const),
  )
  const publishResult = ({ id, text, group, children }: Result): PublishedResult => {
    const relistedFrom = relisted.get(id)
    return {
      id,
      text,
      ...(group && { group }),
      ...(relistedFrom && { relistedFrom }),
      ...(children.length > 0 && { children: children.map(publishResult) }),
    }
  }
  return {
    number,
    title,
    viewpoint: publishHeading(viewpoint),
    section: publishHeading(section),
    subsection: subsection && publishHeading(subsection),
    url,
    results: initiative.results.map(publishResult),
    notes: initiative.notes.map(({ text }: Note) => text),
    ...(plain.length > 0 && { plain: plain.flatMap(plainLines) }),
    figures,
    errata: initiative.errata,
  }
}

/** Markdown as the lines that a reader sees. */
function plainLines(markdown: string): string[] {
  return parseMarkdown(markdown)
    .children.flatMap((block) => plainText(block).split('\n'))
    .filter((line) => line !== '')
}

const publishHeading = ({ number, title }: Heading): Heading => ({ number, title })
