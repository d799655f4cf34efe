import { bodyOf } from '../../report/body.ts'
import { parseFiscalYear } from '../../text/era.ts'
import type { Finding } from '../../text/finding.ts'
import { finding } from '../catalogue.ts'
import { type Target, checkSchemes, targetsOf } from './addresses.ts'
import { checkBody, checkNesting } from './body.ts'
import { readBodySource } from './body-source.ts'

/** Checks a summary of the report of one fiscal year (`R7`): prose in Markdown as the cover's, without front matter. */
export function checkSummary(file: string, text: string, year: string): { targets: Target[]; findings: Finding[] } {
  const at = { file, line: 1, column: 1 }
  if (text.trim() === '') {
    return {
      targets: [],
      findings: [finding('body/empty', at, 'まとめの文がありません。文を書くか、このファイルを消してください。')],
    }
  }
  if (/^---\s*$/m.exec(text)?.index === 0) {
    const says = 'まとめに「---」で囲んだ行は要りません。載らない行になるので、文だけにしてください。'
    return { targets: [], findings: [finding('body/block', at, says)] }
  }
  const parts = { yaml: '', yamlLine: 1, body: text, bodyLine: 1 }
  const nesting = checkNesting(file, parts)
  if (nesting.length > 0) return { targets: [], findings: nesting }
  const source = readBodySource(file, parts, 'cover', parseFiscalYear(year))
  const targets = targetsOf(source)
  return {
    targets,
    findings: [...checkBody(source, bodyOf(source.tree, source.firstLine)), ...checkSchemes(targets)],
  }
}
