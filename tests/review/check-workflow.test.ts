import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { baseFiles } from '../check/fixtures.ts'
import { type Edits, edited } from '../compare/edited.ts'
import { EVERY_KIND } from '../compare/every-kind.ts'
import { mergedRepository } from './merged-repository.ts'
import { payload, payloadFile, readWorkflow, runStep } from './workflow.ts'

const workflow = readWorkflow('check')
const SPELLINGS = 'version: 1\nrules:\n  - expected: 取組\n    pattern: 取り組み\n'
const I = 'r7/initiatives'

/** Every kind of change, without the error that a relisting's number brings. */
const SOUND: Edits = { ...EVERY_KIND, [`${I}/2-1-1-2.md`]: (text) => text.replace('様式の統一', '様式を統一') }

/** Published with two findings of its own, one of them a word, that no proposal brought. */
const before = edited(baseFiles(), {
  'spellings.yml': SPELLINGS,
  [`${I}/1-2-2.md`]: (text) => `${text.trimEnd()}\n- 主な取り組み）\n`,
})

let temp = ''
const repositories: Record<string, string> = {}

beforeAll(() => {
  temp = mkdtempSync(path.join(tmpdir(), 'runner-'))
  repositories['every-kind'] = mergedRepository(before, edited(before, SOUND))
  repositories['broken'] = mergedRepository(
    before,
    edited(before, {
      [`${I}/1-1-1-1.md`]: (text) => text.replace('number: 1-1-1-1', 'number: 1-1-1-9') + '- 新しい取り組み\n',
    }),
  )
  repositories['none'] = mergedRepository(before, edited(before, { 'memo.txt': '変わらないこと\n' }))
})
afterAll(() => [temp, ...Object.values(repositories)].forEach((folder) => rmSync(folder, { recursive: true })))

/** Runs the review's step and gives what it left for GitHub. */
async function review(event: 'pull-request' | 'fork', repository: string) {
  const runner = mkdtempSync(path.join(temp, 'run-'))
  const contexts = {
    github: { event: payload(event) },
    // GitHub gives a fork's run no variables.
    vars: event === 'fork' ? {} : { PAGES_URL: 'https://pref.github.io/report' },
  }
  const { status, output } = await runStep(workflow, '指摘と変更点', contexts, {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: payloadFile(event),
    GITHUB_REPOSITORY: 'pref/report',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STEP_SUMMARY: path.join(runner, 'summary.md'),
    GITHUB_WORKSPACE: repositories[repository] ?? '',
    RUNNER_TEMP: runner,
    CONTENT_DIR: path.join(repositories[repository] ?? '', 'content'),
    SITE_URL: '',
    BASE_PATH: '',
  })
  const read = (file: string) => readFileSync(path.join(runner, file), 'utf8')
  return {
    status,
    annotations: output.trim().split('\n'),
    summary: read('summary.md'),
    comment: read('review/comment.md'),
    number: read('review/number.txt'),
  }
}

const expected = (name: string) => path.join(import.meta.dirname, '../fixtures/github', name)

test('a branch of the repository: the comment tells every kind of change and leads to page and preview', async () => {
  const { status, comment, number, annotations } = await review('pull-request', 'every-kind')
  expect({ status, number }).toEqual({ status: 0, number: '12\n' })
  expect(annotations[0]).toMatch(/^::warning file=content\/r7\//)
  await expect(comment).toMatchFileSnapshot(expected('comment-every-kind.md'))
})

test('a fork: no preview, the built site is a file of the run', async () => {
  const { status, comment, number } = await review('fork', 'none')
  expect({ status, number }).toEqual({ status: 0, number: '13\n' })
  await expect(comment).toMatchFileSnapshot(expected('comment-fork.md'))
})

test('errors on changed lines come first, words only on changed lines, and the summary holds all', async () => {
  const { status, annotations, summary, comment } = await review('pull-request', 'broken')
  expect(status).toBe(1)
  expect(comment).not.toContain('preview/12')
  const rules = annotations.map((line) => /title=([\w/-]+)/.exec(line)?.[1])
  expect(rules.slice(0, 1)).toEqual(['number/file-name'])
  expect(annotations.filter((line) => line.includes('title=spelling'))).toEqual([
    '::warning file=content/r7/initiatives/1-1-1-1.md,line=7,col=6,title=spelling::「取り組み」は、この報告書では「取組」と書きます。%0A期待: 取組',
  ])
  await expect(summary).toMatchFileSnapshot(expected('summary-broken.md'))
})

test.each([
  ['only texts', 'none', {}, ''],
  ['more than texts', 'none', { 'tool.ts': 'export {}\n' }, 'code=yes\n'],
])('the tests of the program run where a proposal changes %s', async (_, name, others, output) => {
  const repository = mergedRepository(before, edited(before, { 'memo.txt': `${name}\n` }), others)
  const file = path.join(temp, `output-${Object.keys(others).length}`)
  writeFileSync(file, '')
  const { status } = await runStep(
    readWorkflow('test'),
    'content のほかが変わったか',
    {},
    { GITHUB_OUTPUT: file },
    repository,
  )
  expect({ status, output: readFileSync(file, 'utf8') }).toEqual({ status: 0, output })
  rmSync(repository, { recursive: true })
})
