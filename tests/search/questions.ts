import { readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { yaml } from '../content.ts'

/** The kinds of questions, as in `questions.yml`. */
const KINDS = [
  'everyday',
  'particles',
  'questions',
  'slips',
  'latin',
  'numbers',
  'names',
  'concepts',
  'journalist',
  'staff',
] as const

export type QuestionKind = (typeof KINDS)[number]

/** A query as somebody types it, and the numbers of the initiatives that answer it. */
export interface Question {
  kind: QuestionKind
  query: string
  answers: readonly string[]
}

export interface Questions {
  answered: Question[]
  /** Queries that the frozen report has no answer to. */
  unanswered: string[]
}

const questionsSchema = z.strictObject({
  answered: z.record(z.enum(KINDS), z.record(z.string(), z.array(z.string()).min(1))),
  unanswered: z.array(z.string()),
})

/** What people ask of the frozen report. */
export function readQuestions(): Questions {
  const { answered, unanswered } = questionsSchema.parse(yaml(readFileSync('tests/search/questions.yml', 'utf8')))
  const ofKind = (kind: QuestionKind) =>
    Object.entries(answered[kind]).map(([query, answers]): Question => ({ kind, query, answers }))
  return { answered: KINDS.flatMap(ofKind), unanswered }
}
