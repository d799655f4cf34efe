import { type Link, type Note, type Result, readBody } from './body.ts'
import { ancestorOf, compareNumbers, parentOf } from './number.ts'
import { type Relation, relationsOf } from './relation.ts'
import type { Figure, InitiativeData, OutlineData, ReportData } from './schema.ts'

/** A numbered name of the outline. */
export interface Heading {
  number: string
  title: string
}

/** 取組 */
export interface Initiative extends Heading {
  figures: Figure[]
  /** やさしい日本語: the paragraphs of the summary that staff wrote; none where there is no summary. */
  plain: string[]
  continues: string | null
  results: Result[]
  notes: Note[]
  links: Link[]
  /** The body as written, for rendering. */
  markdown: string
  viewpoint: Heading
  section: Heading
  /** `null` where the section has no subsections. */
  subsection: Heading | null
  /** Relations that this initiative's own links state. */
  relations: Relation[]
  /** Relations of other initiatives that point here: the way back. */
  relatedFrom: Relation[]
}

/** 小項目 */
export interface Subsection extends Heading {
  initiatives: Initiative[]
}

/** 項目: its initiatives hang under its subsections, or directly under it where it has none. */
export interface Section extends Heading {
  subsections: Subsection[]
  /** Only those directly under it. */
  initiatives: Initiative[]
}

/** 視点 */
export interface Viewpoint extends Heading {
  sections: Section[]
  /** All of them, in report order. */
  initiatives: Initiative[]
}

/** 報告書: one fiscal year's document as one tree. */
export interface Report extends ReportData {
  /** The year in paths: `r7`. */
  id: string
  /** Markdown: 取りまとめの趣旨. */
  introduction: string
  /** The heading above the viewpoints: 行財政改革大綱の5つの視点. */
  outlineTitle: string
  viewpoints: Viewpoint[]
  /** All of them, in report order. */
  initiatives: Initiative[]
}

/** What a report is assembled from: front matter and body of each file, already checked. */
export interface ReportParts {
  cover: ReportData & { body: string }
  outline: OutlineData
  initiatives: (InitiativeData & { body: string })[]
}

/** Assembles the tree. Content that the checker passed always assembles; an initiative without a place throws. */
export function assembleReport({ cover: { body, ...cover }, outline, initiatives: sources }: ReportParts): Report {
  const headings = headingsOf(outline)
  const initiatives = sources
    .map((source) => initiativeOf(source, headings))
    .sort((a, b) => compareNumbers(a.number, b.number))
  const byNumber = new Map(initiatives.map((initiative) => [initiative.number, initiative]))
  for (const relation of initiatives.flatMap(({ relations }) => relations)) {
    byNumber.get(relation.to.number)?.relatedFrom.push(relation)
  }
  const childrenOf = (number: string) => initiatives.filter((initiative) => parentOf(initiative.number) === number)
  const viewpoints = outline.viewpoints.map(({ number, title, sections }) => ({
    number,
    title,
    initiatives: initiatives.filter(({ viewpoint }) => viewpoint.number === number),
    sections: sections.map((section) => ({
      number: section.number,
      title: section.title,
      initiatives: childrenOf(section.number),
      subsections: (section.subsections ?? []).map((subsection) => ({
        ...subsection,
        initiatives: childrenOf(subsection.number),
      })),
    })),
  }))
  return {
    ...cover,
    id: cover.year.toLowerCase(),
    introduction: body,
    outlineTitle: outline.title,
    viewpoints,
    initiatives,
  }
}

/** Every heading of an outline by its number, in report order. */
function headingsOf(outline: OutlineData): Map<string, Heading> {
  const all = outline.viewpoints.flatMap((viewpoint) => [
    viewpoint,
    ...viewpoint.sections.flatMap((section) => [section, ...(section.subsections ?? [])]),
  ])
  return new Map(all.map(({ number, title }) => [number, { number, title }]))
}

function initiativeOf(source: InitiativeData & { body: string }, headings: Map<string, Heading>): Initiative {
  const { number, title, figures, plain = '', continues = null, body } = source
  const heading = (depth: number) => headings.get(ancestorOf(number, depth))
  const viewpoint = heading(1)
  const section = heading(2)
  const subsection = number.split('-').length === 4 ? heading(3) : null
  if (!viewpoint || !section || subsection === undefined) throw new Error(`${number} has no place in the outline`)
  const { results, notes, links } = readBody(body)
  const relations = relationsOf(number, links)
  return {
    number,
    title,
    figures,
    plain: plain.split(/\n\s*\n/).filter((paragraph) => paragraph !== ''),
    continues,
    results,
    notes,
    links,
    relations,
    relatedFrom: [],
    markdown: body,
    viewpoint,
    section,
    subsection,
  }
}
