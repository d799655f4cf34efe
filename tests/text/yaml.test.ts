import { expect, test } from 'vitest'
import { readYaml } from '../../src/text/yaml.ts'

const text = 'number: 2-1-3-1\nfigures:\n  - label: 件\n    values: { R5: 127, R6: }\nempty:\n'

test('every key and value has its place', () => {
  const yaml = readYaml(text)
  if ('reason' in yaml) throw new Error(yaml.reason)
  const from = (at: number | undefined) => text.slice(at).split('\n')[0]
  expect(yaml.value).toEqual({
    number: '2-1-3-1',
    figures: [{ label: '件', values: { R5: 127, R6: null } }],
    empty: null,
  })
  expect(from(yaml.valueAt.get('number'))).toBe('2-1-3-1')
  expect(from(yaml.keyAt.get('figures.0.values'))).toBe('values: { R5: 127, R6: }')
  expect(from(yaml.valueAt.get('figures.0.values.R5'))).toBe('127, R6: }')
  expect(yaml.valueAt.has('empty')).toBe(false)
  expect(from(yaml.keyAt.get('empty'))).toBe('empty:')
})

test.each([
  ['a: [1', 5],
  ['a: 1\na: 2', 5],
  ['a:\n\tb: 1', 3],
  ['a: 1\n---\nb: 2', 5],
  ['a: *none', 4],
  ['? [a]\n: 1', 0],
])('%j is an error at %i, not an exception', (broken, offset) => {
  expect(readYaml(broken)).toMatchObject({ offset })
})

test('nothing is null', () => expect(readYaml('# only a comment')).toMatchObject({ value: null }))
