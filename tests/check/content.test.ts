import { expect, test } from 'vitest'
import { readFiles } from '../../src/build/folder.ts'
import { checkContent } from './check-content.ts'
import { formatText } from '../../src/check/reporters/text.ts'

// The one thing that must hold of content/ whatever staff rightly write there: a warning asks them, and stops nobody.
test('the content has no error', async () => {
  const errors = checkContent(await readFiles('content')).filter(({ severity }) => severity === 'error')
  expect(errors, formatText(errors, 'content')).toEqual([])
})
