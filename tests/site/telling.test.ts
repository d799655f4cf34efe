import { expect, inject, test } from 'vitest'
import { all, readPages } from '../../src/build/built-pages.ts'

const pages = readPages(inject('dist'))

test('every initiative and each of its results leads to the form, with its own page and number', () => {
  const initiatives = pages.filter(({ url }) => /^\/r\d+\/\d+(?:-\d+)+\/$/.test(url))
  let links = 0
  for (const { url, tree } of initiatives.filter(({ tree }) => all('.body [id^=r]', tree).length > 0)) {
    const results = all('.body li[id^=r]', tree).map(({ properties }) => `#${String(properties['id'])}`)
    const told = all('.tell-mistake a', tree).map(({ properties }) => new URL(String(properties['href'])))
    expect(told.map(({ searchParams }) => searchParams.get('page')?.replace('https://report.example', ''))).toEqual(
      ['', ...results].map((hash) => url + hash),
    )
    links += told.length
  }
  expect(links).toBeGreaterThan(200)
})
