import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '../../src/text/finding.ts'
import type { SourceFile } from '../../src/text/source-file.ts'

const FOLDER = path.join(import.meta.dirname, '../fixtures/check')

/** The names of all cases. */
export function caseNames(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '_base')
    .map(({ name }) => name)
}

/** The small content folder without a finding, on which every case stands. */
export function baseFiles(): SourceFile[] {
  return readFolder(path.join(FOLDER, '_base'))
}

/** A case's content folder: the base, without what `_deleted` names, with the case's own files laid over it. */
export function caseFiles(name: string): SourceFile[] {
  const own = readFolder(path.join(FOLDER, name))
  const list = own.find(({ path }) => path === '_deleted')
  const deleted = list ? new TextDecoder().decode(list.bytes).trim().split('\n') : []
  const base = baseFiles().filter(
    ({ path }) => !deleted.some((entry) => (entry.endsWith('/') ? path.startsWith(entry) : path === entry)),
  )
  return overlay(
    base,
    own.filter((file) => file !== list),
  )
}

/** Files with others laid over them. */
export function overlay(base: readonly SourceFile[], over: readonly SourceFile[]): SourceFile[] {
  const replaced = new Set(over.map(({ path }) => path))
  return [...base.filter(({ path }) => !replaced.has(path)), ...over]
}

/** `'r7/outline.yml:9:21 number/gap > r7/outline.yml:3:13 = 1-1-2'`: place, rule, and what there is of related place and expected text. */
export function shortForm({ file, line, column, rule, related, expected }: Finding): string {
  const other = related ? ` > ${related.file}:${related.line}:${related.column}` : ''
  return `${file}:${line}:${column} ${rule}${other}${expected === undefined ? '' : ` = ${expected}`}`
}

function readFolder(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(folder, file).split(path.sep).join('/'), bytes: readFileSync(file) }))
}
