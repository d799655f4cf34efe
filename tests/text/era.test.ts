import { expect, test } from 'vitest'
import {
  fiscalYearName,
  fiscalYearOf,
  formatFiscalYear,
  isPossible,
  monthName,
  parseFiscalYear,
} from '../../src/text/era.ts'
import { findEras, parseMonthName } from '../../src/text/written-eras.ts'

test.each([
  ['R7.4 地域県民局を廃止', ['R7.4 2025']],
  ['R8.2 株式会社', ['R8.2 2025']],
  ['R8.3', ['R8.3 2025']],
  ['R8.4', ['R8.4 2026']],
  ['R5:127件→R6:336件→R7:523件', ['R5 2023', 'R6 2024', 'R7 2025']],
  ['R6～高齢期職員', ['R6～ 2024']],
  ['R5.8～「#あおばな」', ['R5.8～ 2023']],
  ['R13年度中の完成', ['R13年度 2031']],
  ['（R6回答率41.6%→R7回答率85.3%）', ['R6 2024', 'R7 2025']],
  ['令和5年12月策定', ['令和5年12月 2023']],
  ['令和6年3月', ['令和6年3月 2023']],
  ['令和元年度', ['令和元年度 2019']],
  ['H30', ['H30 2018']],
  ['平成31年4月', ['平成31年4月 2019']],
  ['RPA、AI-OCR、Office365、5LABO', []],
  ['BPR7', []],
  ['R7a', []],
  ['', []],
])('%s', (text, eras) => {
  expect(findEras(text).map((era) => `${era.text}${era.ongoing ? '～' : ''} ${fiscalYearOf(era)}`)).toEqual(eras)
})

test('a token knows its place', () => {
  const text = '工事（1工区:R9完成予定）'
  const [era] = findEras(text)
  expect(text.slice(era?.start, era?.end)).toBe('R9')
})

test.each([
  ['R0', false],
  ['R7.13', false],
  ['R7.0', false],
  ['R100年', false],
  ['R7.2.29', false],
  ['令和6年2月29日', true],
  ['H32', false],
  ['令和7年13月', false],
  ['R1', true],
  ['R7.12', true],
  ['H31.4', true],
])('%s is possible: %s', (text, possible) => expect(findEras(text).map(isPossible)).toEqual([possible]))

test.each([
  ['R7', 2025],
  ['H30', 2018],
  ['R0', null],
  ['R7.4', null],
  ['7', null],
  ['2025', null],
  ['R7 ', null],
  ['令和7年度', null],
])('front matter’s %j is %j', (text, year) => expect(parseFiscalYear(text)).toBe(year))

test.each([
  [2025, 'R7'],
  [2019, 'R1'],
  [2018, 'H30'],
])('%i is %s', (year, text) => expect(formatFiscalYear(year)).toBe(text))

test('years and months in words, and back', () => {
  expect(fiscalYearName('R7')).toBe('令和7年度')
  expect(monthName('2026-02')).toBe('令和8年2月')
  expect(parseMonthName('令和8年2月')).toBe('2026-02')
  expect(parseMonthName('令和8年13月')).toBeNull()
  expect(parseMonthName('令和8年2月ごろ')).toBeNull()
})
