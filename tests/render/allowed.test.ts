import { expect, test } from 'vitest'
import { renderBody } from '../../src/render/body.ts'
import { renderProse } from '../../src/render/prose.ts'
import { parseMarkdown } from '../../src/text/markdown.ts'

const urlOf = (number: string) => `/r7/${number}/`
const renderers = {
  body: (markdown: string): string =>
    renderBody(parseMarkdown(`- ${markdown}\n`), { number: '1-1-1', reportYear: 2025, urlOf, terms: [] }),
  prose: (markdown: string) => renderProse(markdown, { urlOf: (number) => number, prefix: '', reportYear: 2025 }),
}

/** What the check refuses, in case nobody has run it. */
const HOSTILE = [
  '[押す](javascript:alert(1))',
  '[押す](JaVaScRiPt:alert(1))',
  '[押す](java&#x9;script:alert(1))',
  '[押す](&#x20;javascript:alert(1))',
  '[押す](vbscript:x)',
  '[押す](data:text/html,x)',
  '[押す](//evil.example/)',
  '[押す](http://evil.example/)',
  '[押す][a]\n\n[a]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![図](https://track.example/t.gif)',
  '<img src="https://track.example/t.gif" onerror="alert(1)">',
  '<script>alert(1)</script>',
  '<p style="color: red" onclick="alert(1)">x</p>',
]

test.each(HOSTILE.flatMap((markdown) => (['body', 'prose'] as const).map((kind) => [markdown, kind] as const)))(
  '%j in a %s brings no address, picture, script or style to the page',
  (markdown, kind) => {
    const html = renderers[kind](markdown)
    expect(html).not.toMatch(/<(?:script|img|style|iframe|object)|\s(?:on\w+|style|src)=/i)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:\/r7\/|#)/)
  },
)

test('https, mail and the site’s own addresses stay', () => {
  const html = renderers.body('[県](https://www.pref.example/) [宛先](mailto:a@pref.example) [再掲](1-1-2.md)')
  expect(Array.from(html.matchAll(/href="([^"]*)"/g), ([, href]) => href)).toEqual([
    'https://www.pref.example/',
    'mailto:a@pref.example',
    '/r7/1-1-2/',
    '/r7/1-1-1/',
  ])
})
