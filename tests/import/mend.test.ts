import { expect, test } from 'vitest'
import { findStraySpaces, mendSpaces } from '../../src/import/mend.ts'

test.each([
  ['早期枠S P I方式', '早期枠SPI方式'],
  ['新 A I 音声', '新 AI 音声'],
  ['R 7採用試験', 'R7採用試験'],
  ['R7. 5 三井', 'R7.5 三井'],
  ['R 6：41人、R 7：53人', 'R6：41人、R7：53人'],
  ['→ 防災', '→防災'],
  ['41.6% → R7', '41.6%→R7'],
  // These spaces part words or numbers and stay.
  ['R7.12 行財政改革', 'R7.12 行財政改革'],
  ['R6：8人 R7：10人', 'R6：8人 R7：10人'],
  ['(R8.1 17企業・団体', '(R8.1 17企業・団体'],
  ['研修 等', '研修 等'],
  ['容量拡大 (1G)', '容量拡大 (1G)'],
  ['Web A B testing', 'Web A B testing'],
  ['X Y Zoom', 'X Y Zoom'],
])('%s → %s', (text, mended) => expect(mendSpaces(text)).toBe(mended))

test('the checker hears of spaces inside words, with the mended word', () => {
  expect(findStraySpaces('早期枠S P I方式（R 7採用試験）→ 次')).toEqual([
    { start: 3, found: 'S P I', mended: 'SPI' },
    { start: 11, found: 'R 7', mended: 'R7' },
  ])
})
