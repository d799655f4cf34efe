import type { Root } from 'mdast'
import { type Body, bodyOf, flatResults } from '../../report/body.ts'
import type { WrittenBody } from '../../import/transcription/content.ts'
import { splitFrontMatter } from '../../text/front-matter.ts'
import type { Finding, Place } from '../../text/finding.ts'
import type { SourceFile } from '../../text/source-file.ts'
import { isInitiativeNumber } from '../../report/number.ts'
import { type InitiativeData, initiativeSchema } from '../../report/schema.ts'
import { finding } from '../catalogue.ts'
import { checkFile } from '../folder/text.ts'
import { checkBody, checkNesting } from './body.ts'
import { readBodySource } from './body-source.ts'
import { checkFigures } from './figures.ts'
import { type NumberOfBody, placeOfNumber } from './number-place.ts'
import { checkFootnotes, marksIn } from './footnotes.ts'
import { type Target, checkSchemes, targetsOf } from './addresses.ts'
import { checkFrontMatter } from '../yaml/front-matter.ts'
import { checkPlain } from './plain.ts'
import { checkTitle } from './titles.ts'
import { type YamlFile, readYamlFile } from '../yaml/yaml-file.ts'

/** What the rules across files need of one initiative; its syntax tree is gone by then. */
export interface InitiativeFile {
  file: string
  /** The number that the file's name states; `null` where the name has another form. */
  named: string | null
  /** The number of its front matter; `null` where there is none of that form. */
  number: string | null
  /** What stands at `number:`, whatever it is; `null` where nothing does. */
  written: string | null
  numberPlace: Place
  title: string | null
  titlePlace: Place
  /** The number that it says it had the year before; `null` where it says none of that form. */
  continues: string | null
  continuesPlace: Place
  figuresPlace: Place
  /** The body as written, to be compared with the received document. */
  markdown: WrittenBody | null
  /** `null` where it could not be read. */
  body: Body | null
  /** Its front matter; `null` where that has a fault. */
  data: InitiativeData | null
  /** Anchors of its results, `r1-2`. */
  anchors: Set<string>
  targets: Target[]
}

/** One initiative as it is read; its syntax tree is gone when the next one comes. */
export interface ReadInitiative {
  /** Path of its file from the content folder: `r7/initiatives/2-1-3-1.md`. */
  file: string
  number: string
  /** The body as written, and its tree. */
  markdown: string
  tree: Root
  body: Body
}

/** What was read of one initiative's file. */
export interface InitiativeRead {
  facts: InitiativeFile
  findings: Finding[]
}

/** Reads and checks one initiative's file; `visit` is shown what can be read. `years` as for `checkInitiative`. */
export function readInitiative(
  file: SourceFile,
  years: readonly number[],
  visit: (initiative: ReadInitiative) => void = () => {},
): InitiativeRead {
  let facts: InitiativeFile | null = null
  const findings = checkFile(file, (path, text) => {
    const checked = checkInitiative(path, text, years)
    facts = checked.facts
    if (checked.read) visit({ file: path, ...checked.read })
    return checked.findings
  })
  return { facts: facts ?? unreadInitiative(file.path), findings }
}

/**
 * Reads one initiative, a Markdown file, and checks all that lies within it. `years` is the fiscal year of its report,
 * or both years where the folder's name and report.md name two. `read` is what whoever renders it is shown; its tree is not kept.
 */
export function checkInitiative(
  file: string,
  text: string,
  years: readonly number[],
): { facts: InitiativeFile; read: Omit<ReadInitiative, 'file'> | null; findings: Finding[] } {
  const start: Place = { file, line: 1, column: 1 }
  const parts = splitFrontMatter(text)
  const facts: InitiativeFile = {
    file,
    named: numberOfName(file),
    number: null,
    written: null,
    numberPlace: start,
    title: null,
    titlePlace: start,
    continues: null,
    continuesPlace: start,
    figuresPlace: start,
    markdown: null,
    body: null,
    data: null,
    anchors: new Set(),
    targets: [],
  }
  if (typeof parts === 'string') return { facts, read: null, findings: [checkFrontMatter(parts, file, text)] }

  const yaml = readYamlFile(file, parts.yaml, parts.yamlLine, initiativeSchema)
  const title = typeof yaml.value?.['title'] === 'string' ? yaml.value['title'].trim() : null
  const written = yaml.value?.['number'] ?? null
  const continues = yaml.value?.['continues']
  const [reportYear = null] = years
  const plain = checkPlain(file, yaml, reportYear)
  const ofYaml = [
    ...yaml.findings,
    ...(title ? checkTitle(title, 'initiative', (offset) => yaml.placeIn('title', offset), reportYear) : []),
    ...plain.findings,
    ...sameLabels(yaml),
  ]
  const read = {
    ...facts,
    written: written === null ? null : `${written as string | number | boolean}`,
    number: typeof written === 'string' && isInitiativeNumber(written) ? written : null,
    numberPlace: yaml.placeOf('number'),
    title: title === '' ? null : title,
    titlePlace: yaml.placeOf('title'),
    continues: typeof continues === 'string' && isInitiativeNumber(continues) ? continues : null,
    continuesPlace: yaml.placeOf('continues'),
    figuresPlace: yaml.placeOf('figures'),
    markdown: { file, text: parts.body, firstLine: parts.bodyLine },
  }
  const nesting = checkNesting(file, parts)
  if (nesting.length > 0) return { facts: read, read: null, findings: [...ofYaml, ...nesting] }

  const source = readBodySource(file, parts, 'initiative', reportYear)
  const body = bodyOf(source.tree, source.firstLine)
  const targets = [...plain.targets, ...targetsOf(source)]
  const titleMarks = marksIn(title ?? '').map(({ mark, start }) => ({ mark, place: yaml.placeIn('title', start) }))
  const ofBody = [
    ...checkBody(source, body),
    // Without a readable title nobody can say whether a ※ stands in it.
    ...(title === null ? [] : checkFootnotes(source, titleMarks)),
    ...checkSchemes(targets),
  ]
  const ofFigures = figuresOf(yaml, body, years, read.markdown)
  return {
    facts: {
      ...read,
      body,
      data: yaml.data,
      anchors: new Set(flatResults(body.results).map(({ id }) => id)),
      targets,
    },
    read: yaml.data && { number: yaml.data.number, markdown: parts.body, tree: source.tree, body },
    findings: [...ofYaml, ...withoutEchoes(ofBody, ofFigures), ...ofFigures],
  }
}

/** Two figures of one name and unit: their charts and rows can't be told apart. */
function sameLabels(yaml: YamlFile<InitiativeData>): Finding[] {
  const figures = yaml.data?.figures ?? []
  return figures.flatMap(({ label, unit }, i) => {
    const first = figures.findIndex((other) => other.label === label && other.unit === unit)
    if (first === i) return []
    const says = `数値「${label}」が2つあります。グラフや表で区別できる名前にしてください。`
    const related = yaml.placeOf(`figures.${first}.label`)
    return [finding('figures/duplicate', yaml.placeOf(`figures.${i}.label`), says, { related })]
  })
}

/** The number by which an initiative is known: its file's name, else its front matter. */
export function numberOf({ named, number }: InitiativeFile): string | null {
  return named ?? number
}

/** An initiative that exists but can't be read: it still counts for gaps and as a target of links. */
export function unreadInitiative(file: string): InitiativeFile {
  return checkInitiative(file, '', []).facts
}

/** A finding in the front matter apart from the figures still lets the figures be compared with the body. */
function figuresOf(
  yaml: YamlFile<InitiativeData>,
  body: Body,
  years: readonly number[],
  written: WrittenBody,
): Finding[] {
  if (!yaml.value || yaml.findingPaths.some((path) => path === 'figures' || path.startsWith('figures.'))) return []
  const figures = initiativeSchema.shape.figures.safeParse(yaml.value['figures'])
  if (!figures.success) return []
  // While the year is in doubt, a figure that is right by either of the two is no finding of its own.
  const places = { ofYaml: yaml.placeOf, ofStatement: (statement: NumberOfBody) => placeOfNumber(statement, written) }
  const found = years.map((year) => checkFigures(figures.data, body, year, places))
  return found.reduce((least, findings) => (findings.length < least.length ? findings : least), found[0] ?? [])
}

/** A year or number in doubt is told once, by the figure that it does not agree with. */
function withoutEchoes(ofBody: readonly Finding[], ofFigures: readonly Finding[]): Finding[] {
  const lines = new Set(ofFigures.flatMap(({ rule, line }) => (rule === 'figures/not-in-body' ? [line] : [])))
  return ofBody.filter(({ rule, line }) => !rule.endsWith('-doubtful') || !lines.has(line))
}

function numberOfName(file: string): string | null {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '')
  return isInitiativeNumber(name) ? name : null
}
