import { z } from 'astro/zod'
import type { RuleId } from '../catalogue.ts'

type Issue = z.core.$ZodIssue

/** The form of a value that has a pattern of its own, by the last key of its path. */
const FORMS: Record<string, string> = {
  published: '2026-02 の形の年月',
  to: '1-1-2-2 または 1-1-2-2#r1 の形',
  reading: 'ひらがなの読み',
  meaning: '改行のない1行の文',
  note: '改行のない1行の文',
}

/** A value that is not there, is blank, is a year or thousands that can't be read, or has another form. */
type Kind = 'missing' | 'empty' | 'year' | 'thousands' | 'form'

/** What is wrong with a value, from Zod's issue and what stands there. */
export function kindOf(issue: Issue, key: string, value: unknown): Kind {
  // `{ R6: 1,336 }` is R6 with 1 and then a key 336.
  if (issue.code === 'invalid_key') return /^\d{3}$/.test(key) && value === null ? 'thousands' : 'year'
  if (value === undefined) return 'missing'
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
  const isHollow = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return isBlank || (isHollow && issue.code !== 'invalid_type') ? 'empty' : 'form'
}

/** The rule that a value breaks, by where it stands. */
export function ruleOf(kind: Kind, path: readonly PropertyKey[], key: string): RuleId {
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

/** What stands there and how to mend it, in Japanese. */
export function sentence(rule: RuleId, key: string, kind: Kind, value: unknown): string {
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

/** The form that the schema wants, in Japanese. */
export function expectedOf(issue: Issue, key: string): string {
  if (issue.code === 'custom') return String(issue.params?.['expected'] ?? '')
  if (issue.code === 'invalid_key') return expectedOf(issue.issues[0] as Issue, key)
  if (issue.code === 'invalid_union') return '1-2-3 の形の番号'
  if (issue.code === 'invalid_type') return key === 'number' ? '2-1-3-1 の形の番号' : (TYPES[issue.expected] ?? '')
  if (issue.code === 'too_small') return issue.origin === 'array' ? '1つ以上の項目' : '1文字以上の文字'
  if (issue.code === 'invalid_format') return FORMS[key] ?? ''
  const fallback = japanese(issue as Parameters<typeof japanese>[0])
  return typeof fallback === 'string' ? fallback : (fallback?.message ?? '')
}
