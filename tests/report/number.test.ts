import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  childNumber,
  circled,
  compareNumbers,
  fromCircled,
  headingLabel,
  isInitiativeNumber,
  orderOf,
  parentOf,
  parseNumber,
} from '../../src/report/number.ts'

test.each([
  ['2', [2]],
  ['2-1-3-1', [2, 1, 3, 1]],
  ['10-20-30-40', [10, 20, 30, 40]],
  ['', null],
  ['0-1', null],
  ['2-01', null],
  ['2-1-', null],
  ['2--1', null],
  ['2-1-3-1-1', null],
  ['２-1', null],
  ['2‐1', null],
  ['2-100', null],
  [' 2-1', null],
  ['2-1\n', null],
])('%j has the parts %j', (text, parts) => expect(parseNumber(text)).toEqual(parts))

test('an initiative has three or four parts', () => {
  expect(['2', '2-1', '2-3-1', '2-1-3-1'].map(isInitiativeNumber)).toEqual([false, false, true, true])
})

const number = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'))

test('a number is the child of its parent', () => {
  fc.assert(fc.property(number, (text) => childNumber(parentOf(text), orderOf(text)) === text))
})

test('report order counts parts as numbers, and puts a parent first', () => {
  expect(['2-10', '10', '2-9-1', '2', '2-9'].sort(compareNumbers)).toEqual(['2', '2-9', '2-9-1', '2-10', '10'])
})

test('report order is an order', () => {
  fc.assert(
    fc.property(number, number, (a, b) => Math.sign(compareNumbers(a, b)) === 0 - Math.sign(compareNumbers(b, a))),
  )
})

test.each([
  [1, '①'],
  [20, '⑳'],
  [21, '㉑'],
  [36, '㊱'],
  [50, '㊿'],
])('%i is %s and back', (order, glyph) => {
  expect(circled(order)).toBe(glyph)
  expect(fromCircled(glyph)).toBe(order)
})

test('beyond 50 there is no circled figure', () => {
  expect(circled(51)).toBe('(51)')
  expect(fromCircled('○')).toBeNull()
})

test.each([
  ['2', '2'],
  ['2-1', '(1)'],
  ['2-1-3', '③'],
])('%s is labelled %s', (text, label) => expect(headingLabel(text)).toBe(label))
