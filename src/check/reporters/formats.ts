import { createHash } from 'node:crypto'
import type { ReportCount } from '../check.ts'
import type { Message, Place } from '../../text/finding.ts'

/** The forms in which findings are told: to a person, to a program, to GitHub and to GitLab. */
export const FORMATS = ['text', 'json', 'github', 'gitlab'] as const
export type Format = (typeof FORMATS)[number]

/** Where the guide explains a rule: its heading is the rule's id, from which every viewer drops the slash. */
export function guideLink(rule: string): string {
  return `content/README.md#${rule.replaceAll('/', '')}`
}

/** Findings in one of the forms. `dir` is the content folder as a reader of the project names it, `content`. */
export function format(
  form: Format,
  messages: readonly Message[],
  dir: string,
  counts: readonly ReportCount[],
): string {
  if (form === 'json') return formatJson(messages)
  if (form === 'github') return formatGithub(messages, dir)
  return form === 'gitlab' ? formatGitlab(messages, dir) : formatText(messages, dir, counts)
}

const severityName = { error: 'エラー', warning: '注意' } as const

/** For staff: every finding begins with its place, a blank line parts files, the last line counts. */
export function formatText(messages: readonly Message[], dir: string, counts: readonly ReportCount[] = []): string {
  const blocks = messages.map((message, i) => {
    const parts = [
      `${placeName(message, dir)}: ${severityName[message.severity]}: ${message.message}`,
      ...(message.expected ? [`    期待: ${message.expected}`] : []),
      ...(message.related ? [`    関連: ${placeName(message.related, dir)}`] : []),
      `    手引き: ${guideLink(message.rule)}`,
    ]
    return (i > 0 && messages[i - 1]?.file !== message.file ? '\n' : '') + parts.join('\n')
  })
  return [...blocks, ...(messages.length > 0 ? [''] : []), ...summary(messages, counts)].join('\n')
}

function summary(messages: readonly Message[], counts: readonly ReportCount[]): string[] {
  const { errors, warnings } = tally(messages)
  const holds = counts.map(
    ({ year, viewpoints, sections, subsections, initiatives }) =>
      `${year}: ${viewpoints} 視点・${sections} 項目・${subsections} 小項目・${initiatives} 取組`,
  )
  if (errors > 0) return [`エラー ${errors} 件、注意 ${warnings} 件。エラーを直すと、サイトを作れます。`]
  const rest = warnings > 0 ? `エラーはありません。注意が ${warnings} 件あります。` : 'まちがいは見つかりませんでした。'
  return [rest + (holds.length > 0 ? `（${holds.join('、')}）` : '')]
}

/** One object, see DESIGN.md: counts and every finding as it is. */
function formatJson(messages: readonly Message[]): string {
  return JSON.stringify({ ...tally(messages), messages }, null, 2)
}

/** GitHub shows ten annotations a step and drops the rest silently. */
const GITHUB_MOST = 10

/** GitHub's workflow commands, errors first; the last line counts what is shown and what is not. */
function formatGithub(messages: readonly Message[], dir: string): string {
  const ordered = messages.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'))
  const lines = ordered.slice(0, GITHUB_MOST).map((message) => {
    const properties = {
      file: fileName(message, dir),
      line: String(message.line),
      col: String(message.column),
      title: message.rule,
    }
    const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
    const expected = message.expected ? `\n期待: ${message.expected}` : ''
    const related = message.related ? `\n関連: ${placeName(message.related, dir)}` : ''
    return `::${message.severity} ${list.join(',')}::${escapeData(message.message + expected + related)}`
  })
  const { errors, warnings } = tally(messages)
  const more = messages.length > GITHUB_MOST ? `（はじめの ${GITHUB_MOST} 件だけを示しました）` : ''
  return [...lines, `エラー ${errors} 件、注意 ${warnings} 件${more}`].join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** GitLab's code quality report. A fingerprint holds while a finding only moves to another line. */
function formatGitlab(messages: readonly Message[], dir: string): string {
  const seen = new Map<string, number>()
  const issues = messages.map((message) => {
    const path = fileName(message, dir)
    const identity = [path, message.rule, message.message.replaceAll(/\d+ 行目/g, '')].join('\n')
    const count = seen.get(identity) ?? 0
    seen.set(identity, count + 1)
    return {
      description: message.message + (message.expected ? `（期待: ${message.expected}）` : ''),
      check_name: message.rule,
      fingerprint: createHash('sha256').update(`${identity}\n${count}`).digest('hex'),
      severity: message.severity === 'error' ? 'major' : 'minor',
      location: { path, lines: { begin: message.line } },
    }
  })
  return JSON.stringify(issues, null, 2)
}

function tally(messages: readonly Message[]): { errors: number; warnings: number } {
  const errors = messages.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: messages.length - errors }
}

/** `('content', 'r7/report.md')` → `content/r7/report.md`. */
function fileName({ file }: { file: string }, dir: string): string {
  const folder = dir.replace(/^\.\/(?=.)/, '').replace(/\/+$/, '')
  return folder === '' || folder === '.' ? file : file === '.' ? folder : `${folder}/${file}`
}

function placeName(place: Place, dir: string): string {
  return `${fileName(place, dir)}:${place.line}:${place.column}`
}
