import { describe, expect, test } from 'vitest'
import { askedTimes } from '../../src/search/language/asked-times.ts'
import { contentOf } from '../../src/search/language/content.ts'
import { FUNCTION_WORDS } from '../../src/search/language/function-words.ts'
import { normalise } from '../../src/search/language/forms.ts'
import { foldLookAlikes } from '../../src/search/language/look-alikes.ts'
import { otherNumbers } from '../../src/search/language/number-words.ts'
import { packOtherWords, unpackOtherWords } from '../../src/search/language/other-words.ts'
import { nearestWord } from '../../src/search/language/slips.ts'
import { consonantsOf, consonantsOfKatakana, soundOf } from '../../src/search/language/sound.ts'
import { loosen } from '../../src/search/language/spelling.ts'

describe('content', () => {
  test.each([
    ['若者の定着', ['若者', '定着']],
    ['県の貯金はいくらありますか', ['県', '貯金']],
    ['除雪について教えてください', ['除雪']],
    ['残業しなくてよいのは何人ですか', ['残業']],
    ['検討中のもの一覧', ['検討中']],
    ['いくらですか', []],
    ['AIを使った議事録', ['ai', '使', '議事録']],
  ])('%s → %j', (query, words) => {
    const [form = ''] = normalise(query)
    expect(contentOf(form).map(({ start, end }) => form.slice(start, end))).toEqual(words)
  })

  test('every function word stands in the list once, in normal form', () => {
    const words = FUNCTION_WORDS.flatMap((group) => group.words.split(' '))
    expect(words.filter((word) => normalise(word)[0] !== word)).toEqual([])
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })
})

test.each([
  ['昨年11月', 'R7.11', ['em202511']],
  ['来年度', 'R8', ['ey2026', 'ef2026']],
  ['去年度', 'R6', ['ey2024', 'ef2024']],
  ['来年', '2027年', ['ey2027', 'ec2027']],
  ['2月', 'R8.2', ['em202602']],
  ['4月', 'R7.4', ['em202504']],
  ['令和8年2月', 'R8.2', ['em202602']],
])('%s, asked of the report of R7, is %s', (text, label, eraWords) => {
  expect(askedTimes(text, [2025])).toEqual([{ start: 0, end: text.length, label, eraWords }])
})

test.each([['13月'], ['回数'], ['1.5月分']])('%s names no time', (text) => {
  expect(askedTimes(text, [2025])).toEqual([])
})

test.each([
  ['18000人', '1.8万人'],
  ['1万8千人', '18000人'],
  ['3億2000万円', '3.2億円'],
  ['452億円減', '△452億円'],
  ['48億円増えた', '+48億円'],
  ['85%', '85.'],
])('%s is %s too', (form, other) => {
  expect(otherNumbers(form).map((writing) => writing.form)).toContain(other)
})

test.each([['127件'], ['5減免'], ['r7.4']])('%s has no other writing', (form) => {
  expect(otherNumbers(form)).toEqual([])
})

test.each([
  ['サ一バ一', 'サーバー'],
  ['ホームぺージ', 'ホームページ'],
  ['ニ次', '二次'],
  ['人ロ減少', '人口減少'],
  ['一部', '一部'],
  ['ニュース', 'ニュース'],
  ['ページへ', 'ページへ'],
])('%s looks like %s', (typed, meant) => {
  expect(foldLookAlikes(typed)).toBe(meant)
})

test.each([
  ['横濱', '横浜'],
  ['鯵ケ沢', '鰺ヶ沢'],
  ['3か月', '3ヶ月'],
  ['三箇所', '三ヶ所'],
  ['市か町', '市か町'],
  ['辻\u{e0100}', '辻'],
])('%s is %s in the loose form', (written, loose) => {
  expect(loosen(written)).toBe(loose)
})

test.each([
  ['インターシップ', 'インターンシップ'],
  ['追瀬良橋', '追良瀬橋'],
  ['キャシュレス', 'キャッシュレス'],
  ['ラーメン', null],
  ['青森空港', null],
  ['少子化', null],
])('%s is a slip of %s', (typed, meant) => {
  expect(nearestWord(typed, ['インターンシップ', '新追良瀬橋', 'キャッシュレス', '青森港', '電子化'])).toBe(meant)
})

test.each([
  ['naming rights', 'neeminguraitsu', true],
  ['cashless', 'kyasshuresu', true],
  ['internship', 'intaanshippu', true],
  ['security', 'sekyuriti', true],
  ['baseball', 'bouru', false],
])('%s sounds like %s: %s', (english, romaji, same) => {
  const [a, b] = [consonantsOf(english), consonantsOfKatakana(romaji)]
  expect(a === b || a === `${b}s`).toBe(same)
})

test('long vowels are typed in many ways', () => {
  expect(new Set(['きゅうよ', 'きゅよ', 'キュウヨ', 'キューヨ'].map(soundOf)).size).toBe(1)
})

test('other words come back as they were packed, without those that lead nowhere', () => {
  const words = [
    { typed: ['雪かき', '除雪'], written: ['除雪'] },
    { typed: ['除雪'], written: ['除雪'] },
  ]
  expect(unpackOtherWords(packOtherWords(words))).toEqual([{ typed: ['雪かき'], written: ['除雪'] }])
})
