import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingIn } from '../build/commands.ts'
import { type Answers, serveApi } from './github-api.ts'
import { evaluate, readWorkflow, runStep } from './workflow.ts'

const workflow = readWorkflow('pages')

let out = ''
beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'pages-'))
  writeFileSync(path.join(out, '.gyokaku-build'), '')
  writeFileSync(path.join(out, 'index.html'), 'main')
})
afterAll(() => rmSync(out, { recursive: true }))

const OWN = { full_name: 'pref/report' }
const FORK = { full_name: 'stranger/report' }

async function collect(answers: Answers) {
  const api = await serveApi(answers)
  const contexts = { github: { token: 'token' }, vars: { PAGES_URL: 'https://pref.github.io/report' } }
  const { status, output } = await runStep(workflow, '提案の見本を集める', contexts, {
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: 'pref/report',
    OUT_DIR: out,
  })
  api.close()
  return { status, output: output.trim(), asked: api.asked.map(({ path }) => path) }
}

/** Proposals 12 (built), 13 (of a fork), 14 (with errors), 15 (a fork's check of the same commit), 16 (too old). */
const answers: Answers = ({ path }) => {
  if (path.startsWith('pulls?state=open')) {
    return [12, 13, 14, 15, 16].map((number) => ({
      number,
      head: { sha: `sha${number}`, repo: number === 13 ? FORK : OWN },
    }))
  }
  const sha = /head_sha=sha(\d+)&event=pull_request&status=success/.exec(path)?.[1]
  if (sha === '14') return { workflow_runs: [] }
  if (sha) return { workflow_runs: [{ id: 100 + Number(sha), head_repository: sha === '15' ? FORK : OWN }] }
  if (path === 'actions/runs/112/artifacts?name=site') return { artifacts: [{ id: 1, expired: false }] }
  if (path === 'actions/runs/116/artifacts?name=site') return { artifacts: [{ id: 2, expired: true }] }
  if (path === 'actions/artifacts/1/zip') {
    return zipSync({ 'index.html': strToU8('proposal 12'), 'r7/index.html': strToU8('報告書') })
  }
  return undefined
}

test('previews of the repository’s own proposals stand below the site; one that was closed is gone', async () => {
  mkdirSync(path.join(out, 'preview/9'), { recursive: true })
  const { status, output, asked } = await collect(answers)
  expect({ status, output }).toEqual({ status: 0, output: '見本を置いた提案: 12' })
  expect(Object.keys(everythingIn(out)).sort()).toEqual([
    '.gyokaku-build',
    'index.html',
    'preview/12/index.html',
    'preview/12/r7/index.html',
  ])
  expect(readFileSync(path.join(out, 'preview/12/index.html'), 'utf8')).toBe('proposal 12')
  expect(asked.join('\n')).not.toMatch(/sha13|runs\/115/)
})

test.each<[string, Answers, RegExp]>([
  [
    'an archive that leads out of its folder',
    (asked) => (asked.path.endsWith('/zip') ? zipSync({ '../../index.html': strToU8('x') }) : answers(asked)),
    /「\.\.\/\.\.\/index\.html」は見本の外を指しています/,
  ],
  ['an API that refuses', () => undefined, /GitHub が 404 と答えました/],
])('refused, and the site stays: %s', async (_, answers, says) => {
  const { status, output } = await collect(answers)
  expect(status).toBe(1)
  expect(output).toMatch(says)
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('main')
})

const PAGES = { PAGES_URL: 'https://pref.github.io/report' }
const run = (over: object) => ({
  event_name: 'workflow_run',
  repository: 'pref/report',
  event: { workflow_run: { event: 'pull_request', conclusion: 'success', head_repository: OWN, ...over } },
})

test.each<[string, object, object, boolean]>([
  ['a push to main', { event_name: 'push', repository: 'pref/report', event: {} }, PAGES, true],
  ['a proposal of the repository that was checked', run({}), PAGES, true],
  ['a fork’s', run({ head_repository: FORK }), PAGES, false],
  ['one with errors', run({ conclusion: 'failure' }), PAGES, false],
  ['a push while Pages is not set up', { event_name: 'push', repository: 'pref/report', event: {} }, {}, false],
])('deployed: %s', (_, github, vars, runs) => {
  expect(Boolean(evaluate(workflow.jobs['build']?.if ?? '', { github, vars }))).toBe(runs)
})
