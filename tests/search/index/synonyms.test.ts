import { expect, test } from 'vitest'
import { otherWordsOf } from '../../../src/search/index/synonyms.ts'

const led = (groups: string[][], ...texts: string[]) =>
  otherWordsOf([], [], groups, texts).map(({ written }) => written.join())

test.each([
  ['kanji', ['除雪', '雪かき'], '道路除雪の体制', ['除雪']],
  ['kana alone', ['ずれ', '齟齬'], '認識 ずれ 解消', ['ずれ']],
  ['kana inside a word', ['ずれ', '齟齬'], 'いずれも', []],
  ['a verb with what follows it', ['強い', '頑固'], '強いられる', ['強い']],
  ['katakana inside a word', ['ライン', '線'], 'オンライン', []],
  ['letters inside a word', ['pr', '宣伝'], 'プロジェクトprx', []],
  ['one character', ['県', 'けん'], '県', []],
])('a word of the report is one in %s', (_, group, text, expected) => {
  expect(led([group], text)).toEqual(expected)
})

test('a word that holds the report’s word finds that by itself', () => {
  expect(otherWordsOf([], [], [['人財', '人財育成', '人材']], ['人財の活躍'])).toEqual([
    { typed: ['人財', '人材'], written: ['人財'] },
  ])
})
