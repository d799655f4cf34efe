import { flatResults } from './body.ts'
import type { ReportParts } from './report.ts'

/** Every line of a report that can be searched, verbatim: the titles of its outline, then each initiative's title, group headings, results and notes. */
export function linesOfReport({ outline, initiatives }: Pick<ReportParts, 'outline' | 'initiatives'>): string[] {
  const headings = outline.viewpoints.flatMap((viewpoint) => [
    viewpoint.title,
    ...viewpoint.sections.flatMap(({ title, subsections = [] }) => [title, ...subsections.map((each) => each.title)]),
  ])
  const lines = initiatives.flatMap(({ title, body: { results, notes } }) => [
    title,
    ...flatResults(results).flatMap(({ group = '', text }) => [group, ...text.split('\n')]),
    ...notes.flatMap(({ text }) => text.split('\n')),
  ])
  return [...headings, ...lines]
}
