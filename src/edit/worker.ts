import { z } from 'astro/zod'
import type { Finding } from '../text/finding.ts'
import { renderProse } from '../render/prose.ts'
import { parseFiscalYear } from '../text/era.ts'
import { initiativeUrl } from '../url.ts'
import { readManuscript } from './manuscript.ts'
import { OpenContent } from './open-content.ts'
import { previewOf } from './preview.ts'

/** What the page sends: the whole folder once, then each change of a file. Each is answered under its id. */
export type CheckQuestion = { id: number; path: string } & (
  { files: [path: string, text: string][] } | { text: string | null }
)

/** What the check says of the whole folder, and how the file's page will look; `html` is `null` where it has none. */
export interface CheckAnswer {
  id: number
  findings: Finding[]
  html: string | null
}

// Else zod tries to compile its schemas, which a Content-Security-Policy forbids and reports.
z.config({ jitless: true })

/** The edit page's own thread: typing never waits for the check. */
let open = new OpenContent([])

self.addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  if ('files' in data) open = new OpenContent(data.files)
  else open.set(data.path, data.text)
  const { content, body } = open.read(data.path)
  const html = body === null ? prose(data) : previewOf(body, content.terms)
  self.postMessage({ id: data.id, findings: content.findings, html } satisfies CheckAnswer)
})

/** The cover's text; other files have no page of their own. */
function prose(data: CheckQuestion): string | null {
  if (!data.path.endsWith('/report.md') || !('text' in data) || data.text === null) return null
  const manuscript = readManuscript(data.text)
  const [year = ''] = data.path.split('/')
  const urlOf = (number: string, result: string | null) => initiativeUrl(year, number, result)
  return (
    manuscript &&
    renderProse(manuscript.body, { urlOf, prefix: 'cover-', reportYear: parseFiscalYear(year.toUpperCase()) ?? 0 })
  )
}
