import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMENT_MARK } from '../../src/review/comment.ts'
import { type Answers, serveApi } from './github-api.ts'
import { evaluate, payload, payloadFile, readWorkflow, runStep } from './workflow.ts'

const workflow = readWorkflow('comment')
const SHA = '1'.repeat(40)
const COMMENT = readFileSync('tests/fixtures/github/comment-every-kind.md', 'utf8')

let temp = ''
beforeAll(() => (temp = mkdtempSync(path.join(tmpdir(), 'comment-'))))
afterAll(() => rmSync(temp, { recursive: true }))

/** Runs the step on what a check left, against an API that answers so, and gives all that was written there. */
async function comment(left: { comment?: string; number?: string }, answers: Answers) {
  const runner = mkdtempSync(path.join(temp, 'run-'))
  const folder = path.join(runner, 'review')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'comment.md'), left.comment ?? COMMENT)
  writeFileSync(path.join(folder, 'number.txt'), left.number ?? '12\n')
  const api = await serveApi(answers)
  const contexts = { github: { token: 'token', event: payload('workflow-run') }, runner: { temp: runner } }
  const { status, output } = await runStep(workflow, 'コメントを書く', contexts, {
    GITHUB_API_URL: api.url,
    GITHUB_EVENT_PATH: payloadFile('workflow-run'),
    GITHUB_REPOSITORY: 'pref/report',
  })
  api.close()
  return { status, output, written: api.asked.filter(({ method }) => method !== 'GET') }
}

const OTHERS = Array.from({ length: 100 }, (_, id) => ({ id, user: { type: 'User' }, body: `${COMMENT_MARK} 写し` }))

/** Answers for proposal 12, with these comments after a page of others'. */
const github =
  (own: unknown[] = [], sha = SHA): Answers =>
  ({ method, path }) => {
    if (method !== 'GET') return { id: 1 }
    if (path === 'pulls/12') return { head: { sha } }
    if (path === 'issues/12/comments?per_page=100&page=1') return OTHERS
    return path === 'issues/12/comments?per_page=100&page=2' ? own : undefined
  }

test('the first check writes the comment, as the check made it', async () => {
  const { status, written } = await comment({}, github())
  expect(written).toEqual([{ method: 'POST', path: 'issues/12/comments', body: { body: COMMENT } }])
  expect(status).toBe(0)
})

test('the next check writes the same comment anew', async () => {
  const own = [{ id: 501, user: { type: 'Bot' }, body: `${COMMENT_MARK}\n前の文` }]
  const { written } = await comment({}, github(own))
  expect(written).toEqual([{ method: 'PATCH', path: 'issues/comments/501', body: { body: COMMENT } }])
})

test('nobody is called by name', async () => {
  const { written } = await comment({ comment: `${COMMENT_MARK}\n@owner @team/all、a@example.jp ` }, github())
  expect(written[0]?.body).toEqual({
    body: `${COMMENT_MARK}\n@<!-- -->owner @<!-- -->team/all、a@<!-- -->example.jp `,
  })
})

test.each<[string, { comment?: string; number?: string }, RegExp]>([
  ['a number that is none', { number: '12; rm -rf /' }, /number\.txt holds no number/],
  ['a path as a number', { number: '../1' }, /number\.txt holds no number/],
  ['a very long number', { number: '9'.repeat(40) }, /number\.txt is longer than 16 bytes/],
  ['a text that is too long', { comment: COMMENT_MARK + 'あ'.repeat(21_000) }, /comment\.md is longer than 61440/],
  ['another text', { comment: '別の文' }, /comment\.md is not the review/],
  ['a proposal that is not there', { number: '14' }, /GET pulls\/14: 404/],
])('nothing is written for %s', async (_, left, says) => {
  const { status, output, written } = await comment(left, github())
  expect(written).toEqual([])
  expect(status).toBe(1)
  expect(output).toMatch(/^::error::/)
  expect(output).toMatch(says)
})

test('nothing is written for a proposal that stands at another commit: its own check does', async () => {
  const { status, output, written } = await comment({}, github([], '2'.repeat(40)))
  expect({ status, written }).toEqual({ status: 0, written: [] })
  expect(output).toContain('#12 stands at 2222')
})

test.each([
  ['pull_request', 'success', true],
  ['pull_request', 'failure', true],
  ['pull_request', 'cancelled', false],
  ['push', 'success', false],
])('a check of a %s that ends with %s: %s', (event, conclusion, runs) => {
  const contexts = { github: { event: { workflow_run: { event, conclusion } } } }
  expect(evaluate(workflow.jobs['comment']?.if ?? '', contexts)).toBe(runs)
})
