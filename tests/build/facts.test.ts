import { describe, expect, test } from 'vitest'
import { factsOf, unsetLine } from '../../src/build/facts.ts'

const NOTHING = { url: null, base: '/', repository: null }
const NO_REPOSITORY = { remote: null, commit: null }
const facts = (
  env: Record<string, string>,
  given: Partial<typeof NOTHING | { url: string; repository: string }> = {},
  remote: string | null = null,
) => factsOf(env, { ...NOTHING, ...given }, { ...NO_REPOSITORY, remote })

describe('what nobody set is not invented', () => {
  test('no address, no repository, the root as folder', () => {
    expect(facts({ SITE_URL: '', BASE_PATH: '', GITHUB_REPOSITORY: '' })).toEqual({
      address: null,
      base: '/',
      repository: null,
      commit: null,
      pdf: false,
      drafts: false,
      index: null,
      edited: false,
      preview: false,
    })
  })

  const contact = { name: '人事課', url: 'https://pref.example/' }
  test.each([
    ['everything', { address: null, repository: null }, 'サイトのアドレス（SITE_URL）、リポジトリ、利用の条件（'],
    ['all but the address', { address: 'https://a.example', repository: null }, 'もの：リポジトリ、利用の条件（'],
  ])('the build names what is missing: %s', (_, some, named) => {
    const line = unsetLine(
      { base: '/', commit: null, pdf: false, drafts: false, index: null, edited: false, preview: false, ...some },
      { contact, licence: null },
    )
    expect(line).toContain(named)
    expect(line).not.toMatch(/\n|問い合わせ先/)
  })

  test('and says nothing when all is set', () => {
    const places = { address: 'https://a.example', base: '/', repository: 'https://b.example/c' }
    const all = { ...places, commit: null, pdf: true, drafts: false, index: null, edited: false, preview: false }
    expect(unsetLine(all, { contact, licence: contact })).toBeNull()
  })
})

test.each([
  [{ SITE_URL: 'https://pref.example' }, 'https://pref.example', '/'],
  [{ SITE_URL: 'HTTPS://Pref.Example/' }, 'https://pref.example', '/'],
  [{ SITE_URL: 'http://localhost:8080' }, 'http://localhost:8080', '/'],
  [{ SITE_URL: 'https://県.example' }, 'https://xn--d1y.example', '/'],
  [{ BASE_PATH: 'kensei' }, null, '/kensei/'],
  [{ BASE_PATH: '/kensei' }, null, '/kensei/'],
  [{ BASE_PATH: '/kensei/R7_a.b~c-d/' }, null, '/kensei/R7_a.b~c-d/'],
  [{ BASE_PATH: '/' }, null, '/'],
  [{ SITE_URL: 'https://pref.example/kensei', BASE_PATH: '/kensei' }, 'https://pref.example', '/kensei/'],
])('%j is the address %j and the folder %j', (env, address, base) => {
  expect(facts(env as Record<string, string>)).toMatchObject({ address, base })
})

test.each([
  ['pref.example'],
  ['https://'],
  ['https:pref.example'],
  ['ftp://pref.example'],
  ['javascript:alert(1)'],
  ['https://user:secret@pref.example'],
  ['https://pref.example/?a=b'],
  ['https://pref.example/#a'],
  ['https://pref.example/kensei/'],
  ['not an\naddress'],
])('SITE_URL=%j is told of in one line', (SITE_URL) => {
  expect(facts({ SITE_URL })).toEqual({ reason: expect.stringMatching(/^SITE_URL「.*」は使えません。.+$/) })
})

test.each([
  ['https://pref.example/'],
  ['//pref.example'],
  ['/a//b/'],
  ['/../'],
  ['/a/./b'],
  ['C:/Program Files/Git/kensei/'],
  ['/a?b'],
  ['/a#b'],
  ['a\\b'],
  ['/県政/'],
  ['a\nb'],
])('BASE_PATH=%j is told of in one line', (BASE_PATH) => {
  expect(facts({ BASE_PATH })).toEqual({ reason: expect.stringMatching(/^BASE_PATH「.*」は使えません。.+$/) })
})

describe('the repository', () => {
  const github = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'owner/name' }
  test.each([
    ['site.ts before all others', github, 'https://a.example/b', 'git@c.example:d/e', 'https://a.example/b'],
    ['GitHub’s own variables', github, null, 'git@c.example:d/e', 'https://github.example/owner/name'],
    ['the remote', {}, null, 'git@c.example:d/e', 'https://c.example/d/e'],
    [
      'the remote where only one of GitHub’s is set',
      { GITHUB_REPOSITORY: 'a/b' },
      null,
      'c.example:d',
      'https://c.example/d',
    ],
    ['the next one where one is a path', github, '/srv/a', null, 'https://github.example/owner/name'],
    ['nothing where the remote is a path', {}, null, '/srv/git/name.git', null],
  ])('is %s', (_, env, repository, remote, expected) => {
    expect(facts(env, { repository: repository as string }, remote)).toMatchObject({ repository: expected })
  })
})
