/** `npm run --silent import -- FILE --year r7 [--from r6] [--content DIR] [--corrections FILE] [--force]` */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { dump } from 'js-yaml'
import { parseFiscalYear } from '../src/text/era.ts'
import { formatText } from '../src/check/reporters/text.ts'
import type { ImportFinding } from '../src/import/finding.ts'
import { type Told, grouped } from '../src/import/group.ts'
import { importDocument } from '../src/import/import.ts'
import type { Deed } from '../src/import/received/received.ts'
import { takeApart } from '../src/import/take-apart.ts'
import { type ReportFiles, editedFiles, filesOf } from '../src/import/files.ts'
import { readYamlFile } from '../src/check/yaml/yaml-file.ts'
import { type Corrections, correctionsSchema } from '../src/report/schema.ts'
import { type Before, type CarriedOver, importAfter } from '../src/revise/carry-over.ts'
import { exactText, readText } from '../src/text/source-file.ts'
import { alone } from '../src/build/alone.ts'
import { NOTHING_WRITTEN, Refused } from '../src/build/failures.ts'
import { contentDir, readDocument, readFiles } from '../src/build/folder.ts'
import { importWhole, namedPlace, refusal, refuseEdited } from '../src/build/import-whole.ts'
import { filesToKeep } from '../src/build/kept.ts'
import type { Lock } from '../src/build/lock.ts'
import { checkFiles } from '../src/build/content.ts'
import { receive } from '../src/build/receive.ts'
import { replaceFolder } from '../src/build/swap.ts'
import { command } from './command.ts'
import { WrongUse } from './wrong-use.ts'

const USAGE = `使い方: npm run import -- 文書 --year r7 [--from r6] [--content フォルダー] [--corrections 訂正表.yml] [--force]
文書は Markdown か文（.md、.txt）、Word（.docx）、PowerPoint（.pptx）です。--from は、リンク、数値などを引き継ぐ前の年度です。`

await command(main)

async function main(): Promise<number> {
  const given = readArguments()
  const folder = path.join(given.content, given.year)
  await alone(folder, [], (lock) => importInto(folder, given, lock))
  return 0
}

async function importInto(folder: string, given: Arguments, lock: Lock): Promise<void> {
  const { document, year, content, force } = given
  const bytes = read(document)
  const whole = takeApart(exactText(bytes), year.toUpperCase())
  if (whole) return importWhole(folder, given, whole, lock)
  const correctionsFile = given.corrections ?? findCorrections(year, content)
  const corrections = correctionsFile ? readCorrections(correctionsFile) : null

  const received = receive(document, bytes)
  const placeOf = (line: number) => received.places[Math.max(line, 1) - 1] ?? String(line)
  const before = given.from === undefined ? null : await yearBefore(content, given.from)
  const own = corrections?.value ?? null
  const result = before
    ? importAfter(received.markdown, year.toUpperCase(), own, before, placeOf)
    : importDocument(received.markdown, year.toUpperCase(), own ?? correctionsSchema.parse({}), placeOf)
  if (Array.isArray(result)) throw refusal(document, result, placeOf)
  const carried = 'carried' in result ? result : null
  const imported = 'carried' in result ? result.imported : result

  const existing = await readExisting(folder)
  const files = filesOf(imported, existing)
  const keep = filesToKeep(folder, [...files.keys(), 'source.md', 'corrections.yml'])
  const edited = editedFiles(files, existing)
  if (!force) refuseEdited(folder, edited)
  const fresh = [
    ...[...files].map(([file, text]) => [file, Buffer.from(text)] as const),
    // What had to be read in another way is kept as it was read.
    ['source.md', received.done.length > 0 ? Buffer.from(received.markdown) : bytes] as const,
    ...correctionsOf(corrections, carried),
  ]
  await replaceFolder(folder, fresh, lock, keep)

  if (correctionsFile) console.log(`訂正表: ${correctionsFile}`)
  printDone(document, received.done)
  for (const { line, from, to, reason } of imported.changes) {
    console.log(`${namedPlace(document, placeOf(line))}: 「${from}」→「${to}」（${reason}）`)
  }
  printCarried(carried)
  printToLookAt(document, received.questions, imported.findings, placeOf)
  for (const file of edited) console.log(`上書き: ${path.join(folder, file)}`)
  const earlier = given.from === undefined ? earlierYear(content, year) : null
  if (earlier)
    console.log(
      `前の年度 ${earlier} の訂正、リンク、数値は引き継いでいません。引き継ぐときは --from ${earlier} を付けてください。`,
    )
  const { viewpoints } = imported.outline
  const sections = viewpoints.flatMap((viewpoint) => viewpoint.sections)
  const subsections = sections.flatMap((section) => section.subsections ?? [])
  console.log(
    `${folder} に書き込みました: 視点 ${viewpoints.length}、項目 ${sections.length}、` +
      `小項目 ${subsections.length}、取組 ${imported.initiatives.length}（整えた箇所 ${imported.changes.length}）`,
  )
}

/** The corrections file: the year's own, byte for byte, else what goes on of the year before. */
function correctionsOf(
  own: { bytes: Uint8Array } | null,
  carried: CarriedOver | null,
): (readonly [string, Uint8Array])[] {
  if (own) return [['corrections.yml', own.bytes]]
  if (!carried || !Object.values(carried.corrections).some(({ length }) => length > 0)) return []
  return [['corrections.yml', Buffer.from(dump(carried.corrections, { lineWidth: -1 }))]]
}

/** The newest year of the folder before this one. */
function earlierYear(content: string, year: string): string | null {
  const order = (name: string) => Number(/^r(\d+)$/.exec(name)?.[1] ?? 0)
  const names = readdirSync(content).filter((name) => order(name) > 0 && order(name) < order(year))
  return names.sort((a, b) => order(b) - order(a))[0] ?? null
}

/** The year of which an import takes over what goes on. */
async function yearBefore(content: string, year: string): Promise<Before> {
  const name = year.toLowerCase()
  const folder = path.join(content, name)
  const isOf = (file: string) => file === 'glossary.yml' || file.startsWith(`${name}/`)
  const files = existsSync(folder) ? (await readFiles(content)).filter((file) => isOf(file.path)) : []
  const { reports, terms } = checkFiles(files)
  const [report] = reports
  if (!report) throw new Refused(`${folder} に、読める報告書がありません。${NOTHING_WRITTEN}`)
  const file = path.join(folder, 'corrections.yml')
  const corrections = existsSync(file) ? readCorrections(file).value : correctionsSchema.parse({})
  return { report, terms, corrections }
}

function printCarried(carried: CarriedOver | null): void {
  for (const line of carried?.carried ?? []) console.log(`引き継ぎ: ${line}`)
  for (const line of carried?.decide ?? []) console.log(`決めてください: ${line}`)
}

/** What was done to read the document, one line for each thing. */
function printDone(document: string, done: readonly Deed[]): void {
  for (const { place, says } of grouped(done.map(toldOf))) console.log(`${namedPlace(document, place)}: ${says}`)
}

function printToLookAt(
  document: string,
  questions: readonly Deed[],
  findings: readonly ImportFinding[],
  placeOf: (line: number) => string,
): void {
  const told = [
    ...questions.map(toldOf),
    ...findings.map(({ line, message }) => ({ place: placeOf(line), says: message })),
  ]
  for (const { place, says } of grouped(told)) console.log(`${namedPlace(document, place)}: 確かめてください: ${says}`)
}

function toldOf({ place, what, words }: Deed): Told {
  const sentence = /。$/.test(what) ? what : `${what}。`
  return { place, says: words === '' ? sentence : `${sentence.slice(0, -1)}（「${words}」）。` }
}

type Arguments = ReturnType<typeof readArguments>

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        year: { type: 'string' },
        from: { type: 'string' },
        content: { type: 'string' },
        corrections: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    })
    const [document, ...others] = positionals
    const year = values.year?.toLowerCase() ?? ''
    if (
      !document ||
      others.length > 0 ||
      parseFiscalYear(year.toUpperCase()) === null ||
      (values.from !== undefined && !isYear(values.from))
    )
      throw new WrongUse(USAGE)
    return { ...values, document, year, content: values.content ?? contentDir() }
  } catch (error) {
    throw error instanceof TypeError ? new WrongUse(`読めない指定があります。\n${USAGE}`) : error
  }
}

function isYear(text: string): boolean {
  return parseFiscalYear(text.toUpperCase()) !== null
}

/** Corrections belong to the year's document: those beside its content, else the project's own for that year. */
function findCorrections(year: string, content: string): string | null {
  const places = [content, contentDir()].map((folder) => path.join(folder, year, 'corrections.yml'))
  return places.find((file) => existsSync(file)) ?? null
}

function readCorrections(file: string): { value: Corrections; bytes: Uint8Array } {
  const bytes = read(file)
  const { data, findings } = readYamlFile(path.basename(file), textIn(file, bytes), 1, correctionsSchema)
  if (!data) throw new Refused([formatText(findings, path.dirname(file)), NOTHING_WRITTEN].join('\n'))
  return { value: data, bytes }
}

/** The text of a file; refuses a file that is not plain text. */
function textIn(file: string, bytes: Uint8Array): string {
  const { text, notUtf8 } = readText({ path: file, bytes })
  if (notUtf8.length === 0) return text
  const places = notUtf8.map(({ line, column }) => `${file}:${line}:${column}: UTF-8 として読めない文字です。`)
  throw new Refused([...places, NOTHING_WRITTEN].join('\n'))
}

function read(file: string): Uint8Array {
  if (!existsSync(file)) throw new WrongUse(`${file} がありません。\n${USAGE}`)
  return readDocument(file)
}

/** The folder's own files, without the document and the corrections, which the import replaces as they are. */
async function readExisting(folder: string): Promise<ReportFiles> {
  const files = existsSync(folder) ? await readFiles(folder) : []
  return new Map(
    files
      .filter(({ path: file }) => file !== 'source.md' && file !== 'corrections.yml')
      .map((file) => [file.path, new TextDecoder().decode(file.bytes)]),
  )
}
