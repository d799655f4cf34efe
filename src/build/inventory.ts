import { lstatSync } from 'node:fs'
import path from 'node:path'
import { Refused } from './failures.ts'
import { walk } from './walk.ts'

/** Every file below a folder, by its path in it with `/`, and its size in bytes. */
export type Inventory = ReadonlyMap<string, number>

export function takeInventory(folder: string): Inventory {
  const files = walk(folder).filter(({ entry }) => !entry.isDirectory())
  return new Map(files.map(({ place }) => [place, lstatSync(path.join(folder, place)).size]))
}

/** Throws `Refused` where a file that a step says it wrote is not there: another program was in the folder. */
export function mustHave(written: readonly string[], found: Inventory): void {
  const missing = written.filter((file) => !found.has(file))
  if (missing.length === 0) return
  throw new Refused(
    `作ったファイル ${written.length} のうち ${missing.length} がありません（たとえば ${missing[0]}）。` +
      '何も置き換えませんでした。もう一度実行してください。',
  )
}

/** Throws `Refused` where the folder is not just what was counted: another hand was in it, or a copy is not whole. */
export function mustBe(expected: Inventory, folder: string): void {
  const found = takeInventory(folder)
  const wrong = [...expected].filter(([file, size]) => found.get(file) !== size).map(([file]) => file)
  const others = [...found.keys()].filter((file) => !expected.has(file))
  const [first] = [...wrong, ...others]
  if (first === undefined) return
  throw new Refused(
    `できたファイル ${expected.size} のうち ${wrong.length} がそろっていません（余分 ${others.length}、たとえば ${first}）。` +
      '何も置き換えませんでした。もう一度実行してください。',
  )
}
