import { existsSync } from 'node:fs'
import path from 'node:path'
import { type ReportFiles, editedFiles } from '../import/files.ts'
import type { ImportFinding } from '../import/finding.ts'
import { grouped } from '../import/group.ts'
import { exactText } from '../text/source-file.ts'
import { NOTHING_WRITTEN, Refused } from './failures.ts'
import { readFiles } from './folder.ts'
import { filesToKeep } from './kept.ts'
import type { Lock } from './lock.ts'
import { replaceFolder } from './swap.ts'

/** A published `report.md` gives back the files that it was made from; what else lies in the folder stays as it is. */
export async function importWhole(
  folder: string,
  { document, force }: { document: string; force: boolean },
  whole: ReportFiles | ImportFinding[],
  lock: Lock,
): Promise<void> {
  if (Array.isArray(whole)) throw refusal(document, whole)
  const there = existsSync(folder) ? await readFiles(folder) : []
  const isOwn = (file: string) => /^(?:report\.md|outline\.yml|initiatives\/)/.test(file)
  const existing = new Map(there.filter((file) => isOwn(file.path)).map((file) => [file.path, exactText(file.bytes)]))
  const edited = editedFiles(whole, existing)
  if (!force) refuseEdited(folder, edited)
  const fresh = [
    ...[...whole].map(([file, text]) => [file, Buffer.from(text)] as const),
    ...there.filter((file) => !isOwn(file.path)).map((file) => [file.path, file.bytes] as const),
  ]
  const written = fresh.map(([file]) => file)
  await replaceFolder(folder, fresh, lock, filesToKeep(folder, written))
  for (const file of edited) console.log(`上書き: ${path.join(folder, file)}`)
  console.log(`${folder} に、まとめた文書から ${whole.size} ファイルを元の文字のまま書き込みました。`)
}

/** Why a document is not imported: its findings, by line, one for each cause. `placeOf` names the place of a line. */
export function refusal(
  document: string,
  findings: readonly ImportFinding[],
  placeOf: (line: number) => string = String,
): Refused {
  const told = grouped(findings.map(({ line, message }) => ({ place: placeOf(line), says: message })))
  const lines = told.map(({ place, says }) => `${namedPlace(document, place)}: ${says}`)
  return new Refused([...lines, `${findings.length} 件の問題があります。${NOTHING_WRITTEN}`].join('\n'))
}

/** `'report.md:12'`, `'report.pptx: スライド4の2つ目の枠'`. */
export function namedPlace(document: string, place: string): string {
  return /^\d+$/.test(place) ? `${document}:${place}` : `${document}: ${place}`
}

/** Throws `Refused` where files were edited that an import would replace. */
export function refuseEdited(folder: string, edited: readonly string[]): void {
  if (edited.length === 0) return
  const list = edited.map((file) => `  ${path.join(folder, file)}`)
  throw new Refused(
    [
      `取り込みの後で編集されたファイルがあります。${NOTHING_WRITTEN}`,
      ...list,
      '編集を捨てて取り込み直すときは --force を付けてください。',
    ].join('\n'),
  )
}
