import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { factsOf } from '../../src/build/facts.ts'

const text = readFileSync('docs/gitlab-ci.yml', 'utf8')
const jobs = load(text) as Record<string, { script?: string[] }>
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('GitLab’s jobs run commands that are there', () => {
  const lines = ['check', 'test', 'pages'].flatMap((name) => jobs[name]?.script ?? [])
  const commands = lines.flatMap((line) => /npm (?:run (?:--silent )?)?(\w[\w-]*)/.exec(line)?.[1] ?? [])
  expect(commands).toEqual(['changes', 'words', 'check', 'build', 'test', 'build-pages'])
  for (const command of commands) expect(scripts).toHaveProperty([command])
})

test('the place of a preview among GitLab’s artifacts is one that a build takes', () => {
  const place = /BASE_PATH="([^"]+)"/
    .exec(text)?.[1]
    ?.replace('${CI_PROJECT_PATH#*/}', 'group/report')
    .replace('$CI_JOB_ID', '17')
  const given = { url: null, base: '/', repository: null }
  expect(factsOf({ BASE_PATH: place }, given, { remote: null, commit: null })).toMatchObject({
    base: '/-/group/report/-/jobs/17/artifacts/dist/',
  })
})
