import { z } from 'astro/zod'
import { OpenContent } from './open-content.ts'
import { homesOfYear, planOf } from './plans.ts'
import { coverPreview, previewOf } from './preview.ts'
import type { Answered, Answers, Asked, Checked, Question } from './questions.ts'
import type { SourcePart } from './sources.ts'

// Else zod tries to compile its schemas, which a Content-Security-Policy forbids and reports.
z.config({ jitless: true })

/** The edit page's own thread: typing never waits for the check. */
let open = new OpenContent([])
/** One question after the other: the first one loads what the others are asked of. */
let before = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  before = before.then(() => answer(data))
})

async function answer({ id, puts, question }: Asked): Promise<void> {
  for (const [path, text] of puts) open.put(path, text)
  const answered: Answered = await answerTo(question).then(
    (answer) => ({ id, answer }),
    (error: unknown) => ({ id, failed: String(error) }),
  )
  self.postMessage(answered)
}

async function answerTo(question: Question): Promise<Answers[keyof Answers]> {
  switch (question.ask) {
    case 'open':
      open = new OpenContent(await Promise.all(question.parts.map(load)))
      return null
    case 'check':
      return checked(question.path)
    case 'homes':
      return homesOfYear(open.read().content, question.year)
    default:
      return planOf(question, open.read().content, open.texts())
  }
}

async function load(url: string): Promise<SourcePart> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return (await response.json()) as SourcePart
}

function checked(path: string): Checked {
  const { content, body } = open.read(path)
  const cover = path.endsWith('/report.md') ? open.text(path) : null
  return {
    findings: content.findings,
    changes: open.changes(content),
    errata: new Map(content.reports.map(({ cover, errata = [] }) => [cover.year.toLowerCase(), errata])),
    html: body !== null ? previewOf(body, content, path) : cover === null ? null : coverPreview(path, cover),
  }
}
