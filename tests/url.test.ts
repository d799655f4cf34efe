import { expect, test, vi } from 'vitest'
import { factsOf } from '../src/build/facts.ts'

/** The builder of addresses as a build with these settings has it. */
async function urls(settings: Record<string, string> = {}) {
  const facts = factsOf(settings, { url: null, base: '/', repository: null }, { remote: null, commit: null })
  if ('reason' in facts) throw new Error(facts.reason)
  vi.resetModules()
  const { setBuildFacts } = await import('../src/build-facts.ts')
  setBuildFacts(facts)
  return import('../src/url.ts')
}

test.each([
  ['the home page', [], '/'],
  ['a year', ['r7'], '/r7/'],
  ['a page of a year', ['r7', 'all'], '/r7/all/'],
])('%s has the address %j → %s', async (_, parts, url) => {
  expect((await urls()).pageUrl(...parts)).toBe(url)
})

test('initiatives, results and headings have the addresses that are promised', async () => {
  const { initiativeUrl, headingUrl, dataUrl, fileUrl } = await urls()
  expect(initiativeUrl('r7', '2-1-3-1')).toBe('/r7/2-1-3-1/')
  expect(initiativeUrl('r7', '2-1-3-1', null)).toBe('/r7/2-1-3-1/')
  expect(initiativeUrl('r7', '2-1-3-1', 'r1-2')).toBe('/r7/2-1-3-1/#r1-2')
  expect(headingUrl('r7', '2')).toBe('/r7/2/')
  expect(headingUrl('r7', '12-1')).toBe('/r7/12/#s12-1')
  expect(headingUrl('r7', '2-1-3')).toBe('/r7/2/#s2-1-3')
  expect(dataUrl('r7', '')).toBe('/r7/')
  expect(dataUrl('r7', '2-1-3-1')).toBe('/r7/2-1-3-1/')
  expect(fileUrl('r7/initiatives.json')).toBe('/r7/initiatives.json')
})

test.each(['kensei', '/kensei', 'kensei/', '/kensei/'])('every address begins with the base path %s', async (base) => {
  const { pageUrl, fileUrl, initiativeUrl } = await urls({ BASE_PATH: base })
  expect(pageUrl()).toBe('/kensei/')
  expect(fileUrl('feed.xml')).toBe('/kensei/feed.xml')
  expect(initiativeUrl('r7', '2-3-1', 'r1')).toBe('/kensei/r7/2-3-1/#r1')
})

test('a full address has the site’s own host and keeps base and anchor', async () => {
  const { absoluteUrl, initiativeUrl } = await urls({ SITE_URL: 'https://pref.example', BASE_PATH: '/kensei/' })
  expect(absoluteUrl(initiativeUrl('r7', '2-3-1', 'r1'))).toBe('https://pref.example/kensei/r7/2-3-1/#r1')
})

test('ids on shared pages differ from those of headings, and a term’s id has no blanks', async () => {
  const { initiativeId, headingId, termId } = await urls()
  expect(initiativeId('2-3-1')).not.toBe(headingId('2-3-1'))
  expect(termId('Office 365')).toBe('term-Office_365')
})

test('a build without a printed report links to none', async () => {
  expect((await urls()).pdfUrl('r7')).toBeNull()
})
