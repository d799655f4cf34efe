import type { WrittenReport } from '../../import/transcription/content.ts'
import { bodyOf } from '../../report/body.ts'
import { fiscalYearName, fiscalYearOf, isPossible, monthName, parseFiscalYear } from '../../text/era.ts'
import { findEras } from '../../text/written-eras.ts'
import { foldWidth } from '../../text/fold.ts'
import { splitFrontMatter } from '../../text/front-matter.ts'
import type { Finding } from '../../text/finding.ts'
import { type ReportData, reportSchema } from '../../report/schema.ts'
import { checkBody, checkNesting } from './body.ts'
import { readBodySource } from './body-source.ts'
import { finding } from '../catalogue.ts'
import { checkFootnotes, marksIn } from './footnotes.ts'
import { checkFrontMatter } from '../yaml/front-matter.ts'
import { type Target, checkSchemes, targetsOf } from './addresses.ts'
import { checkTitle } from './titles.ts'
import { type YamlFile, readYamlFile } from '../yaml/yaml-file.ts'

/** What the rest of the check needs of report.md. */
export interface Cover {
  /** The fiscal year that it names, `R7`; `null` where it names none. */
  stated: string | null
  /** Its front matter and the Markdown below it; `null` where the front matter has a fault. */
  data: (ReportData & { body: string }) | null
  targets: Target[]
  /** What is compared with the received document; `null` where a part of it can't be read. */
  written: WrittenReport['cover']
  findings: Finding[]
}

/** Checks report.md of the folder of one fiscal year (`R7`): its front matter and 取りまとめの趣旨. */
export function checkCover(file: string, text: string, year: string): Cover {
  const parts = splitFrontMatter(text)
  if (typeof parts === 'string') {
    return { stated: null, data: null, targets: [], written: null, findings: [checkFrontMatter(parts, file, text)] }
  }
  const yaml = readYamlFile(file, parts.yaml, parts.yamlLine, reportSchema)
  const title = typeof yaml.value?.['title'] === 'string' ? yaml.value['title'].trim() : null
  const stated = yaml.findingPaths.includes('year') ? null : ((yaml.value?.['year'] as string | undefined) ?? null)
  const place = (offset: number) => yaml.placeIn('title', offset)
  const reportYear = parseFiscalYear(year)
  const ofYaml = [
    ...yaml.findings,
    ...(title ? checkTitle(title, 'report', place, reportYear) : []),
    ...checkYear(yaml, year),
    ...checkAge(yaml, title, year),
  ]
  const valueOf = (key: 'title' | 'department') => ({ text: yaml.data?.[key] ?? '', place: yaml.placeOf(key) })
  const written = yaml.data && {
    title: valueOf('title'),
    published: yaml.data.published ? { text: monthName(yaml.data.published), place: yaml.placeOf('published') } : null,
    department: valueOf('department'),
    body: { file, text: parts.body, firstLine: parts.bodyLine },
  }
  const nesting = checkNesting(file, parts)
  if (nesting.length > 0) return { stated, data: null, targets: [], written, findings: [...ofYaml, ...nesting] }

  const source = readBodySource(file, parts, 'cover', reportYear)
  const targets = targetsOf(source)
  const titleMarks = marksIn(title ?? '').map(({ mark, start }) => ({ mark, place: place(start) }))
  const ofBody = [
    ...checkBody(source, bodyOf(source.tree, source.firstLine)),
    ...(title === null ? [] : checkFootnotes(source, titleMarks)),
    ...checkSchemes(targets),
  ]
  return {
    stated,
    data: yaml.data && { ...yaml.data, body: parts.body },
    targets,
    written,
    findings: [...ofYaml, ...ofBody],
  }
}

/** A year of good form that is not the folder's. */
function checkYear(yaml: YamlFile<ReportData>, year: string): Finding[] {
  const written = yaml.value?.['year']
  if (typeof written !== 'string' || written === year || yaml.findingPaths.includes('year')) return []
  const says = `年度 ${written} がフォルダーの名前「${year.toLowerCase()}」と合いません。まちがっている方を直してください。`
  return [finding('files/year', yaml.placeOf('year'), says, { expected: year })]
}

/** Last year's title or month in this year's cover, and a month that lies far from the year's end. */
function checkAge(yaml: YamlFile<ReportData>, title: string | null, year: string): Finding[] {
  const fiscalYear = parseFiscalYear(year)
  if (fiscalYear === null) return []
  const years = findEras(foldWidth(title ?? '')).filter((token) => token.month === null && isPossible(token))
  const [first] = years
  const findings: Finding[] = []
  if (first && years.every((token) => fiscalYearOf(token) !== fiscalYear)) {
    const says = `題名に「${first.text}」とありますが、この報告書は ${year} のものです。前の年度の題名が残っていないかを確かめてください。`
    findings.push(finding('cover/year', yaml.placeIn('title', first.start), says, { expected: fiscalYearName(year) }))
  }
  const published = /^(\d{4})-(\d{2})$/.exec(String(yaml.data?.published))
  const month = (Number(published?.[1]) - fiscalYear) * 12 + Number(published?.[2]) - 4
  if (published && (month < 0 || month > MOST_MONTHS)) {
    const says = `公表した年月 ${published[0]} が、${year} の年度から離れています。前の年度のものが残っていないかを確かめてください。`
    const expected = `${fiscalYear}-04 から ${fiscalYear + 2}-03 までの年月`
    findings.push(finding('cover/published', yaml.placeOf('published'), says, { expected }))
  }
  return findings
}

/** A report is published in its year or in the next. */
const MOST_MONTHS = 23
