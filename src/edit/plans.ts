import type { Content } from '../check/check.ts'
import { errataSchema } from '../report/errata.ts'
import { reportOfYear } from '../revise/command.ts'
import { withErrata } from '../revise/errata-file.ts'
import { newInitiative } from '../revise/new-initiative.ts'
import { removeInitiative } from '../revise/remove.ts'
import { homesOf } from '../revise/renumbering.ts'
import { type Refusal, type Revised, type Revision, planned } from '../revise/revision.ts'
import type { Homes, Planned, Question } from './questions.ts'

/** What `npm run new` and `npm run remove` do, and an entry more in the 正誤表, as edits of the page. */
export function planOf(
  question: Extract<Question, { ask: 'new' | 'remove' | 'record' }>,
  { reports, findings }: Content,
  texts: ReadonlyMap<string, string>,
): Planned {
  if (question.ask === 'record') return recorded(question, texts)
  const error = findings.find(({ severity }) => severity === 'error')
  if (error) return { reason: `先に、エラーを直してください（${error.file} ${error.line} 行目）。` }
  const { year } = question
  const content: Revised = { texts, reports }
  return planned((): Revision | Refusal => {
    if (question.ask === 'new') {
      const told = { year, force: false, reason: '', today: '' }
      return newInitiative(content, question.parent, question.title, null, told)
    }
    const { number, reason, today } = question
    return removeInitiative(content, number, { year, force: true, reason, today })
  })
}

function recorded(
  { year, erratum }: Extract<Question, { ask: 'record' }>,
  texts: ReadonlyMap<string, string>,
): Planned {
  const path = `${year}/errata.yml`
  const before = texts.get(path) ?? null
  // The keys come in the order in which the guide has them.
  const read = errataSchema.safeParse([erratum])
  if (!read.success) return { reason: '正誤表に書けない日付か文です。正誤表のファイルで直してください。' }
  return planned((): Revision => {
    const after = withErrata(path, before, read.data)
    return { changes: [{ path, before, after }], says: ['正誤表に足しました。'] }
  })
}

/** The headings of a report under which an initiative can stand. */
export function homesOfYear({ reports }: Content, year: string): Homes {
  const report = reportOfYear({ texts: new Map(), reports }, year)
  if ('reason' in report) return { published: false, homes: [] }
  return { published: report.cover.published !== undefined, homes: [...homesOf(report.outline)] }
}
