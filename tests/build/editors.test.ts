import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { editorSchemas } from '../../src/build/schemas.ts'
import { formatText } from '../../src/check/reporters/text.ts'
import type { Finding } from '../../src/text/finding.ts'
import { checkContent } from '../check/check-content.ts'
import { baseFiles, overlay } from '../check/fixtures.ts'

/** As YAML, for editors' own JSON may have commas at the end. */
const readJson = <T>(file: string) => load(readFileSync(file, 'utf8')) as T

test('the schemas of the editors are those of the code: npm run schemas writes them', () => {
  expect(readdirSync('.vscode/schemas').sort()).toEqual([...editorSchemas().keys()].sort())
  for (const [name, schema] of editorSchemas()) expect(readJson(`.vscode/schemas/${name}`), name).toEqual(schema)
})

/** What an editor says of a YAML text: the places that its schema does not let through. */
function faultsOf(name: string, yaml: string): string[] {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  addFormats(ajv)
  const validate = ajv.compile(editorSchemas().get(`${name}.json`) ?? false)
  validate(load(yaml))
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

test.each(['corrections', 'errata', 'glossary', 'outline', 'words'])(
  'the schema of %s is bound to its file and lets the committed one through',
  (name) => {
    const { 'yaml.schemas': bound } = readJson<{ 'yaml.schemas': Record<string, string> }>('.vscode/settings.json')
    const pattern = bound[`.vscode/schemas/${name}.json`] ?? ''
    const file = pattern.replace('r*', 'r7')
    expect(file).toMatch(new RegExp(`^content/(?:r7/)?${name}\\.yml$`))
    if (existsSync(file)) expect(faultsOf(name, readFileSync(file, 'utf8'))).toEqual([])
  },
)

test('an unknown key, a missing one and a wrong value are told of while one types', () => {
  expect(faultsOf('glossary', 'terms:\n  - trem: 分科会\n    reading: ブンカカイ\n    meaning: 会議\n')).toEqual([
    '/terms/0 required',
    '/terms/0 required',
    '/terms/0 additionalProperties',
    '/terms/0/reading pattern',
  ])
})

interface Snippet {
  scope: string
  body: string[]
}

/** A snippet as it stands when nobody types anything: `${1:件}` → 件, `${3|a,b|}` → a. */
function expanded({ body }: Snippet): string {
  const dated = body.join('\n').replaceAll('${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}', '2026-05-20')
  return dated
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\w+:([^}]*)\}/g, '$1')
    .replaceAll('\\\\', '\\')
}

const snippets = readJson<Record<string, Snippet>>('.vscode/content.code-snippets')
const snippet = (name: string) => expanded(snippets[name] ?? { scope: '', body: [] })

test.each([
  ['用語', 'glossary', (text: string) => `terms:\n${text}`],
  ['暮らしの言葉', 'words', (text: string) => `words:\n${text}`],
  ['正誤表', 'errata', (text: string) => text],
  ['原文との違い', 'corrections', (text: string) => `text:\n${text}`],
])('the snippet %s fits its schema', (name, schema, whole) => {
  const faults = faultsOf(schema, whole(snippet(name)))
  expect(faults).toEqual([])
})

test('the snippets of an initiative make one without a finding', () => {
  const [head = '', body = ''] = snippet('取組').split('\n\n')
  const file = head.replace('2-1-3-1', '2-1-1-3').replace(/\n---$/, `\n${snippet('数値')}\n---`)
  const results = body.replace('実績', `会議（R6：1件、R7：2件）${snippet('再掲').replace('2-1-3-1', '1-1-1-1')}[^1]`)
  const text = `${file}\n\n${results}${snippet('実績（行を変える）')}\n\n${snippet('注')}\n`
  const files = overlay(baseFiles(), [{ path: 'r7/initiatives/2-1-1-3.md', bytes: new TextEncoder().encode(text) }])
  expect(checkContent(files).filter(({ rule }) => rule !== 'relistings/words')).toEqual([])
})

test('the task’s matchers read what the check prints', () => {
  interface Task {
    label: string
    problemMatcher: { severity: string; pattern: { regexp: string } }[]
  }
  const { tasks } = readJson<{ tasks: Task[] }>('.vscode/tasks.json')
  const finding = { file: 'r7/report.md', line: 2, column: 8, rule: 'cover/year', message: '題名が変です。' }
  const findings: Finding[] = [
    { ...finding, severity: 'error', expected: 'R7' },
    { ...finding, severity: 'warning', line: 3 },
  ]
  const matchers = tasks.find(({ label }) => label === '検査')?.problemMatcher ?? []
  const problems = formatText(findings, 'content')
    .split('\n')
    .flatMap((line) =>
      matchers.flatMap(({ severity, pattern }) => {
        const match = new RegExp(pattern.regexp).exec(line)
        return match ? [[severity, ...match.slice(1)]] : []
      }),
    )
  expect(problems).toEqual([
    ['error', 'content/r7/report.md', '2', '8', '題名が変です。'],
    ['warning', 'content/r7/report.md', '3', '8', '題名が変です。'],
  ])
})

test('every task runs a command that is there', () => {
  const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json')
  const { tasks } = readJson<{ tasks: { command: string }[] }>('.vscode/tasks.json')
  for (const { command } of tasks)
    expect(scripts).toHaveProperty([/run (?:--silent )?([\w-]+)/.exec(command)?.[1] ?? ''])
})
