import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { guideLink } from '../../src/check/reporters/guide-link.ts'
import { RULES } from '../../src/check/catalogue.ts'
import { guideSections } from './guide.ts'

const guide = readFileSync('content/README.md', 'utf8')
const sections = guideSections(guide)

test('the guide has one section for every rule, and none for others', () => {
  expect(sections.map(({ rule }) => rule).sort()).toEqual(Object.keys(RULES).sort())
})

test.each(sections.map((section) => [section.rule, section] as const))(
  'the guide’s example of %s says just what it promises',
  (rule, { files, says }) => {
    const kind = { error: 'エラー', warning: '注意' }
    const found = checkContent(files).map((message) => `${message.rule} ${kind[message.severity]}: ${message.message}`)
    expect(found).toEqual([`${rule} ${says}`])
  },
)

test('the link that a finding prints leads to the heading of its section', () => {
  for (const rule of Object.keys(RULES)) {
    const heading = `### ${rule}\n`
    // As GitHub and GitLab make it: lower case, all marks but the hyphen dropped.
    const anchor = heading
      .slice(4)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}-]/gu, '')
    expect(guide).toContain(heading)
    expect(guideLink(rule)).toBe(`content/README.md#${anchor}`)
  }
})
