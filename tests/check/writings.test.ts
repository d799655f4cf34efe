import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { baseFiles, overlay, shortForm } from './fixtures.ts'
import { works } from './follow.ts'
import { RIGHT, WRONG } from './writings.ts'

const HEAD = '---\nnumber: 1-1-1-1\ntitle: 事務所の見直し\n---\n\n'
const withBody = (body: string) => {
  const bytes = new TextEncoder().encode(`${HEAD}${body}\n`)
  return overlay(baseFiles(), [{ path: 'r7/initiatives/1-1-1-1.md', bytes }])
}

test.each(RIGHT)('of %j nothing is said', (body) => {
  expect(checkContent(withBody(body)).map(shortForm)).toEqual([])
})

test.each(WRONG)('of %j one thing is said, in line %i', (body, line, rule) => {
  const findings = checkContent(withBody(body))
  expect(findings.map((finding) => `${finding.line} ${finding.rule}`)).toEqual([`${line + 5} ${rule}`])
})

test.each(WRONG.filter(([body]) => checkContent(withBody(body)).some(({ fix }) => fix)))(
  'the edit for %j mends it',
  (body) => {
    const files = withBody(body)
    expect(checkContent(files).every((finding) => works(files, finding))).toBe(true)
  },
)
