import { z } from 'astro/zod'
import { type Finding, type Place, placeAt } from '../../text/finding.ts'
import { foldWidth } from '../../text/fold.ts'
import { readYaml } from '../../text/yaml.ts'
import { finding } from '../catalogue.ts'
import { checkScalars } from './scalars.ts'
import { schemaFindings } from './schema-findings.ts'
import { yamlErrorSentence } from './yaml-errors.ts'
import { type Sentence, mistakeOf } from './yaml-mistakes.ts'

/** The YAML of one file (front matter, or the whole of a `.yml`) after reading; values are still unchecked. */
export interface YamlFile<T> {
  /** `null` where it is not even a mapping; a list by its indices. */
  value: Record<string, unknown> | null
  /** What the schema makes of it; `null` where it has something against it. */
  data: T | null
  findings: Finding[]
  /** Paths with a finding of the schema, `figures.0.label`. */
  findingPaths: string[]
  /** Where the value at a path stands, or its key (`at: 'key'`), or, where there is none, the nearest thing around it. */
  placeOf: (path: string, at?: 'key' | 'value') => Place
  /** The place inside a string value, `offset` characters on. */
  placeIn: (path: string, offset: number) => Place
  /** The line's rest from where the value at a path begins, as written. */
  writtenAt: (path: string) => string
}

/** Reads and checks the YAML of a file that begins at `firstLine`. */
export function readYamlFile<S extends z.ZodType>(
  file: string,
  text: string,
  firstLine: number,
  schema: S,
): YamlFile<z.output<S>> {
  const yaml = readYaml(text)
  const place = (offset: number) => placeAt(file, text, offset, firstLine)
  const broken = (findings: Finding[]) => {
    const start = () => place(0)
    return {
      value: null,
      data: null,
      findings,
      findingPaths: [''],
      placeOf: start,
      placeIn: start,
      writtenAt: () => '',
    }
  }
  const unreadable = ({ offset, says, expected }: Sentence) =>
    broken([finding('front-matter/yaml', place(offset), says, expected ? { expected } : {})])
  if ('reason' in yaml) return unreadable(mistakeOf(text) ?? yamlErrorSentence(yaml, text))
  const isList = schema instanceof z.ZodArray
  const value: unknown = isList ? (yaml.value ?? []) : yaml.value
  if (isList ? !Array.isArray(value) : !isMapping(value)) {
    const mistake = mistakeOf(text)
    if (mistake) return unreadable(mistake)
    if (isList) {
      const says = '「- 」で始まる一覧になっていません。'
      return broken([finding('front-matter/not-mapping', place(0), says, { expected: '「- 」で始まる行の一覧' })])
    }
    const says = yaml.value === null ? '何も書かれていません。' : '「名前: 値」の並びになっていません。'
    const expected = 'title: 電子契約の促進 のような「名前: 値」の行'
    return broken([finding('front-matter/not-mapping', place(yaml.valueAt.get('') ?? 0), says, { expected })])
  }

  const offsetOf = (path: string, at: 'key' | 'value'): number => {
    const { keyAt, valueAt } = yaml
    const own = at === 'key' ? keyAt.get(path) : (valueAt.get(path) ?? keyAt.get(path))
    if (own !== undefined) return own
    if (path === '') return valueAt.get('') ?? 0
    return offsetOf(path.slice(0, Math.max(0, path.lastIndexOf('.'))), 'value')
  }
  const placeOf: YamlFile<never>['placeOf'] = (path, at = 'value') => place(offsetOf(path, at))
  // A quoted value's place is that of its first character, behind the quote.
  const placeIn: YamlFile<never>['placeIn'] = (path, offset) => place(offsetOf(path, 'value') + offset)
  const parsed = schema.safeParse(value)
  const found = parsed.success ? [] : schemaFindings(parsed.error.issues, value, schema)
  return {
    value: value as Record<string, unknown>,
    data: parsed.success ? parsed.data : null,
    findings: [
      ...found.map(({ rule, path, at, says, expected }) => {
        const offset = offsetOf(path, at)
        const wide = /^figures\/(?:number|year)$/.test(rule) ? WIDE.exec(text.slice(offset))?.[0] : undefined
        const fix = wide && { start: place(offset), end: place(offset + wide.length), text: foldWidth(wide) }
        return finding(rule, placeOf(path, at), says, { ...(expected && { expected }), ...(fix && { fix }) })
      }),
      ...checkScalars(yaml, text).map(({ rule, offset, says, expected }) =>
        finding(rule, place(offset), says, expected ? { expected } : {}),
      ),
    ],
    findingPaths: found.map(({ path }) => path),
    placeOf,
    placeIn,
    writtenAt: (path) => /.*/y.exec(text.slice(offsetOf(path, 'value')))?.[0] ?? '',
  }
}

/** A figure's value or year in full width: `１２７`, `Ｒ７`. */
const WIDE =
  /^(?=.*[０-９ＲＨＳ．])(?:[-−－]?[\d０-９]+(?:[.．][\d０-９]+)?|[RHSＲＨＳ][\d０-９]{1,2})(?=\s*[,}:\n]|\s*$)/

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
