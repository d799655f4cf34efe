import { describe, expect, it } from 'vitest'
import { readReport } from './content.ts'
import { readQuestions } from './questions.ts'
import { bm25 } from './peers/bm25.ts'
import { score, scoreTable } from './score.ts'

const report = await readReport()
const questions = readQuestions()

describe('the questions', () => {
  it('are enough of every kind', () => {
    const kinds = Map.groupBy(questions.answered, ({ kind }) => kind)
    expect(kinds.size).toBe(10)
    for (const [kind, asked] of kinds) expect(asked.length, kind).toBeGreaterThanOrEqual(15)
    expect(questions.unanswered.length).toBeGreaterThanOrEqual(30)
  })

  it('are each asked once, and answered by initiatives of the report', () => {
    const queries = [...questions.answered.map(({ query }) => query), ...questions.unanswered]
    expect(new Set(queries).size).toBe(queries.length)
    const numbers = new Set(report.initiatives.map(({ number }) => number))
    expect(questions.answered.filter(({ answers }) => !answers.every((number) => numbers.has(number)))).toEqual([])
  })
})

describe('score', () => {
  const two = {
    answered: [
      { kind: 'everyday', query: 'a', answers: ['1', '2'] },
      { kind: 'staff', query: 'b', answers: ['3'] },
      { kind: 'staff', query: 'c', answers: ['3'] },
    ],
    unanswered: ['d', 'e'],
  } as const

  it.each([
    ['an answer in the third place', { a: ['9', '8', '2'], b: ['3'], c: ['3'] }, { inThree: 3, nothing: 0, noise: 0 }],
    ['in the fourth', { a: ['9', '8', '7', '2'], b: ['3'], c: ['3'] }, { inThree: 2, nothing: 0, noise: 0 }],
    ['nothing, and noise', { a: ['1'], d: ['1'] }, { inThree: 1, nothing: 2, noise: 1 }],
  ])('%s', async (_, shown: Record<string, string[]>, expected) => {
    const questions = { answered: [...two.answered], unanswered: [...two.unanswered] }
    expect(await score(questions, (query) => shown[query] ?? [])).toMatchObject({ asked: 3, ...expected })
  })

  it('is printed by kind', async () => {
    const questions = { answered: [...two.answered], unanswered: [...two.unanswered] }
    const ours = await score(questions, (query) => (query === 'b' ? ['3'] : []))
    expect(scoreTable({ ours }).split('\n')).toEqual([
      'kind | asked | ours',
      'everyday | 1 | 0, 1',
      'staff | 2 | 1, 1',
      'all | 3 | 1, 2',
      'shown without an answer |  | 0',
    ])
  })
})

describe('plain BM25', () => {
  it('answers most questions, and does not know when there is no answer', async () => {
    const yardstick = await score(questions, bm25(report))
    expect(yardstick.inThree / yardstick.asked).toBeGreaterThan(0.6)
    expect(yardstick.noise).toBeGreaterThan(questions.unanswered.length / 2)
  })
})
