import { readFileSync } from 'node:fs'
import { type Term, glossarySchema } from '../../src/report/glossary.ts'
import { type OpenData, openData } from '../../src/publish/open-data.ts'
import { reportOf, yaml } from '../content.ts'
import { FROZEN_CONTENT, frozenYear } from '../frozen-report.ts'

/** The frozen report as published. */
export async function readReport(): Promise<OpenData> {
  return openData(reportOf(await frozenYear()), (number) => `/r7/${number && `${number}/`}`)
}

export function readGlossary(): Term[] {
  return glossarySchema.parse(yaml(readFileSync(`${FROZEN_CONTENT}/glossary.yml`, 'utf8'))).terms
}
