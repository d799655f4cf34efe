import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { correctionsSchema } from '../report/schema.ts'
import type { Before } from '../revise/carry-over.ts'
import { checkFiles } from './content.ts'
import { readCorrections } from './corrections.ts'
import { NOTHING_WRITTEN, Refused } from './failures.ts'
import { readFiles } from './folder.ts'

/** The newest year of a content folder before this one: `r7` before `r8`; `null` where there is none. */
export function earlierYear(content: string, year: string): string | null {
  const order = (name: string) => Number(/^r(\d+)$/.exec(name)?.[1] ?? 0)
  const names = readdirSync(content).filter((name) => order(name) > 0 && order(name) < order(year))
  return names.sort((a, b) => order(b) - order(a))[0] ?? null
}

/** The year of which an import takes over what goes on. Throws `Refused` where it has no report that can be read. */
export async function yearBefore(content: string, year: string): Promise<Before> {
  const name = year.toLowerCase()
  const folder = path.join(content, name)
  const isOf = (file: string) => file === 'glossary.yml' || file.startsWith(`${name}/`)
  const files = existsSync(folder) ? (await readFiles(content)).filter((file) => isOf(file.path)) : []
  const { reports, terms } = checkFiles(files)
  const [report] = reports
  if (!report) throw new Refused(`${folder} に、読める報告書がありません。${NOTHING_WRITTEN}`)
  const file = path.join(folder, 'corrections.yml')
  const corrections = existsSync(file) ? readCorrections(file).value : correctionsSchema.parse({})
  return { report, terms, corrections }
}
