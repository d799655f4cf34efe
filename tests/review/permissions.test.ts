import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkflow } from './workflow.ts'

const names = readdirSync('.github/workflows').map((file) => file.replace(/\.yml$/, ''))

test('no workflow has more rights than it needs', () => {
  const rights = names.flatMap((name) => {
    const { permissions, jobs } = readWorkflow(name)
    expect(permissions, name).toEqual({})
    return Object.entries(jobs).map(([job, { permissions }]) => [`${name}/${job}`, permissions])
  })
  expect(Object.fromEntries(rights)).toEqual({
    'check/check': { contents: 'read' },
    'comment/comment': { actions: 'read', 'pull-requests': 'write' },
    'pages/build': { contents: 'read', actions: 'read', 'pull-requests': 'read' },
    'pages/deploy': { pages: 'write', 'id-token': 'write' },
    'test/test': { contents: 'read' },
    'test/which': { contents: 'read' },
  })
})

test.each(names)('%s: no secrets, no code of a proposal with rights, every action at a commit', (name) => {
  const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8')
  expect(text).not.toMatch(/secrets\.|pull_request_target/)
  for (const [, action = ''] of text.matchAll(/uses: (.*)/g)) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d/)
  for (const checkout of text.split('uses: actions/checkout').slice(1))
    expect(checkout.split('- ')[0]).toContain('persist-credentials: false')
})

test('the workflow that comments checks nothing out', () => {
  expect(readFileSync('.github/workflows/comment.yml', 'utf8')).not.toContain('actions/checkout')
})
