import type { ReportParts } from '../report/report.ts'
import { correctionsSchema } from '../report/schema.ts'
import { mendErrata } from './errata-file.ts'
import { type MovedFiles, mendLinks } from './mend-body.ts'
import { type Edit, itemLines, placedYaml, removeKey, replaceNumber, withEdits } from './patch.ts'
import type { Renumbering } from './renumbering.ts'
import type { Revised } from './revision.ts'

/** Texts after a renumbering, and what a person should look at. */
export interface Mended {
  texts: Map<string, string>
  says: string[]
}

/** The path of an initiative's file. */
export function initiativePath(year: string, number: string): string {
  return `${year}/initiatives/${number}.md`
}

/** `r7` */
export function yearOf({ cover }: ReportParts): string {
  return cover.year.toLowerCase()
}

/** The report of the year after, if there is one. */
export function reportAfter({ reports }: Revised, report: ReportParts): ReportParts | undefined {
  return reports.find(({ cover }) => orderOfYear(cover.year) === orderOfYear(report.cover.year) + 1)
}

/** `R7` → 7 */
export function orderOfYear(year: string): number {
  return Number(year.slice(1))
}

/** All that names numbers of a report, after a renumbering of it: only the bytes concerned are others. */
export function mendNumbers(content: Revised, report: ReportParts, renumbering: Renumbering): Mended {
  const year = yearOf(report)
  const texts = new Map(content.texts)
  const says: string[] = []
  const moved: MovedFiles = new Map(
    [...renumbering.initiatives].map(([from, to]) => [
      initiativePath(year, from),
      to === null ? null : initiativePath(year, to),
    ]),
  )
  for (const path of moved.keys()) texts.delete(path)
  for (const [path, text] of content.texts) {
    if (!path.endsWith('.md') || moved.get(path) === null || !/^r\d+\/(?:report\.md$|initiatives\/)/.test(path))
      continue
    const links = mendLinks(path, text, moved)
    says.push(...links.says)
    const to = moved.get(path) ?? path
    texts.set(to, withEdits(text, [...links.edits, ...(to === path ? [] : [numberEdit(path, text, to)])]))
  }
  const mend = (path: string, change: (text: string) => string) => {
    const text = texts.get(path)
    if (text !== undefined) texts.set(path, change(text))
  }
  mend(`${year}/corrections.yml`, (text) => mendCorrections(`${year}/corrections.yml`, text, renumbering))
  mend(`${year}/errata.yml`, (text) => mendErrata(`${year}/errata.yml`, text, renumbering))
  mend(`${year}/outline.yml`, (text) => mendOutline(`${year}/outline.yml`, text, report, renumbering))
  const after = reportAfter(content, report)
  for (const { number, continues } of after?.initiatives ?? []) {
    const fresh = continues === undefined ? undefined : renumbering.initiatives.get(continues)
    if (!after || continues === undefined || fresh === undefined) continue
    const path = initiativePath(yearOf(after), number)
    mend(path, (text) => {
      const yaml = placedYaml(path, text)
      const edit = fresh === null ? removeKey(yaml, 'continues') : replaceNumber(yaml, 'continues', continues, fresh)
      return withEdits(text, [edit])
    })
    if (fresh === null) says.push(`${path}: 前の年度の取組がなくなるので、「continues」の行を消しました。`)
  }
  return { texts, says }
}

function numberEdit(path: string, text: string, to: string): Edit {
  const numberIn = (file: string) => file.slice(file.lastIndexOf('/') + 1, -'.md'.length)
  return replaceNumber(placedYaml(path, text), 'number', numberIn(path), numberIn(to))
}

function mendCorrections(path: string, text: string, { initiatives }: Renumbering): string {
  const yaml = placedYaml(path, text)
  const { links } = correctionsSchema.parse(yaml.value)
  const mended = links.map((link, i): Edit[] => {
    const [target = ''] = link.to.split('#')
    const [inside, to] = [initiatives.get(link.in), initiatives.get(target)]
    if (inside === null || to === null) return [{ ...itemLines(yaml, `links.${i}`), text: '' }]
    return [
      ...(inside ? [replaceNumber(yaml, `links.${i}.in`, link.in, inside)] : []),
      ...(to ? [replaceNumber(yaml, `links.${i}.to`, target, to)] : []),
    ]
  })
  // A key without any item below it would have no value.
  const isEmptied = links.length > 0 && mended.every((edits) => edits.some((edit) => edit.text === ''))
  const colon = yaml.at + (yaml.keyAt.get('links') ?? 0) + 'links:'.length
  return withEdits(text, [...mended.flat(), ...(isEmptied ? [{ start: colon, end: colon, text: ' []' }] : [])])
}

function mendOutline(path: string, text: string, { outline }: ReportParts, { headings }: Renumbering): string {
  if (headings.size === 0) return text
  const yaml = placedYaml(path, text)
  const edits: Edit[] = []
  const mend = (items: readonly { number: string }[], at: string): void => {
    items.forEach((item, i) => {
      const key = `${at}.${i}`
      const fresh = headings.get(item.number)
      if (fresh === null) {
        edits.push({ ...itemLines(yaml, key), text: '' })
        return
      }
      if (fresh) edits.push(replaceNumber(yaml, `${key}.number`, item.number, fresh))
      for (const below of ['sections', 'subsections'] as const) {
        const children = (item as { [key in typeof below]?: { number: string }[] })[below]
        if (children) mend(children, `${key}.${below}`)
      }
    })
  }
  mend(outline.viewpoints, 'viewpoints')
  return withEdits(text, edits)
}
