import { checkFiles } from '../../src/build/content.ts'
import { changesOf } from '../../src/compare/changes.ts'
import type { State } from '../../src/compare/state.ts'
import type { SourceFile } from '../../src/text/source-file.ts'
import { readText } from '../../src/text/source-file.ts'

/** What is done to each file: replaced, taken away (`null`), or edited. */
export type Edits = Record<string, string | null | ((text: string) => string)>

/** The files with some edits. */
export function edited(files: readonly SourceFile[], edits: Edits): SourceFile[] {
  const texts = new Map(files.map((file) => [file.path, readText(file).text]))
  for (const [path, edit] of Object.entries(edits)) {
    const text = typeof edit === 'function' ? edit(texts.get(path) ?? '') : edit
    if (text === null) texts.delete(path)
    else texts.set(path, text)
  }
  return Array.from(texts, ([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
}

export function stateOf(files: readonly SourceFile[]): State {
  return { ...checkFiles(files), files }
}

export function changesBetween(before: readonly SourceFile[], after: readonly SourceFile[]) {
  return changesOf(stateOf(before), stateOf(after))
}
