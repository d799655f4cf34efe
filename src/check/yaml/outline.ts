import { type Finding, type Place } from '../../text/finding.ts'
import { parseNumber } from '../../report/number.ts'
import { type OutlineData, outlineSchema } from '../../report/schema.ts'
import { finding } from '../catalogue.ts'
import { type TitleOf, checkTitle } from '../initiative/titles.ts'
import { checkLevel } from './outline-numbers.ts'
import { readYamlFile } from './yaml-file.ts'

/** A heading of outline.yml as far as it can be read, so that one finding does not hide the rest. */
export interface OutlineHeading {
  depth: 1 | 2 | 3
  /** `null` where it has not the form of its level. */
  number: string | null
  title: string | null
  /** Of its number, and of its title. */
  place: Place
  titlePlace: Place
  children: OutlineHeading[]
}

/** What the rules for initiatives need of an outline. */
export interface Outline {
  file: string
  /** The heading above the viewpoints. */
  title: { text: string; place: Place } | null
  viewpoints: OutlineHeading[]
  /** Whether every heading could be read, so that a number that is not there is really missing. */
  complete: boolean
  /** Numbers whose absence has been told already, and headings with a finding of their own. */
  missing: Set<string>
  told: Set<OutlineHeading>
}

const LEVELS: { depth: 1 | 2 | 3; list: string; of: TitleOf }[] = [
  { depth: 1, list: 'viewpoints', of: 'viewpoint' },
  { depth: 2, list: 'sections', of: 'section' },
  { depth: 3, list: 'subsections', of: 'subsection' },
]

/** Reads outline.yml and checks its titles and the numbers of every level. */
export function checkOutline(
  file: string,
  text: string,
): { outline: Outline; data: OutlineData | null; findings: Finding[] } {
  const yaml = readYamlFile(file, text, 1, outlineSchema)
  const findings = [...yaml.findings]
  const title = yaml.value?.['title']
  if (typeof title === 'string') findings.push(...checkTitle(title, 'outline', (at) => yaml.placeIn('title', at)))

  const readLevel = (parent: Record<string, unknown> | null, path: string, level: number): OutlineHeading[] => {
    const { depth, list, of } = LEVELS[level] ?? { depth: 3, list: '', of: 'subsection' }
    const items = parent?.[list]
    if (!Array.isArray(items)) return []
    return items.flatMap((item: unknown, i) => {
      if (typeof item !== 'object' || item === null) return []
      const heading = item as Record<string, unknown>
      const at = `${path}${list}.${i}`
      const title = typeof heading['title'] === 'string' ? heading['title'].trim() : null
      if (title) findings.push(...checkTitle(title, of, (offset) => yaml.placeIn(`${at}.title`, offset)))
      const number = String(heading['number'])
      const written = yaml.writtenAt(`${at}.number`)
      // YAML reads `01` and `0x1` as the number 1.
      if (typeof heading['number'] === 'number' && !new RegExp(`^${number}(?![\\w.])`).test(written)) {
        const says = `「number」に「${written.trim()}」という値があります。半角の数字で書いてください。`
        findings.push(finding('number/form', yaml.placeOf(`${at}.number`), says, { expected: number }))
      }
      return {
        depth,
        number: parseNumber(number)?.length === depth ? number : null,
        title,
        place: yaml.placeOf(`${at}.number`),
        titlePlace: yaml.placeOf(`${at}.title`),
        children: readLevel(heading, `${at}.`, level + 1),
      }
    })
  }
  const viewpoints = readLevel(yaml.value, '', 0)
  const outline: Outline = {
    file,
    title: typeof title === 'string' ? { text: title.trim(), place: yaml.placeOf('title') } : null,
    viewpoints,
    complete: yaml.value !== null && yaml.findingPaths.every((path) => /(?:^|\.)(?:number|title)$/.test(path)),
    missing: new Set(),
    told: new Set(),
  }
  findings.push(...checkLevel(viewpoints, '', outline), ...repeatedTitles(viewpoints))
  return { outline, data: yaml.data, findings }
}

/** Two headings of one name under one heading: readers can't tell which is meant. */
function repeatedTitles(headings: readonly OutlineHeading[]): Finding[] {
  return headings.flatMap((heading, i) => {
    const other = headings.slice(0, i).find(({ title }) => title !== null && title === heading.title)
    const inside = repeatedTitles(heading.children)
    if (!other) return inside
    const says = `同じ名前「${heading.title}」の見出しが ${other.titlePlace.line} 行目にもあります。名前を確かめてください。`
    return [finding('title/repeated', heading.titlePlace, says, { related: other.titlePlace }), ...inside]
  })
}

/** All headings, parents before their children. */
export function flatHeadings(headings: readonly OutlineHeading[]): OutlineHeading[] {
  return headings.flatMap((heading) => [heading, ...flatHeadings(heading.children)])
}
