import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { OpenData } from '../publish/open-data.ts'
import type { Term } from '../report/glossary.ts'

/** What a built site publishes as data: `r7/initiatives.json` of each report, and `glossary.json`. */
export async function readPublished(dist: string): Promise<{ reports: OpenData[]; terms: Term[] }> {
  const years = (await readdir(dist)).filter((name) => /^r\d+$/.test(name))
  return {
    reports: await Promise.all(years.map((year) => readJson<OpenData>(path.join(dist, year, 'initiatives.json')))),
    terms: await readJson<Term[]>(path.join(dist, 'glossary.json')),
  }
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}
