import { z } from 'astro/zod'
import { distance } from 'fastest-levenshtein'
import type { RuleId } from '../catalogue.ts'
import { expectedOf, kindOf, ruleOf, sentence } from './schema-sentences.ts'

/** What a schema has against one value, in Japanese, and at which path of the YAML. */
export interface SchemaFinding {
  rule: RuleId
  path: string
  at: 'key' | 'value'
  says: string
  expected?: string
}

type Issue = z.core.$ZodIssue

/** Names that a Japanese speaker may write for a key. */
const JAPANESE: Record<string, string> = {
  番号: 'number',
  名前: 'title',
  題名: 'title',
  タイトル: 'title',
  数値: 'figures',
  単位: 'unit',
  値: 'values',
  年度: 'year',
  言葉: 'typed',
  行き先: 'leadsTo',
  覚え書き: 'note',
}

/** Zod's issues as one finding a mistake: a mistyped required key is unknown, not missing as well. */
export function schemaFindings(issues: readonly Issue[], value: unknown, schema: z.ZodType): SchemaFinding[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(issue.path, key, schema, value)) : [],
  )
  const guessed = new Set(unknown.map(({ meant }) => meant))
  const others = issues.flatMap((issue) => {
    const path = issue.path.join('.')
    return issue.code === 'unrecognized_keys' || guessed.has(path)
      ? []
      : [findingOf(issue, path, valueAt(value, issue.path))]
  })
  return [...unknown.map(({ found }) => found), ...others]
}

function unknownKey(path: PropertyKey[], key: string, schema: z.ZodType, value: unknown) {
  const known = keysAt(schema, path)
  const present = valueAt(value, path)
  const free = known.filter((name) => !(typeof present === 'object' && present && name in present))
  const guess = nearest(key, free) ?? nearest(key, known)
  const found: SchemaFinding = {
    rule: 'front-matter/unknown-key',
    path: [...path, key].join('.'),
    at: 'key',
    says: `「${key}」という項目はありません。${guess ? `「${guess}」の書きまちがいではありませんか。` : '消してください。'}`,
    expected: guess ?? known.join('、'),
  }
  return { found, meant: guess === undefined ? null : [...path, guess].join('.') }
}

function nearest(key: string, names: readonly string[]): string | undefined {
  const translated = JAPANESE[key]
  if (translated && names.includes(translated)) return translated
  const ranked = names.map((name) => ({ name, far: distance(key.toLowerCase(), name) })).sort((a, b) => a.far - b.far)
  return ranked.find(({ name, far }) => far <= Math.floor(name.length / 2))?.name
}

/** The keys that a schema knows at a path of the value. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const step of path) {
    at = unwrap(at)
    if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, unknown>)[step]
    else if (at instanceof z.ZodArray) at = at.element
    else return []
  }
  at = unwrap(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function unwrap(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap()
  return inner
}

function findingOf(issue: Issue, path: string, value: unknown): SchemaFinding {
  const key = String(issue.path.findLast((step) => typeof step === 'string') ?? '')
  const kind = kindOf(issue, key, value)
  const form = kind === 'thousands' ? '{ R6: 1336 } の形' : expectedOf(issue, key)
  const expected = kind === 'missing' ? `${key}: ${form}` : form
  const rule = ruleOf(kind, issue.path, key)
  const at = kind === 'year' || kind === 'thousands' ? 'key' : 'value'
  return { rule, path, at, says: sentence(rule, key, kind, value), ...(expected && { expected }) }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (inner: unknown, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  )
}
