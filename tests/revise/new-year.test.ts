import { beforeAll, describe, expect, test } from 'vitest'
import { newYear } from '../../src/revise/new-year.ts'
import { removeInitiative } from '../../src/revise/remove.ts'
import type { Revision } from '../../src/revise/revision.ts'
import { frozenContent } from '../frozen-report.ts'
import { TOLD, type Texts, after, contentOf, errorsOf, made, twoYears } from './content.ts'

let frozen: Map<string, string>
let started: Map<string, string>
beforeAll(async () => {
  const files = await frozenContent()
  frozen = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
  started = made(frozen, (content) => newYear(content, 'r8', 'r7'))
})

describe('the frozen report goes on as a draft', () => {
  test('every initiative with `continues` and its words, no error, a warning for each text that is last year’s', () => {
    const { reports, findings } = contentOf(started)
    const [draft, last] = reports
    expect(draft?.cover).toMatchObject({ year: 'R8', title: '青森県行財政改革行動計画 令和8年度取組実績' })
    expect(draft?.cover.published).toBeUndefined()
    expect(draft?.initiatives.map(({ number, title, continues }) => [number, title, continues])).toEqual(
      last?.initiatives.map(({ number, title }) => [number, title, number]),
    )
    expect(errorsOf(started)).toEqual([])
    const unchanged = findings.filter(({ rule }) => rule === 'draft/unchanged').map(({ file }) => file)
    expect(unchanged).toHaveLength(68 + 1)
    expect(new Set(unchanged).size).toBe(68 + 1)
  })

  test('the year’s own files stay behind, and the outline is the same', () => {
    const files = [...started.keys()].filter((path) => path.startsWith('r8/') && !path.includes('initiatives/'))
    expect(files.sort()).toEqual(['r8/outline.yml', 'r8/report.md'])
    expect(started.get('r8/outline.yml')).toBe(frozen.get('r7/outline.yml'))
  })

  test('a text that is written anew has no warning', () => {
    const path = 'r8/initiatives/2-1-3-1.md'
    const texts = new Map([...started, [path, (started.get(path) ?? '').replace('利用促進', '利用の拡大')]])
    expect(contentOf(texts).findings.filter(({ file }) => file === path)).toEqual([])
  })

  test('when it is published, nothing is asked any more', () => {
    const text = (started.get('r8/report.md') ?? '').replace('department:', 'published: 2027-02\ndepartment:')
    const { findings } = contentOf(new Map([...started, ['r8/report.md', text]]))
    expect(findings.filter(({ rule }) => rule === 'draft/unchanged')).toEqual([])
  })
})

/** One initiative with a front matter and body, and the year that begins from it: its file, and what was said. */
function carried(figures: string, body: string): [text: string | undefined, says: string[]] {
  const texts: Texts = new Map([
    ...[...twoYears({ published: null })].filter(([path]) => /^r7\/(?:outline|report|initiatives)/.test(path)),
    ['r7/initiatives/1-1-2-1.md', `---\nnumber: 1-1-2-1\ntitle: 題四番め\n${figures}---\n\n${body}`],
  ])
  let says: string[] = []
  const next = made(texts, (content) => {
    const revision = newYear(content, 'r8', 'r7') as Revision
    says = revision.says
    return revision
  })
  expect(errorsOf(next)).toEqual([])
  return [next.get('r8/initiatives/1-1-2-1.md'), says]
}

describe('figures', () => {
  const of = (values: string, more = '') =>
    `figures:\n  # 名\n  - label: 件数\n    unit: 件\n    values: ${values}\n${more}`
  test('stay byte for byte where the words name the year', () => {
    const [text] = carried(of('{ R6: 5,  R7: 6 }'), '- R6:5件→R7:6件\n')
    expect(text).toContain(of('{ R6: 5,  R7: 6 }'))
  })

  test('a value that only this year’s report states is left out and listed', () => {
    const [text, says] = carried(of('{ R6: 5, R7: 6 }', 'plain: まとめ\n'), '- R6:5件\n- 6件\n')
    expect(text).toMatch(
      /figures:\n(?: {2}# 名\n)? {2}- label: 件数\n {4}unit: 件\n {4}values: \{ ?R6: 5 ?\}\nplain: まとめ\n---/,
    )
    expect(says.join('\n')).toContain('r8/initiatives/1-1-2-1.md: 数値「件数」の R7 の値 6（件）')
  })

  test('a figure without a value goes, and the key with the last of them', () => {
    const [text] = carried(of('{ R7: 6 }'), '- 6件\n')
    expect(text).toBe('---\nnumber: 1-1-2-1\ntitle: 題四番め\ncontinues: 1-1-2-1\n---\n\n- 6件\n')
  })
})

test('numbers that were left close up, links and headings too', () => {
  const published = new Map([...twoYears({ published: '2026-02' })].filter(([path]) => !path.startsWith('r8/')))
  const forced = { ...TOLD, force: true, reason: '見本' }
  const texts = ['1-1-1-1', '1-1-2-1', '1-1-2-2'].reduce<Texts>(
    (all, number) => made(all, (content) => removeInitiative(content, number, forced)),
    published,
  )
  const next = made(texts, (content) => newYear(content, 'r8', 'r7'))
  expect(errorsOf(next)).toEqual([])
  const [draft] = contentOf(next).reports
  expect(draft?.initiatives.map(({ number, continues }) => [number, continues])).toEqual([
    ['1-1-1-1', '1-1-1-2'],
    ['1-1-1-2', '1-1-1-3'],
    ['1-2-1', '1-2-1'],
    ['1-2-2', '1-2-2'],
  ])
  expect(next.get('r8/initiatives/1-2-2.md')).toContain('[注](1-1-1-2.md#r1-1)')
})

test('a year before goes on by its own number, not by the one of the year before it', () => {
  const years = twoYears({ published: '2026-02' })
  const next = made(years, (content) => newYear(content, 'r9', 'r8'))
  expect(errorsOf(next)).toEqual([])
  expect(next.get('r9/initiatives/1-1-1-1.md')?.match(/^continues: .*$/gm)).toEqual(['continues: 1-1-1-1'])
})

test.each([
  ['r7', 'r7', 'r7 は、もうあります'],
  ['r9', 'r7', 'r7 の次の年度は r8 です'],
  ['r8', 'r6', 'r6 という年度がありません'],
])('%s from %s is refused', (fresh, from, says) => {
  expect(after(frozen, (content) => newYear(content, fresh, from))).toContain(says)
})
