import { z } from 'astro/zod'
import { distance } from 'fastest-levenshtein'
import type { RuleId } from '../catalogue.ts'

/** What a schema has against one value, in Japanese, and at which path of the YAML. */
export interface SchemaFault {
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
}

/** The form of a value that has a pattern of its own, by the last key of its path. */
const FORMS: Record<string, string> = {
  published: '2026-02 の形の年月',
  to: '1-1-2-2 または 1-1-2-2#r1 の形',
  reading: 'ひらがなの読み',
  meaning: '改行のない1行の文',
}

/** Zod's issues as one fault a mistake: a mistyped required key is unknown, not missing as well. */
export function schemaFaults(issues: readonly Issue[], value: unknown, schema: z.ZodType): SchemaFault[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(issue.path, key, schema, value)) : [],
  )
  const guessed = new Set(unknown.map(({ meant }) => meant))
  const others = issues.flatMap((issue) => {
    const path = issue.path.join('.')
    return issue.code === 'unrecognized_keys' || guessed.has(path)
      ? []
      : [faultOf(issue, path, valueAt(value, issue.path))]
  })
  return [...unknown.map(({ fault }) => fault), ...others]
}

function unknownKey(path: PropertyKey[], key: string, schema: z.ZodType, value: unknown) {
  const known = keysAt(schema, path)
  const present = valueAt(value, path)
  const free = known.filter((name) => !(typeof present === 'object' && present && name in present))
  const guess = nearest(key, free) ?? nearest(key, known)
  const fault: SchemaFault = {
    rule: 'front-matter/unknown-key',
    path: [...path, key].join('.'),
    at: 'key',
    says: `「${key}」という項目はありません。${guess ? `「${guess}」の書きまちがいではありませんか。` : '消してください。'}`,
    expected: guess ?? known.join('、'),
  }
  return { fault, meant: guess === undefined ? null : [...path, guess].join('.') }
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

function faultOf(issue: Issue, path: string, value: unknown): SchemaFault {
  const key = String(issue.path.findLast((step) => typeof step === 'string') ?? '')
  const kind = kindOf(issue, key, value)
  const form = kind === 'thousands' ? '{ R6: 1336 } の形' : expectedOf(issue, key)
  const expected = kind === 'missing' ? `${key}: ${form}` : form
  const rule = ruleOf(kind, issue.path, key)
  const at = kind === 'year' || kind === 'thousands' ? 'key' : 'value'
  return { rule, path, at, says: sentence(rule, key, kind, value), ...(expected && { expected }) }
}

type Kind = 'missing' | 'empty' | 'year' | 'thousands' | 'form'

function kindOf(issue: Issue, key: string, value: unknown): Kind {
  // `{ R6: 1,336 }` is R6 with 1 and then a key 336.
  if (issue.code === 'invalid_key') return /^\d{3}$/.test(key) && value === null ? 'thousands' : 'year'
  if (value === undefined) return 'missing'
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
  const isHollow = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return isBlank || (isHollow && issue.code !== 'invalid_type') ? 'empty' : 'form'
}

function ruleOf(kind: Kind, path: readonly PropertyKey[], key: string): RuleId {
  if (path[0] === 'figures') {
    if (kind === 'missing') return 'figures/missing'
    if (kind === 'empty') return 'figures/empty'
    if (kind === 'year') return 'figures/year'
    if (kind === 'thousands') return 'figures/number'
    return path.length === 4 ? 'figures/number' : 'front-matter/type'
  }
  if (key === 'title' && kind === 'missing') return 'title/missing'
  if (key === 'title' && kind === 'empty') return 'title/empty'
  if (kind === 'missing') return 'front-matter/missing-key'
  if (kind === 'empty') return 'front-matter/empty'
  return key === 'number' || key === 'continues' || key === 'in' ? 'number/form' : 'front-matter/type'
}

function sentence(rule: RuleId, key: string, kind: Kind, value: unknown): string {
  const name = key === '' ? 'ここ' : `「${key}」`
  if (kind === 'missing') return `${name}がありません。書き足してください。`
  if (kind === 'thousands')
    return `数の中の「,」のあとの「${key}」が別の項目になっています。「,」を付けずに数だけを書いてください。`
  if (kind === 'year') {
    const mend = /^[RHS]\d+[:：]/.test(key)
      ? 'コロンは半角にし、「R7: 523」のように後に半角の空白を入れてください。'
      : 'R と数字で R7 のように書いてください。'
    return `「${key}」は年度として読めません。${mend}`
  }
  if (kind === 'empty') {
    const hash = value === null && rule === 'title/empty' ? '# で始まる名前は " で囲んでください。' : ''
    return `${name}が空です。値を書いてください。${hash}`
  }
  return `${name}に${described(value)}があります。${mendOf(rule, key, value)}`
}

function mendOf(rule: RuleId, key: string, value: unknown): string {
  if (typeof value === 'string' && rule === 'figures/number')
    return /[０-９]/.test(value)
      ? '数字は半角で、引用符や単位、「,」を付けずに数だけを書いてください。'
      : '引用符や単位、「,」を付けずに数だけを書いてください。'
  if (typeof value === 'number' && rule === 'front-matter/type') return `値を "${value}" のように " で囲んでください。`
  return key === 'number' ? '半角の数字とハイフンで書いてください。' : '下の「期待」の形に直してください。'
}

function described(value: unknown): string {
  if (value === null) return '空の値'
  if (Array.isArray(value)) return '一覧（- の並び）'
  if (typeof value === 'object') return '「名前: 値」の組'
  return typeof value === 'string' ? `「${value.slice(0, 40)}」という文字` : `「${value as number | boolean}」という値`
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数',
  int: '数',
  boolean: 'true か false',
  array: '「- 」で始まる行の一覧',
  object: '「名前: 値」の組',
  record: '{ R6: 336, R7: 523 } の形の年度と値の組',
}

const japanese = z.locales.ja().localeError

function expectedOf(issue: Issue, key: string): string {
  if (issue.code === 'custom') return String(issue.params?.['expected'] ?? '')
  if (issue.code === 'invalid_key') return expectedOf(issue.issues[0] as Issue, key)
  if (issue.code === 'invalid_union') return '1-2-3 の形の番号'
  if (issue.code === 'invalid_type') return key === 'number' ? '2-1-3-1 の形の番号' : (TYPES[issue.expected] ?? '')
  if (issue.code === 'too_small') return issue.origin === 'array' ? '1つ以上の項目' : '1文字以上の文字'
  if (issue.code === 'invalid_format') return FORMS[key] ?? ''
  const fallback = japanese(issue as Parameters<typeof japanese>[0])
  return typeof fallback === 'string' ? fallback : (fallback?.message ?? '')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (inner: unknown, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    value,
  )
}
