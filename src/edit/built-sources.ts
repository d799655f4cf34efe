import { buildFacts } from '../build-facts.ts'
import { handed } from '../handed.ts'
import { sourcesOf } from './sources.ts'

/** The sources of this build: of the years that it has. */
export function builtSources(): ReturnType<typeof sourcesOf> {
  const { files = [], known = new Map(), reports = [] } = handed() ?? {}
  const built = new Set(reports.map(({ cover }) => cover.year.toLowerCase()))
  return sourcesOf(files, known, (year) => buildFacts.drafts || built.has(year))
}
