import { existsSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beginReading, endReading } from '../check/check.ts'
import { type InitiativeRead, readInitiative } from '../check/initiative/initiative.ts'
import { formatText } from '../check/reporters/text.ts'
import { contentHash } from '../revise/content-hash.ts'
import { isContentPath } from '../revise/content-path.ts'
import {
  type FileChange,
  type Refusal,
  type Revised,
  type Revision,
  planned,
  reversed,
  withChanges,
} from '../revise/revision.ts'
import type { Finding } from '../text/finding.ts'
import type { SourceFile } from '../text/source-file.ts'
import { alone } from './alone.ts'
import { Refused } from './failures.ts'
import { readFiles } from './folder.ts'
import { filesToKeep } from './kept.ts'
import type { Lock } from './lock.ts'
import { beside, replaceFolder } from './swap.ts'

/** What a command has done to a content folder. */
export interface Done extends Revision {
  /** The proposal that takes it back; `null` where nothing was changed. */
  undo: string | null
  /** What the check says now and did not say before. */
  found: Finding[]
}

/** Whether the check may have errors, before and after: the commands that renumber need sound numbers. */
export interface Demands {
  sound: boolean
}

const NOTHING_WRITTEN = '何も書き込みませんでした。'

/**
 * Changes a content folder as planned: all files or, where the plan or the check refuses, none. A kill leaves the folder as
 * it was before or as it is after; the next command clears up.
 */
export async function reviseContent(
  folder: string,
  { sound }: Demands,
  plan: (content: Revised) => Revision | Refusal,
): Promise<Done> {
  // Where the folder is a link, that stays: what it leads to is changed.
  const content = existsSync(folder) ? realpathSync(folder) : path.resolve(folder)
  return await alone(content, [], async (lock) => {
    if (!existsSync(content)) throw new Refused(`フォルダー「${folder}」がありません。${NOTHING_WRITTEN}`)
    await recoverYears(content)
    const files = await readFiles(content)
    const check = checker()
    const before = check(files)
    if (sound) mustBeSound(before.findings, folder, '先に、次のまちがいを直してください。')
    const texts = textsOf(files)
    const revision = planned(() => plan({ texts, reports: before.reports }))
    if ('reason' in revision) throw new Refused(`${revision.reason}\n${NOTHING_WRITTEN}`)
    if (revision.changes.length === 0) return { ...revision, undo: null, found: [] }
    const after = check(filesWith(files, revision.changes))
    if (sound) mustBeSound(after.findings, folder, 'このままでは、次のまちがいができるので、やめました。')
    const undo = beside(content, 'undo.json')
    const made = [...withChanges(texts, revision.changes)].filter(([path]) => isContentPath(path))
    writeFileSync(undo, JSON.stringify({ base: contentHash(made), files: reversed(revision.changes) }))
    await write(content, files, revision.changes, lock)
    return { ...revision, undo, found: newFindings(before.findings, after.findings) }
  })
}

/** What a killed command or import left of a year's folder, whose swap lies beside it; one that is at work refuses. */
async function recoverYears(content: string): Promise<void> {
  const years = readdirSync(content).flatMap((name) => /^\.?(r[1-9]\d?)(?:\.|$)/.exec(name)?.[1] ?? [])
  for (const year of new Set(years)) await alone(path.join(content, year), [], () => Promise.resolve())
}

/** The check of one folder before and after: what stays the same is read once. */
function checker() {
  const known = new Map<SourceFile, InitiativeRead>()
  return (files: readonly SourceFile[]) => {
    const reading = beginReading(files)
    const read = reading.years.map(({ initiatives, fiscalYears }) =>
      initiatives.map((file) => {
        const made = known.get(file) ?? readInitiative(file, fiscalYears)
        known.set(file, made)
        return made
      }),
    )
    return endReading(reading, read)
  }
}

function mustBeSound(findings: readonly Finding[], folder: string, says: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Refused(`${says}${NOTHING_WRITTEN}\n${formatText(errors, folder)}`)
}

/** Findings that were not there before; one whose file has moved is not new. */
function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const what = ({ rule, message }: Finding) => `${rule} ${message}`
  const where = (finding: Finding) => `${finding.file} ${what(finding)}`
  const places = new Set(before.map(where))
  const counts = Map.groupBy(before, what)
  return [...Map.groupBy(after, what)].flatMap(([key, found]) =>
    found.length > (counts.get(key)?.length ?? 0) ? found.filter((each) => !places.has(where(each))) : [],
  )
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })

/** The texts of all files that are text, byte for byte. */
function textsOf(files: readonly SourceFile[]): Map<string, string> {
  return new Map(
    files.flatMap(({ path, bytes, size }) => {
      if (size !== undefined || path.endsWith('source.md')) return []
      try {
        return [[path, decoder.decode(bytes)] as const]
      } catch {
        return []
      }
    }),
  )
}

function filesWith(files: readonly SourceFile[], changes: readonly FileChange[]): SourceFile[] {
  const changed = new Map(changes.map((change) => [change.path, change]))
  return [
    ...files.filter(({ path }) => !changed.has(path)),
    ...changes.flatMap(({ path, after }) => (after === null ? [] : [{ path, bytes: new TextEncoder().encode(after) }])),
  ]
}

/** Swaps in the folder of the year that alone is changed, else the whole content folder. */
async function write(
  content: string,
  files: readonly SourceFile[],
  changes: readonly FileChange[],
  lock: Lock,
): Promise<void> {
  const [year = '', ...others] = new Set(changes.map(({ path }) => path.slice(0, path.indexOf('/') + 1)))
  const paths = new Set(filesWith(files, changes).map((file) => file.path))
  const isOneYear = year !== '' && others.length === 0 && [...paths].some((each) => each.startsWith(year))
  const inside = isOneYear ? year : ''
  // Without the slash, which would go through a link.
  const folder = path.join(content, inside.slice(0, -1))
  const fresh = changes.flatMap(({ path, after }) =>
    after === null ? [] : [[path.slice(inside.length), new TextEncoder().encode(after)] as const],
  )
  const changed = new Set(changes.map((change) => change.path))
  const rest = [...paths].filter((each) => each.startsWith(inside) && !changed.has(each))
  const own = [...fresh.map(([file]) => file), ...rest.map((file) => file.slice(inside.length))]
  const keep = [...filesToKeep(folder, own), ...rest.map((file) => file.slice(inside.length))]
  const swap = (held: Lock) => replaceFolder(folder, fresh, held, keep)
  // An import holds the folder of its year alone.
  await (isOneYear ? alone(folder, [], swap) : swap(lock))
}
