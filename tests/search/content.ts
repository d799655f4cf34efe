import { readFileSync } from 'node:fs'
import { readFiles } from '../../src/build/folder.ts'
import { type Term, glossarySchema } from '../../src/report/glossary.ts'
import { type OpenData, openData } from '../../src/publish/open-data.ts'
import { reportOf, yaml } from '../content.ts'

/** The report in content/ as published. */
export async function readReport(): Promise<OpenData> {
  return openData(reportOf(await readFiles('content/r7')), (number) => `/r7/${number && `${number}/`}`)
}

export function readGlossary(): Term[] {
  return glossarySchema.parse(yaml(readFileSync('content/glossary.yml', 'utf8'))).terms
}
