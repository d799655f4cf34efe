import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { afterEach, expect, test } from 'vitest'
import { setBuildFacts } from '../src/build-facts.ts'
import { site } from '../src/site.ts'
import { formUrl, mailUrl } from '../src/telling.ts'

const NOTHING = {
  address: null,
  base: '/',
  repository: null,
  commit: null,
  pdf: false,
  drafts: false,
  edited: false,
  index: null,
  preview: false,
}
const TOLD = { path: '/r7/2-1-3-1/#r1', number: '2-1-3-1 実績1' }

afterEach(() => {
  setBuildFacts(NOTHING)
  site.contact = null
})

test('nothing where no place is set', () => {
  site.contact = { name: '担当課', url: 'https://pref.example/contact' }
  expect([formUrl('mistake', TOLD), mailUrl('mistake', TOLD)]).toEqual([null, null])
})

test.each(['mistake', 'usability'] as const)('the form %s has each field that a link fills', (form) => {
  setBuildFacts({ ...NOTHING, repository: 'https://github.com/pref/report', address: 'https://report.example' })
  const url = new URL(formUrl(form, form === 'mistake' ? TOLD : { path: '/r7/' }) ?? '')
  const { template = '', title, ...filled } = Object.fromEntries(url.searchParams)
  const { body } = load(readFileSync(`.github/ISSUE_TEMPLATE/${template}`, 'utf8')) as { body: { id?: string }[] }
  expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(filled)))
  expect(url.origin + url.pathname).toBe('https://github.com/pref/report/issues/new')
  if (form === 'mistake') {
    expect({ title, ...filled }).toEqual({
      title: '誤り: 2-1-3-1 実績1',
      page: 'https://report.example/r7/2-1-3-1/#r1',
      number: '2-1-3-1 実績1',
    })
  }
})

test('GitLab gets a text in place of a form', () => {
  setBuildFacts({ ...NOTHING, repository: 'https://gitlab.example/pref/report' })
  const url = new URL(formUrl('mistake', TOLD) ?? '')
  expect(url.pathname).toBe('/pref/report/-/issues/new')
  expect(url.searchParams.get('issue[description]')).toContain('ページ: /r7/2-1-3-1/#r1\n番号: 2-1-3-1 実績1')
})

test('a letter has no + for a blank, and lines that every mail program takes', () => {
  site.contact = { name: '担当課', url: 'mailto:report@pref.example?cc=x' }
  const url = mailUrl('mistake', TOLD) ?? ''
  expect(url).toMatch(/^mailto:report@pref\.example\?subject=[^+&]+&body=[^+]+$/)
  expect(decodeURIComponent(url.split('&body=')[1] ?? '')).toBe(
    'ページ: /r7/2-1-3-1/#r1\r\n番号: 2-1-3-1 実績1\r\nどこが: \r\nどうして: \r\n',
  )
})
