import { type Content, readReports } from '../check/check.ts'
import { type Handed, handOver } from '../handed.ts'
import { renderBody } from '../render/body.ts'
import type { SourceFile } from '../text/source-file.ts'
import { initiativeUrl } from '../url.ts'
import { contentDir, readFiles } from './folder.ts'

/** Reads the content folder and hands it to the pages. */
export async function readAndHandOver(): Promise<Content & Handed> {
  const content = renderContent(await readFiles(contentDir()))
  handOver(content)
  return content
}

/** A content folder's files as pages take them: each is parsed once, and each body rendered once. */
export function renderContent(files: readonly SourceFile[]): Content & Handed {
  const bodies: Handed['bodies'] & Map<unknown, unknown> = new Map()
  const content = readReports(files, ({ file, number, tree, body }, terms) => {
    const [year = ''] = file.split('/')
    const html = renderBody(tree, {
      number,
      terms,
      urlOf: (other, resultId) => initiativeUrl(year, other, resultId),
    })
    bodies.set(`${year}/${number}`, { body, html })
  })
  return { ...content, bodies }
}
