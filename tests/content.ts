import { splitFrontMatter } from '../src/text/front-matter.ts'
import {
  type Corrections,
  correctionsSchema,
  initiativeSchema,
  outlineSchema,
  reportSchema,
} from '../src/report/schema.ts'
import { type SourceFile, readText } from '../src/text/source-file.ts'
import { readBody } from './read-body.ts'
import { type Report, assembleReport } from '../src/report/report.ts'
import { readYaml } from '../src/text/yaml.ts'

/** A report's folder, which the checker has passed, file by file. */
export function reportParts(files: readonly SourceFile[]) {
  const report = markdown(find(files, 'report.md'))
  return {
    report: reportSchema.parse(report.data),
    introduction: { text: report.body, firstLine: report.bodyLine },
    outline: outlineSchema.parse(yaml(textOf(find(files, 'outline.yml')))),
    initiatives: files
      .filter(({ path }) => path.startsWith('initiatives/'))
      .map((file) => {
        const { data, body, bodyLine } = markdown(file)
        return { ...initiativeSchema.parse(data), file: file.path, body, firstLine: bodyLine }
      }),
  }
}

/** The same as the tree that pages and search are made from. */
export function reportOf(files: readonly SourceFile[]): Report {
  const { report, introduction, outline, initiatives } = reportParts(files)
  const parts = initiatives.map(({ body, ...rest }) => ({ ...rest, body: readBody(body) }))
  return assembleReport({ cover: { ...report, body: introduction.text }, outline, initiatives: parts })
}

export function correctionsOf(files: readonly SourceFile[]): Corrections {
  return correctionsSchema.parse(yaml(textOf(find(files, 'corrections.yml'))))
}

export function find(files: readonly SourceFile[], path: string): SourceFile {
  const file = files.find((candidate) => candidate.path === path)
  if (!file) throw new Error(`${path} is missing`)
  return file
}

export function textOf(file: SourceFile): string {
  return readText(file).text
}

function markdown(file: SourceFile) {
  const parts = splitFrontMatter(textOf(file))
  if (typeof parts === 'string') throw new Error(`${file.path}: front matter ${parts}`)
  return { ...parts, data: yaml(parts.yaml) }
}

/** The value of a YAML text that has no fault. */
export function yaml(text: string): unknown {
  const document = readYaml(text)
  if ('reason' in document) throw new Error(document.reason)
  return document.value
}
