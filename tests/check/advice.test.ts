import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { caseFiles, caseNames, shortForm } from './fixtures.ts'
import { works } from './follow.ts'

/**
 * Rules whose 期待 names a file, a number or a whole part of one, so that a person adds, moves or rewrites it: no edit at
 * the finding's place follows it. Those of figures are followed in the tests of figures.
 */
const BY_HAND =
  /^(?:files\/(?!line-end|invisible|look-alike|tab|nul)|number\/|source\/|figures\/(?:not-in-body|uncovered)|front-matter\/(?:missing|unclosed|not-mapping)$|body\/(?:nesting|no-result)|continues\/unknown|errata\/(?:after|number)|words\/)/

test.each(caseNames())('%s: what is expected, written there, mends it and brings no other finding', (name) => {
  const files = caseFiles(name)
  const advised = checkContent(files).filter(
    ({ fix, expected, rule }) => fix !== undefined || (expected !== undefined && !BY_HAND.test(rule)),
  )
  expect(advised.filter((finding) => !works(files, finding)).map(shortForm)).toEqual([])
})
