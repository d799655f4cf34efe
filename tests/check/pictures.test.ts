import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'
import { baseFiles } from './fixtures.ts'

test.each([
  ['of another site', 'https://track.example/t.gif', 'links/dead'],
  ['of the content folder', 'photo.png', 'links/dead'],
  ['from another scheme', 'data:image/gif;base64,AAAA', 'links/scheme'],
])('a picture %s is told once, at its place', (_, url, rule) => {
  const files = baseFiles()
  const file = files.find(({ path }) => path === 'r7/initiatives/1-1-1-1.md')!
  const text = new TextDecoder().decode(file.bytes).trimEnd()
  file.bytes = new TextEncoder().encode(`${text}\n- ![図](${url})\n`)
  const line = text.split('\n').length + 1
  expect(checkContent(files).map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
    { rule, file: 'r7/initiatives/1-1-1-1.md', line },
  ])
})
