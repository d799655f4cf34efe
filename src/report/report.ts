import type { Body, Link, Note, Result } from './body.ts'
import { type Erratum, type GoneNumber, errataOf, formerlyAt, goneNumbers } from './errata.ts'
import { ancestorOf, compareNumbers, parentOf } from './number.ts'
import type { Summary } from './summary.ts'
import { type Relation, relationsOf } from './relation.ts'
import type { Figure, InitiativeData, OutlineData, ReportData } from './schema.ts'
import { paragraphsOf } from '../text/paragraphs.ts'

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
  viewpoint: Heading
  section: Heading
  /** `null` where the section has no subsections. */
  subsection: Heading | null
  /** The initiatives before and after it, in report order. */
  previous: Heading | null
  next: Heading | null
  /** Relations that this initiative's own links state. */
  relations: Relation[]
  /** Relations of other initiatives that point here: the way back. */
  relatedFrom: Relation[]
  /** What was corrected of it after publication. */
  errata: Erratum[]
  /** What has become of those that had its number before. */
  formerly: GoneNumber[]
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
  /** The same by their numbers. */
  byNumber: ReadonlyMap<string, Initiative>
  /** 正誤表, in the order in which it was written. */
  errata: readonly Erratum[]
  /** What staff wrote of the whole report; mostly none. */
  summaries: readonly Summary[]
  /** Numbers that no initiative has any more: their addresses lead on. */
  gone: GoneNumber[]
}

/** An initiative's front matter and what its body says. */
export type InitiativeParts = InitiativeData & { body: Body }

/** What a report is assembled from. */
export interface ReportParts {
  cover: ReportData & { body: string }
  outline: OutlineData
  initiatives: InitiativeParts[]
  errata?: readonly Erratum[]
  summaries?: readonly Summary[]
}

/**
 * Assembles the tree. Content without errors always assembles whole; while content has errors (in `npm run dev`), an
 * initiative without a place in the outline is left out.
 */
export function assembleReport({
  cover: { body, ...cover },
  outline,
  initiatives: parts,
  errata = [],
  summaries = [],
}: ReportParts): Report {
  const headings = headingsOf(outline)
  const initiatives = parts
    .flatMap((part) => initiativeOf(part, headings, errata) ?? [])
    .sort((a, b) => compareNumbers(a.number, b.number))
  const byNumber = new Map(initiatives.map((initiative) => [initiative.number, initiative]))
  initiatives.forEach((initiative, i) => {
    initiative.previous = headingOf(initiatives[i - 1])
    initiative.next = headingOf(initiatives[i + 1])
    for (const relation of initiative.relations) byNumber.get(relation.to.number)?.relatedFrom.push(relation)
  })
  const children = Map.groupBy(initiatives, ({ number }) => parentOf(number))
  const childrenOf = (number: string) => children.get(number) ?? []
  const ofViewpoint = Map.groupBy(initiatives, ({ viewpoint }) => viewpoint.number)
  const viewpoints = outline.viewpoints.map(({ number, title, sections }) => ({
    number,
    title,
    initiatives: ofViewpoint.get(number) ?? [],
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
    byNumber,
    errata,
    summaries,
    gone: goneNumbers(errata, (number) => byNumber.has(number)),
  }
}

/** Every heading of an outline by its number, in report order. */
export function headingsOf(outline: OutlineData): Map<string, Heading> {
  const all = outline.viewpoints.flatMap((viewpoint) => [
    viewpoint,
    ...viewpoint.sections.flatMap((section) => [section, ...(section.subsections ?? [])]),
  ])
  return new Map(all.map((heading) => [heading.number, { number: heading.number, title: heading.title }]))
}

function headingOf(initiative: Initiative | undefined): Heading | null {
  return initiative ? { number: initiative.number, title: initiative.title } : null
}

function initiativeOf(
  parts: InitiativeParts,
  headings: Map<string, Heading>,
  errata: readonly Erratum[],
): Initiative | null {
  const { number, title, figures, plain = '', continues = null, body } = parts
  const heading = (depth: number) => headings.get(ancestorOf(number, depth))
  const viewpoint = heading(1)
  const section = heading(2)
  const subsection = number.split('-').length === 4 ? heading(3) : null
  if (!viewpoint || !section || subsection === undefined) return null
  return {
    number,
    title,
    figures,
    plain: paragraphsOf(plain),
    continues,
    ...body,
    relations: relationsOf(number, body.links),
    relatedFrom: [],
    errata: errataOf(errata, number),
    formerly: formerlyAt(errata, number),
    previous: null,
    next: null,
    viewpoint,
    section,
    subsection,
  }
}
