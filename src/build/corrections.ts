import { existsSync } from 'node:fs'
import path from 'node:path'
import { dump } from 'js-yaml'
import { formatText } from '../check/reporters/text.ts'
import { readYamlFile } from '../check/yaml/yaml-file.ts'
import { type Corrections, correctionsSchema } from '../report/schema.ts'
import { readText } from '../text/source-file.ts'
import { NOTHING_WRITTEN, Refused } from './failures.ts'
import { contentDir, readDocument } from './folder.ts'

/** Corrections as they are written in their file. */
export interface WrittenCorrections {
  value: Corrections
  bytes: Uint8Array
}

/** Corrections belong to the year's document: those beside its content, else the project's own for that year. */
export function findCorrections(year: string, content: string): string | null {
  const places = [content, contentDir()].map((folder) => path.join(folder, year, 'corrections.yml'))
  return places.find((file) => existsSync(file)) ?? null
}

/** Throws `Refused` for a file that is no text, or that says what no correction can. */
export function readCorrections(file: string): WrittenCorrections {
  const bytes = readDocument(file)
  const { text, notUtf8 } = readText({ path: file, bytes })
  if (notUtf8.length > 0) {
    const places = notUtf8.map(({ line, column }) => `${file}:${line}:${column}: UTF-8 として読めない文字です。`)
    throw new Refused([...places, NOTHING_WRITTEN].join('\n'))
  }
  const { data, findings } = readYamlFile(path.basename(file), text, 1, correctionsSchema)
  if (!data) throw new Refused([formatText(findings, path.dirname(file)), NOTHING_WRITTEN].join('\n'))
  return { value: data, bytes }
}

/** Corrections as the bytes of a file; `null` where there are none. */
export function writtenCorrections(corrections: Corrections): Uint8Array | null {
  const isEmpty = Object.values(corrections).every(({ length }) => length === 0)
  return isEmpty ? null : Buffer.from(dump(corrections, { lineWidth: -1 }))
}
