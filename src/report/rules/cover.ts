import { bodyOf } from '../body.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { Message } from '../message.ts'
import { reportSchema } from '../schema.ts'
import { parseMarkdown } from '../../markdown/parse.ts'
import { type BodySource, checkBody } from './body.ts'
import { finding } from './catalogue.ts'
import { checkFootnotes, marksIn } from './footnotes.ts'
import { frontMatterFault } from './initiative.ts'
import { type Target, checkSchemes, targetsOf } from './links.ts'
import { checkTitle } from './titles.ts'
import { readYamlFile } from './yaml-file.ts'

/** Checks report.md of the folder of one fiscal year (`R7`): its front matter and 取りまとめの趣旨. */
export function checkCover(file: string, text: string, year: string): { targets: Target[]; messages: Message[] } {
  const parts = splitFrontMatter(text)
  if (typeof parts === 'string') {
    return { targets: [], messages: [frontMatterFault(parts, { file, line: 1, column: 1 })] }
  }
  const yaml = readYamlFile(file, parts.yaml, parts.yamlLine, reportSchema)
  const tree = parseMarkdown(parts.body)
  const source: BodySource = { file, tree, markdown: parts.body, firstLine: parts.bodyLine, kind: 'cover' }
  const targets = targetsOf(source)
  const messages = [...yaml.messages, ...checkBody(source, bodyOf(tree, parts.bodyLine)), ...checkSchemes(targets)]
  const title = yaml.value?.['title']
  const place = (offset: number) => yaml.placeIn('title', offset)
  if (typeof title === 'string') messages.push(...checkTitle(title.trim(), 'report', place))
  const marks = typeof title === 'string' ? marksIn(title) : []
  messages.push(
    ...checkFootnotes(
      source,
      marks.map(({ mark, start }) => ({ mark, place: place(start) })),
    ),
  )

  const written = yaml.value?.['year']
  if (typeof written === 'string' && written !== year && !yaml.faultPaths.includes('year')) {
    const says = `年度 ${written} がフォルダーの名前「${year.toLowerCase()}」と合いません。まちがっている方を直してください。`
    messages.push(finding('files/year', yaml.placeOf('year'), says, { expected: year }))
  }
  return { targets, messages }
}
