import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../src/search/answer/address.ts'
import { excerptOf, piecesOf, rangesOf } from '../../../src/search/answer/marks.ts'
import { readQuery } from '../../../src/search/answer/query.ts'

const words = [{ term: '人財', reading: 'じんざい', spellings: ['人材'], written: [] }]

const marked = (text: string, query: string) =>
  piecesOf(text, rangesOf(text, readQuery(query, words)))
    .filter(({ mark }) => mark)
    .map((piece) => piece.text)

test.each([
  ['県債残高：8,371億円', '8371億円', ['8,371億円']],
  ['R7.5 三井住友', 'r7.5三井', ['R7.5 三井']],
  ['ＤＸ推進', 'dx', ['ＤＸ']],
  ['ｶﾞｲﾄﾞ', 'ガイド', ['ｶﾞｲﾄﾞ']],
  ['取り組みの推進', '取組', ['取り組み']],
  ['取組の推進', '取り組み', ['取組']],
  ['人財の確保', '人材', ['人財']],
  ['R7.4 廃止、R7導入', '令和7年4月', ['R7.4']],
  ['契約、電子契約', '電子 契約', ['契約', '電子契約']],
  ['電子', '紙', []],
  ['テレワーク・研修', 'テレワーク', ['テレワーク']],
  ['人財・育成', '人材', ['人財']],
  ['R8～運用開始', '令和8年度運用開始', ['R8～運用開始']],
])('in %s, %s marks %j', (text, query, expected) => {
  expect(marked(text, query)).toEqual(expected)
})

test('pieces joined are the text, whatever the text and the query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
      const ranges = rangesOf(text + query + text, readQuery(query, words))
      const pieces = piecesOf(text + query + text, ranges)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text + query + text)
    }),
  )
})

test('an excerpt of a long line shows the words that were looked for', () => {
  const text = `${'あ'.repeat(300)}電子契約${'い'.repeat(300)}`
  const pieces = excerptOf(text, rangesOf(text, readQuery('電子契約', words)))
  expect(pieces.filter(({ mark }) => mark)).toEqual([{ text: '電子契約', mark: true }])
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(100)
})

test('a search and its address are the same', () => {
  const address = { query: '電子 & 契約=?', filters: { viewpoint: '2', outlook: '1' } }
  expect(readAddress(new URLSearchParams(writeAddress(address)))).toEqual(address)
  expect(writeAddress({ query: '', filters: {} })).toBe('')
})
