import type { Question, Questions } from './questions.ts'

/** The numbers of the initiatives that a search shows for a query, the first first. */
export type Answer = (query: string) => readonly string[] | Promise<readonly string[]>

/** How a search did. */
export interface Score {
  asked: number
  /** Questions with an answer among the first three results. */
  inThree: number
  /** Questions for which nothing at all was shown. */
  nothing: number
  /** Queries without an answer in the report for which something was shown all the same. */
  noise: number
  kinds: KindScore[]
  /** Questions without an answer among the first three, with these. */
  missed: (Question & { first: readonly string[] })[]
}

export interface KindScore extends Pick<Score, 'asked' | 'inThree' | 'nothing'> {
  kind: string
}

/** Asks all questions, one after the other. */
export async function score({ answered, unanswered }: Questions, answer: Answer): Promise<Score> {
  const shown = new Map<string, readonly string[]>()
  for (const query of [...answered.map((question) => question.query), ...unanswered]) {
    shown.set(query, await answer(query))
  }
  const firstOf = ({ query }: Question) => shown.get(query)?.slice(0, 3) ?? []
  const isRight = (question: Question) => firstOf(question).some((number) => question.answers.includes(number))
  const isEmpty = (query: string) => shown.get(query)?.length === 0
  const count = (questions: readonly Question[]) => ({
    asked: questions.length,
    inThree: questions.filter(isRight).length,
    nothing: questions.filter(({ query }) => isEmpty(query)).length,
  })
  const kinds = [...new Set(answered.map(({ kind }) => kind))]
  return {
    ...count(answered),
    noise: unanswered.filter((query) => !isEmpty(query)).length,
    kinds: kinds.map((kind) => ({ kind, ...count(answered.filter((question) => question.kind === kind)) })),
    missed: answered.filter((question) => !isRight(question)).map((q) => ({ ...q, first: firstOf(q) })),
  }
}

/** The scores of several searches, side by side: a line for each kind, `answered in three, nothing at all`. */
export function scoreTable(scores: Readonly<Record<string, Score>>): string {
  const searches = Object.values(scores)
  const cells = (pick: (score: Score) => string) => searches.map(pick)
  const kinds = searches[0]?.kinds ?? []
  const row = (...texts: (string | number)[]) => texts.join(' | ')
  return [
    row('kind', 'asked', ...Object.keys(scores)),
    ...kinds.map(({ kind, asked }, i) =>
      row(kind, asked, ...cells(({ kinds }) => `${kinds[i]?.inThree ?? 0}, ${kinds[i]?.nothing ?? 0}`)),
    ),
    row('all', searches[0]?.asked ?? 0, ...cells(({ inThree, nothing }) => `${inThree}, ${nothing}`)),
    row('shown without an answer', '', ...cells(({ noise }) => String(noise))),
  ].join('\n')
}
