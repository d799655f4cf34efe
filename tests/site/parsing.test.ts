import { expect, inject, test } from 'vitest'
import { readPages } from '../../src/build/built-pages.ts'
import { parsingFaults } from './parsing.ts'

const page = (body: string, after = '') =>
  `<!doctype html><html lang="ja"><head><title>題</title></head><body>${body}</body></html>${after}`

test.each([
  ['a page as it should be', page('<p>文<br>文</p><script src="a.js"></script>'), []],
  [
    'a script after the end of the page',
    page('', '<script src="a.js"></script>'),
    ['script does not stand there in its body'],
  ],
  [
    'a paragraph between the rows of a table',
    page('<table><p>文</p></table>'),
    ['table does not stand there in its body'],
  ],
  ['an attribute that comes twice', page('<p id="a" id="b">文</p>'), ['duplicate-attribute']],
  ['a page without a doctype', page('').replace('<!doctype html>', ''), ['missing-doctype']],
])('of %s a parser tells', (_, html, expected) => {
  expect(parsingFaults(html).map((fault) => fault.replace(/^\S+ /, ''))).toEqual(expected)
})

test.each(readPages(inject('dist')).map(({ url, html }) => [url, html] as const))(
  'a parser has nothing to mend on %s',
  (_, html) => {
    expect(parsingFaults(html)).toEqual([])
  },
)
