import { readFileSync } from 'node:fs'
import { readFiles } from '../../scripts/files.ts'
import { type FrontMatter, splitFrontMatter } from '../../src/report/front-matter.ts'
import { type Term, glossarySchema } from '../../src/report/glossary.ts'
import { type OpenData, openData } from '../../src/report/open-data.ts'
import { assembleReport } from '../../src/report/report.ts'
import { initiativeSchema, outlineSchema, reportSchema } from '../../src/report/schema.ts'
import { readText } from '../../src/report/source-file.ts'
import { readYaml } from '../../src/report/yaml.ts'

/** The report in content/ as published. */
export async function readReport(): Promise<OpenData> {
  const files = (await readFiles('content/r7')).map((file) => ({ path: file.path, text: readText(file).text }))
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? ''
  const cover = parts(textOf('report.md'))
  const report = assembleReport({
    cover: { ...reportSchema.parse(yaml(cover.yaml)), body: cover.body },
    outline: outlineSchema.parse(yaml(textOf('outline.yml'))),
    initiatives: files
      .filter(({ path }) => path.startsWith('initiatives/'))
      .map(({ text }) => {
        const { yaml: data, body } = parts(text)
        return { ...initiativeSchema.parse(yaml(data)), body }
      }),
  })
  return openData(report, (number) => `/r7/${number && `${number}/`}`)
}

export function readGlossary(): Term[] {
  return glossarySchema.parse(yaml(readFileSync('content/glossary.yml', 'utf8'))).terms
}

function parts(text: string): FrontMatter {
  const split = splitFrontMatter(text)
  if (typeof split === 'string') throw new Error(split)
  return split
}

function yaml(text: string): unknown {
  const document = readYaml(text)
  if ('reason' in document) throw new Error(document.reason)
  return document.value
}
