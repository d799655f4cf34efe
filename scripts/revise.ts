import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { contentDir, readFiles } from '../src/build/folder.ts'
import { type Done, type Demands, reviseContent } from '../src/build/revise.ts'
import { formatText } from '../src/check/reporters/text.ts'
import type { Told } from '../src/revise/command.ts'
import type { Refusal, Revised, Revision } from '../src/revise/revision.ts'
import { parseFiscalYear } from '../src/text/era.ts'
import { foldWidth } from '../src/text/fold.ts'
import { japanDay } from '../src/text/japan-day.ts'
import { compareNaturally } from '../src/text/order.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

/** What a command of the report's staff is told, beside its own arguments. */
export interface Given {
  /** Its arguments without options, full-width characters as half-width ones. */
  arguments: string[]
  /** As they were typed. */
  typed: string[]
  content: string
  at: string | undefined
  told: Told
}

/**
 * Runs a command that changes the content folder: reads its arguments, lets it plan, writes all or nothing, and says what
 * was done and how to take it back. `plan` throws `WrongUse` for arguments that can't be.
 */
export async function reviseCommand(
  usage: string,
  demands: Demands,
  prepare: (given: Given) => (content: Revised) => Revision | Refusal,
): Promise<void> {
  await command(async () => {
    const given = await readArguments(usage)
    if (!given) {
      console.log(usage)
      return 0
    }
    say(await reviseContent(given.content, demands, prepare(given)), given.content)
    return 0
  })
}

/** More findings than these are for the check itself to tell. */
const MOST_SHOWN = 10

function say({ says, changes, undo, found }: Done, content: string): void {
  for (const line of says) console.log(line)
  if (changes.length > 0) {
    console.log('変えたファイル:')
    for (const { path, before, after } of changes) {
      console.log(`  ${before === null ? '新しい' : after === null ? '消した' : '直した'} ${path}`)
    }
  }
  if (found.length > 0) console.log(`新しく出た指摘:\n${formatText(found.slice(0, MOST_SHOWN), content)}`)
  if (found.length > MOST_SHOWN) {
    console.log(`ほか ${found.length - MOST_SHOWN} 件は「npm run --silent check」で見られます。`)
  }
  if (undo !== null) {
    const from = path.relative('.', undo)
    const option = content === 'content' ? '' : ` --content ${quoted(content)}`
    console.log(`元に戻すには: npm run apply -- ${quoted(from.startsWith('..') ? undo : from)}${option}`)
  }
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

async function readArguments(usage: string): Promise<Given | null> {
  const { values, positionals } = parse(usage)
  if (values.help) return null
  const content = values.content ?? contentDir()
  if (content === '') throw new WrongUse(`フォルダーの名前が空です。\n${usage}`)
  const year = values.year === undefined ? await newestYear(content) : foldWidth(values.year).toLowerCase()
  if (!/^r[1-9]\d?$/.test(year) || parseFiscalYear(year.toUpperCase()) === null) {
    throw new WrongUse(`年度「${year}」は読めません。r7 のように書いてください。\n${usage}`)
  }
  return {
    arguments: positionals.map((each) => foldWidth(each).trim()),
    typed: positionals,
    content,
    at: values.at === undefined ? undefined : foldWidth(values.at).trim(),
    told: { year, force: values.force, reason: values.reason?.trim() ?? '', today: japanDay(new Date()) },
  }
}

function parse(usage: string) {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        content: { type: 'string' },
        year: { type: 'string' },
        at: { type: 'string' },
        force: { type: 'boolean', default: false },
        reason: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${usage}`) : error
  }
}

/** The newest year that the folder has. */
async function newestYear(content: string): Promise<string> {
  // A report can be the first one of its folder.
  const files = existsSync(content) ? await readFiles(content) : []
  const years = files.flatMap(({ path: file }) => /^(r[1-9]\d?)\//.exec(file)?.[1] ?? [])
  return [...new Set(years)].sort(compareNaturally).at(-1) ?? 'r7'
}
