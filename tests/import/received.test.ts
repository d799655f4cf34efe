import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesOf } from '../../src/import/files.ts'
import { importDocument } from '../../src/import/import.ts'
import { receiveText } from '../../src/import/received/text.ts'
import { correctionsOf } from '../content.ts'
import { FROZEN_YEAR, frozenYear } from '../frozen-report.ts'

const source = readFileSync(`${FROZEN_YEAR}/source.md`, 'utf8')
const corrections = correctionsOf(await frozenYear())

function contentOf(document: string) {
  const { markdown } = receiveText(document)
  const imported = importDocument(markdown, 'R7', corrections)
  return Array.isArray(imported) ? imported : filesOf(imported, new Map())
}

const content = contentOf(source)

/** A converter's way: lines of at most so many columns, or characters, wherever a word ends. Marked line ends stay. */
function folded(text: string, most: number, { byCharacters = false, isIndented = false, marks = true } = {}): string {
  const width = (line: string) =>
    byCharacters ? line.length : Array.from(line).reduce((sum, each) => sum + (/[\0-\u00ff]/.test(each) ? 1 : 2), 0)
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) return [line]
      const indent = isIndented ? ' '.repeat(/^\s*(?:- )?/.exec(line)?.[0].length ?? 0) : ''
      const parts: string[] = []
      let part = ''
      for (const character of line.trimEnd()) {
        if (part !== '' && width(part + character) > most) {
          parts.push(part)
          part = indent
        }
        part += character
      }
      return [...parts, part + (marks && line.endsWith('  ') ? '  ' : '')]
    })
    .join('\n')
}

/** Something of each page, after so many lines. */
function paged(every: number, pageEnd: (page: number) => string): string {
  return source
    .split('\n')
    .map((line, i) => (i % every === every - 1 ? `${line}\n${pageEnd(Math.ceil(i / every))}` : line))
    .join('\n')
}

const TITLE = '青森県行財政改革行動計画 令和7年度取組実績'

test('a document in the report’s own form is read as it is', () => {
  expect(receiveText(source)).toMatchObject({ markdown: source, done: [], questions: [] })
})

test.each<[name: string, document: string]>([
  ['lines broken after 40 columns', folded(source, 40)],
  ['lines broken after 24 columns', folded(source, 24)],
  ['lines broken after 60 columns and indented', folded(source, 60, { isIndented: true })],
  ['lines broken after 30 characters', folded(source, 30, { byCharacters: true })],
  ['lines broken after 72 columns, and no line end marked', folded(source, 72, { marks: false })],
  ['no line end marked', source.replace(/ +$/gm, '')],
  ['〇 for ○', source.replaceAll('○', '〇')],
  ['● for ○', source.replaceAll('○', '●')],
  ['◯ and a blank for ○', source.replaceAll('○', '◯　')],
  ['initiatives in ○ and not in bold', source.replace(/^- \*\*(.+)\*\*$/gm, '- ○$1')],
  ['• for ・', source.replace(/^(\s*- )・/gm, '$1•')],
  ['• alone for - ・', source.replace(/^(\s*)- ・/gm, '$1• ')],
  ['・ alone for - ・', source.replace(/^- ・/gm, '・')],
  ['full-width numbers', source.replace(/^(#+ )1 /gm, '$1１　').replace(/^(#+ )\((\d)\) /gm, '$1（$2）')],
  ['a number on each page', paged(40, (page) => `\n- ${page} -\n`)],
  ['a head and a number on each page, without a blank line', paged(37, (page) => `${page}\n\f${TITLE}`)],
  ['a foot with a number on each page', paged(31, (page) => `\n${TITLE}　${page}\n`)],
  ['the title as a heading of each page', paged(37, () => `\n# ${TITLE}\n`)],
  ['the title as a bullet of each page', paged(41, (page) => `\n- ${TITLE}\n\n- ${page} -\n`)],
  [
    'the title in the middle of broken lines',
    folded(
      paged(37, () => `\n${TITLE}\n`),
      50,
    ),
  ],
  ['a vertical tab for each line end in a result', source.replace(/ {2}\n/g, '\v')],
  ['U+2028 for each line end in a result', source.replace(/ {2}\n/g, '\u2028')],
  ['radicals for kanji', source.replaceAll('民', '⺠').replaceAll('青', '⻘')],
  ['compatibility ideographs', source.replaceAll('金', '\uf90a').replaceAll('立', '\uf9f7')],
  ['kana whose marks stand apart', source.replace(/[がぎぐげござじずぜぞだでど]/g, (kana) => kana.normalize('NFD'))],
  ['blanks that do not break', source.replace(/^(\s*-) /gm, '$1\u00a0')],
  ['tabs for indents', source.replace(/^(?: {2})+(?=- )/gm, (blanks) => '\t'.repeat(blanks.length / 2))],
  ['line ends of an old Mac', source.replaceAll('\n', '\r')],
])('%s: the content is the same', (_, document) => {
  expect(document).not.toBe(source)
  expect(contentOf(document)).toEqual(content)
})

test.each<[name: string, document: string, done: string, words: string]>([
  ['a broken word', folded(source, 40), '語の途中で切れた行をつなぐ', '｜'],
  ['a page number', paged(40, (page) => `\n- ${page} -\n`), 'ページ番号を除く', '- 1 -'],
  ['a page’s head', paged(31, (page) => `\n${TITLE}　${page}\n`), 'くり返す', TITLE],
  ['another circle', source.replaceAll('○', '◯'), '「◯」を、取組の「○」として読む', '◯多様な職員採用試験の導入'],
  ['a point', source.replace('- ・ R7.4', '- • R7.4'), '「•」を、実績の「・」として読む', 'R7.4 地域県民局'],
  ['a radical', source.replace('青森', '⻘森'), '部首の文字を', 'U+2ED8→青'],
  ['a vertical tab', source.replace(/ {2}\n/g, '\v'), '（U+000B）を、改行として読む', '令和8年2月'],
])('%s is told with its line', (_, document, what, words) => {
  const { done } = receiveText(document)
  const deed = done.find((each) => each.what.includes(what))
  expect(deed?.words).toContain(words)
  const line = document.split('\n')[Number(deed?.place) - 1] ?? ''
  // What was joined is told at its second line.
  if (!words.includes('→')) expect(line).toContain(words.replace('｜', ''))
})

test.each<[name: string, document: string, line: number, asks: string]>([
  ['a number alone', source.replace('\n# 1 県庁', '\n5\n\n# 1 県庁'), 22, 'ページ番号なら'],
  ['a character of nobody else', source.replace('青森県', '\ue000森県'), 3, '読めない文字'],
  ['a variation selector', source.replace('青森県', '青\u{e0100}森県'), 3, '異体字セレクター'],
  ['a line end without a mark', source.replaceAll(/ {2}$/gm, ''), 113, '改行のまま残しました'],
])('%s is left as it is, and asked about', (_, document, line, asks) => {
  expect(receiveText(document).questions).toContainEqual(
    expect.objectContaining({ place: String(line), what: expect.stringContaining(asks) }),
  )
})

test('a result that is told three times is no running head', () => {
  const document = source.replace(
    '- ・ サイトの充実、利用促進',
    '- ・ サイトの充実、利用促進\n  - ・ 検討\n  - ・ 検討\n  - ・ 検討',
  )
  expect(receiveText(document).done).toEqual([])
})

test('places are lines of what came', () => {
  const document = folded(source, 40)
  const { markdown, places } = receiveText(document)
  const lines = document.split('\n')
  for (const [i, line] of markdown.split('\n').entries()) {
    expect(lines[Number(places[i]) - 1]?.slice(0, 12).trim()).toBe(line.slice(0, 12).trim())
  }
})
