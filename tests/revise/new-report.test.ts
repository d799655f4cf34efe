import { expect, test } from 'vitest'
import { newReport } from '../../src/revise/new-report.ts'
import { checkContent } from '../check/check-content.ts'

test('an empty report is valid: the check has only to say that something is to be written', () => {
  const made = newReport({ texts: new Map(), reports: [] }, 'r8')
  if ('reason' in made) throw new Error(made.reason)
  const files = made.changes.map(({ path, after }) => ({ path, bytes: new TextEncoder().encode(after ?? '') }))
  expect(checkContent(files).map(({ file, rule, severity }) => [file, rule, severity])).toEqual([
    ['r8/initiatives/1-1-1.md', 'body/placeholder', 'warning'],
  ])
})

test('a year that is there is left alone', () => {
  expect(newReport({ texts: new Map([['r8/report.md', '']]), reports: [] }, 'r8')).toEqual({
    reason: 'r8 は、もうあります。',
  })
})
