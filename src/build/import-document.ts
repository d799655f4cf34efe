import { existsSync } from 'node:fs'
import path from 'node:path'
import { type ReportFiles, editedFiles, filesOf } from '../import/files.ts'
import type { ImportFinding } from '../import/finding.ts'
import { grouped, toldOf } from '../import/group.ts'
import { importDocument } from '../import/import.ts'
import type { Deed } from '../import/received/received.ts'
import { takeApart } from '../import/take-apart.ts'
import { correctionsSchema } from '../report/schema.ts'
import { type CarriedOver, importAfter } from '../revise/carry-over.ts'
import { exactText } from '../text/source-file.ts'
import { findCorrections, readCorrections, writtenCorrections } from './corrections.ts'
import { readDocument, readFiles } from './folder.ts'
import { importWhole, namedPlace, refusal, refuseEdited } from './import-whole.ts'
import { filesToKeep } from './kept.ts'
import type { Lock } from './lock.ts'
import { receive } from './receive.ts'
import { replaceFolder } from './swap.ts'
import { earlierYear, yearBefore } from './year-before.ts'

/** What an import is told. */
export interface ImportOrder {
  /** The document's file. */
  document: string
  /** `r7` */
  year: string
  /** The content folder. */
  content: string
  /** The year of which something goes on. */
  from?: string | undefined
  /** The corrections' file, where it is named. */
  corrections?: string | undefined
  /** Whether edited files may be replaced. */
  force: boolean
}

/**
 * Imports a document into `folder`, that of its year, all or nothing, and prints what was done, what went on of the year
 * before and what somebody should look at. Throws `Refused` where something has no place.
 */
export async function importInto(folder: string, order: ImportOrder, lock: Lock): Promise<void> {
  const { document, year, content, force } = order
  const bytes = readDocument(document)
  const whole = takeApart(exactText(bytes), year.toUpperCase())
  if (whole) return importWhole(folder, order, whole, lock)
  const ownFile = order.corrections ?? findCorrections(year, content)
  const corrections = ownFile ? readCorrections(ownFile) : null

  const received = receive(document, bytes)
  const placeOf = (line: number) => received.places[Math.max(line, 1) - 1] ?? String(line)
  const before = order.from === undefined ? null : await yearBefore(content, order.from)
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
    ...correctionsFile(corrections?.bytes ?? null, carried),
  ]
  await replaceFolder(folder, fresh, lock, keep)

  if (ownFile) console.log(`訂正表: ${ownFile}`)
  printDone(document, received.done)
  for (const { line, from, to, reason } of imported.changes) {
    console.log(`${namedPlace(document, placeOf(line))}: 「${from}」→「${to}」（${reason}）`)
  }
  printCarried(carried)
  printToLookAt(document, received.questions, imported.findings, placeOf)
  for (const file of edited) console.log(`上書き: ${path.join(folder, file)}`)
  const earlier = order.from === undefined ? earlierYear(content, year) : null
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

/** The year's own corrections, byte for byte, else what goes on of those of the year before. */
function correctionsFile(own: Uint8Array | null, carried: CarriedOver | null): (readonly [string, Uint8Array])[] {
  const bytes = own ?? (carried && writtenCorrections(carried.corrections))
  return bytes ? [['corrections.yml', bytes]] : []
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

/** The folder's own files, without the document and the corrections, which the import replaces as they are. */
async function readExisting(folder: string): Promise<ReportFiles> {
  const files = existsSync(folder) ? await readFiles(folder) : []
  return new Map(
    files
      .filter(({ path: file }) => file !== 'source.md' && file !== 'corrections.yml')
      .map((file) => [file.path, new TextDecoder().decode(file.bytes)]),
  )
}
