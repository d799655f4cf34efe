import { expect, test } from 'vitest'
import { renderBody } from '../../src/render/body.ts'
import { placeFragment } from '../../src/render/fragment.ts'
import { parseMarkdown } from '../../src/text/markdown.ts'
import { readGlossary } from '../search/content.ts'

const terms = readGlossary()
const render = (markdown: string, explained = new Set<string>()) => {
  const urlOf = (number: string, resultId?: string | null) => `/r7/${number}/${resultId ? `#${resultId}` : ''}`
  const fragment = renderBody(parseMarkdown(markdown), { urlOf, number: '2-3-1', reportYear: 2025, terms })
  return placeFragment(fragment, {
    prefix: '',
    groupLevel: 2,
    terms,
    explained,
    urlOf: ({ term }) => `/glossary/#term-${term}`,
  })
}

test('the first mention of a term is a button that shows its meaning, which stands after the body', () => {
  const html = render('- 全庁LANの適正化とLAN\n')
  expect(html).toContain('全庁<button type="button" class="term" popovertarget="term-1">LAN</button>の適正化とLAN')
  expect(html.indexOf('<div class="term-note" id="term-1"')).toBeGreaterThan(html.indexOf('</ul>'))
  expect(html).toContain('（意味は未確認）')
})

test('a page explains a term once, over all its bodies', () => {
  const explained = new Set<string>()
  expect(render('- LAN\n', explained)).toContain('<button')
  expect(render('- LAN\n', explained)).not.toContain('<button')
})

test('links stay links', () => {
  expect(render('- [LAN](2-3-2.md)\n')).not.toContain('<button')
})
