import { expect, test } from 'vitest'
import { formatMarkdown } from '../../src/compare/reporters/markdown.ts'
import { escapeMarkdown } from '../../src/compare/reporters/escape.ts'
import { markedParts } from '../../src/compare/words.ts'
import { baseFiles } from '../check/fixtures.ts'
import { changesBetween, edited } from './edited.ts'
import { EVERY_KIND } from './every-kind.ts'

const NO_LINKS = { live: () => null, preview: () => null }
const changes = changesBetween(baseFiles(), edited(baseFiles(), EVERY_KIND))

test('a comment names each page by its title, with changed words marked', () => {
  const text = formatMarkdown(changes, NO_LINKS)
  expect(text).toContain('2-1-1-1 電子契約の促進')
  expect(text).toContain('- 数値「電子契約の件数」R7: 523件 → <b>532件</b>')
  expect(text).toContain('R7：<del>523</del><ins>532</ins>件')
  expect(text).toContain('> **注意** 2-1-1-1「電子契約の促進」は、公表した数が変わりました')
})

test('a comment stays below 60 KB and says what it leaves out; the whole does not', () => {
  const words = '県民の皆様に分かりやすくお伝えする。'.repeat(4)
  const sentences = Array.from({ length: 900 }, (_, i) => ({
    number: `1-1-1-${1 + (i % 9)}`,
    resultId: `r${i}`,
    before: `第${i}号を検討。${words}`,
    after: `第${i}号を実施。${words}`,
    isAim: false,
  }))
  const many = { ...changes, reports: changes.reports.map((report) => ({ ...report, sentences })) }
  const size = (text: string) => new TextEncoder().encode(text).length
  const comment = formatMarkdown(many, NO_LINKS)
  expect(size(comment)).toBeLessThanOrEqual(60 * 1024)
  expect(comment).toMatch(/長いので、ほかの \d+ か所はここに載せていません/)
  expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length)
  expect(size(formatMarkdown(many, NO_LINKS, true))).toBeGreaterThan(60 * 1024)
})

test.each([
  ['@someone を呼ぶ', '@<!-- -->someone を呼ぶ'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert\\(1\\)&gt;'],
  ['[押す](https://evil.example)', '\\[押す\\]\\(https:/<!-- -->/evil.example\\)'],
  ['#12 を閉じる', '\\#<!-- -->12 を閉じる'],
  ['**太字** `code` | ~~消す~~', '\\*\\*太字\\*\\* \\`code\\` \\| \\~\\~消す\\~\\~'],
  ['1. 様式', '1\\. 様式'],
  ['- 点', '\\- 点'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['www.example.jp', 'www.<!-- -->example.jp'],
  ['一行目\n二行目', '一行目 二行目'],
])('%j is shown as it is', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})

test.each([
  ['R7:523件', 'R7:532件', 'R7:[-523][+532]件'],
  ['庁内の利用', '庁内と市町村の利用', '庁内[+と市町村]の利用'],
  ['会議を開催', '会議を開催', '会議を開催'],
  ['電子 契約', '電子契約', '電子契約'],
  ['', '新設', '[+新設]'],
])('words of %j and %j', (before, after, expected) => {
  const text = markedParts(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : `[${kind === 'gone' ? '-' : '+'}${text}]`,
  )
  expect(text.join('')).toBe(expected)
})
