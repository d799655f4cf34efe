import { bodyOf } from '../../report/body.ts'
import type { InitiativeData } from '../../report/schema.ts'
import type { Finding } from '../../text/finding.ts'
import type { YamlFile } from '../yaml/yaml-file.ts'
import { type Target, targetsOf } from './addresses.ts'
import { checkBody, checkNesting } from './body.ts'
import { readBodySource } from './body-source.ts'

/** やさしい日本語 keeps to the Markdown of bodies; its findings stand where its lines do. */
export function checkPlain(
  file: string,
  yaml: YamlFile<InitiativeData>,
  reportYear: number | null,
): { targets: Target[]; findings: Finding[] } {
  const body = yaml.value?.['plain']
  if (typeof body !== 'string' || body.trim() === '') return { targets: [], findings: [] }
  const first = yaml.placeOf('plain')
  // A block's place is the beginning of its first line.
  const indent = first.column - 1 + (/^ */.exec(yaml.writtenAt('plain'))?.[0].length ?? 0)
  const parts = { yaml: '', yamlLine: 1, body, bodyLine: first.line }
  const shifted = <P extends { line: number; column: number }>(place: P): P => ({
    ...place,
    column: place.column + indent,
  })
  const nesting = checkNesting(file, parts)
  if (nesting.length > 0) return { targets: [], findings: nesting.map(shifted) }
  const source = readBodySource(file, parts, 'plain', reportYear)
  const targets = targetsOf(source).map((target) => ({ ...target, place: shifted(target.place) }))
  const findings = checkBody(source, bodyOf(source.tree, source.firstLine)).map(({ fix, ...finding }) => {
    return { ...shifted(finding), ...(fix && { fix: { ...fix, start: shifted(fix.start), end: shifted(fix.end) } }) }
  })
  return { targets, findings }
}
