import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveInitiative } from '../../src/revise/move.ts'
import { newInitiative } from '../../src/revise/new-initiative.ts'
import { removeInitiative } from '../../src/revise/remove.ts'
import { MORE_RUNS } from '../runs.ts'
import { TOLD, type Texts, after, contentOf, errorsOf, made, relationsByTitle, twoYears } from './content.ts'

const DRAFT = twoYears({ published: null })
const PUBLISHED = twoYears({ published: '2026-02' })
const FORCED = { ...TOLD, force: true, reason: '見本の理由' }

const titles = (texts: Texts, year = 'R7') =>
  Object.fromEntries(
    contentOf(texts)
      .reports.find(({ cover }) => cover.year === year)
      ?.initiatives.map(({ number, title }) => [number, title]) ?? [],
  )

test('the two years are sound', () => {
  expect(errorsOf(DRAFT)).toEqual([])
  expect(errorsOf(PUBLISHED)).toEqual([])
  expect(relationsByTitle(DRAFT)).toHaveLength(2 * 7 + 7)
})

describe('a draft closes up', () => {
  test.each([
    ['1-1-1-1', '1-1-1-3', '二番め 三番め 一番め | 四番め 五番め | 六番め 七番め'],
    ['1-1-1-3', '1-1-1-1', '三番め 一番め 二番め | 四番め 五番め | 六番め 七番め'],
    ['1-1-1-1', '1-1-2-1', '二番め 三番め | 一番め 四番め 五番め | 六番め 七番め'],
    ['1-1-1-2', '1-1-2-3', '一番め 三番め | 四番め 五番め 二番め | 六番め 七番め'],
    ['1-2-2', '1-1-1-2', '一番め 七番め 二番め 三番め | 四番め 五番め | 六番め'],
    ['1-1-2-2', '1-2-1', '一番め 二番め 三番め | 四番め | 五番め 六番め 七番め'],
  ])('move %s %s', (from, to, order) => {
    const texts = made(DRAFT, (content) => moveInitiative(content, from, to, TOLD))
    expect(orderOf(texts)).toBe(order)
    expect(errorsOf(texts)).toEqual([])
    expect(relationsByTitle(texts)).toEqual(relationsByTitle(DRAFT))
  })

  test.each([
    ['1-1-1-2', '一番め 三番め | 四番め 五番め | 六番め 七番め'],
    ['1-2-1', '一番め 二番め 三番め | 四番め 五番め | 七番め'],
  ])('remove %s', (number, order) => {
    const texts = made(DRAFT, (content) => removeInitiative(content, number, TOLD))
    expect(orderOf(texts)).toBe(order)
    expect(errorsOf(texts)).toEqual([])
    const gone = `題${DRAFT.get(`r7/initiatives/${number}.md`)?.slice(-100).match(/.番め/)?.[0]}`
    const others = relationsByTitle(DRAFT).filter(
      (each) => !(each.startsWith('R7') ? each.includes(gone) : each.endsWith(`← ${gone}`)),
    )
    expect(relationsByTitle(texts)).toEqual(others)
  })

  test('new in the middle and at the end', () => {
    const middle = made(DRAFT, (content) => newInitiative(content, '1-1-1', '新しい: 名前', 2, TOLD))
    expect(titles(middle)).toMatchObject({ '1-1-1-2': '新しい: 名前', '1-1-1-3': '題二番め', '1-1-1-4': '題三番め' })
    expect(errorsOf(middle)).toEqual([])
    expect(relationsByTitle(middle)).toEqual(relationsByTitle(DRAFT))
    const end = made(DRAFT, (content) => newInitiative(content, '1-2', '名前', null, TOLD))
    expect(titles(end)).toMatchObject({ '1-2-3': '名前' })
  })

  test('a heading that has no initiative any more goes, and those behind it move up', () => {
    const one = made(DRAFT, (content) => removeInitiative(content, '1-2-1', TOLD))
    const none = made(one, (content) => removeInitiative(content, '1-2-1', TOLD))
    expect(none.get('r7/outline.yml')).toBe(
      DRAFT.get('r7/outline.yml')?.replace('      - number: 1-2\n        title: 項目乙\n', ''),
    )
    const first = ['1-1-1-1', '1-1-1-1', '1-1-1-1'].reduce<Texts>(
      (texts, number) => made(texts, (content) => removeInitiative(content, number, TOLD)),
      DRAFT,
    )
    expect(titles(first)).toMatchObject({ '1-1-1-1': '題四番め', '1-1-1-2': '題五番め' })
    expect(first.get('r7/outline.yml')).toContain('          - number: 1-1-1\n            title: 小項目ろ\n')
    expect(errorsOf(first)).toEqual([])
  })
})

/** The initiatives of r7 by the middle of their titles, `|` between headings. */
function orderOf(texts: Texts): string {
  const groups = Map.groupBy(Object.entries(titles(texts)), ([number]) => number.slice(0, number.lastIndexOf('-')))
  return [...groups.values()].map((group) => group.map(([, title]) => title.slice(1)).join(' ')).join(' | ')
}

describe('a published report keeps its numbers', () => {
  test('move leaves a number free that leads on', () => {
    const texts = made(PUBLISHED, (content) => moveInitiative(content, '1-1-1-1', '1-1-2-1', FORCED))
    expect(titles(texts)).toEqual({
      '1-1-1-2': '題二番め',
      '1-1-1-3': '題三番め',
      '1-1-2-1': '題一番め',
      '1-1-2-2': '題四番め',
      '1-1-2-3': '題五番め',
      '1-2-1': '題六番め',
      '1-2-2': '題七番め',
    })
    expect(errorsOf(texts)).toEqual([])
    expect(relationsByTitle(texts)).toEqual(relationsByTitle(PUBLISHED))
    const [errata = []] = contentOf(texts).reports.flatMap(({ cover, errata }) => (cover.year === 'R7' ? [errata] : []))
    expect(errata.map(({ kind, number, after, date, reason }) => [kind, number, after, date, reason])).toEqual([
      ['移動', '1-1-1-1', '1-1-2-1', '2026-05-20', '見本の理由'],
      ['移動', '1-1-2-1', '1-1-2-2', '2026-05-20', '見本の理由'],
      ['移動', '1-1-2-2', '1-1-2-3', '2026-05-20', '見本の理由'],
    ])
  })

  test('errata follow the initiative, and what was left stays', () => {
    const errata =
      '# 正誤表\r\n- date: 2026-03-01\r\n  number: 1-1-1-2 # ここ\r\n  result: r1\r\n  kind: 訂正\r\n  before: 古い\r\n  after: 二番め\r\n  reason: 見本\r\n  changesMeaning: true'
    const moved = made(new Map([...PUBLISHED, ['r7/errata.yml', errata]]), (content) =>
      moveInitiative(content, '1-1-1-2', '1-2-3', FORCED),
    )
    expect(moved.get('r7/errata.yml')).toBe(
      `${errata.replace('1-1-1-2', '1-2-3')}\r\n- date: '2026-05-20'\r\n  number: 1-1-1-2\r\n  kind: 移動\r\n  before: 題二番め\r\n  after: 1-2-3\r\n  reason: 見本の理由\r\n  changesMeaning: false\r\n`,
    )
    const again = made(moved, (content) => moveInitiative(content, '1-2-3', '1-1-2-1', FORCED))
    expect(again.get('r7/errata.yml')).toContain(
      'number: 1-1-1-2\r\n  kind: 移動\r\n  before: 題二番め\r\n  after: 1-1-2-1',
    )
    expect(errorsOf(again)).toEqual([])
  })

  test('remove changes no other number, and the number is not given again', () => {
    const texts = made(PUBLISHED, (content) => removeInitiative(content, '1-1-1-3', { ...FORCED, reason: '' }))
    expect(Object.keys(titles(texts))).toEqual(['1-1-1-1', '1-1-1-2', '1-1-2-1', '1-1-2-2', '1-2-1', '1-2-2'])
    expect(contentOf(texts).findings.map(({ rule }) => rule)).toContain('errata/reason')
    const more = made(texts, (content) => newInitiative(content, '1-1-1', '名前', null, TOLD))
    expect(titles(more)).toMatchObject({ '1-1-1-4': '名前' })
    expect(errorsOf(more)).toEqual([])
  })

  test('all initiatives of a heading may go', () => {
    const texts = ['1-1-2-1', '1-1-2-2'].reduce<Texts>(
      (texts, number) => made(texts, (content) => removeInitiative(content, number, FORCED)),
      PUBLISHED,
    )
    expect(errorsOf(texts)).toEqual([])
    expect(texts.get('r7/corrections.yml')).toBe('# 訂正表\nlinks: []\n')
  })

  test('an erratum is never dated before the publication', () => {
    const texts = made(PUBLISHED, (content) => removeInitiative(content, '1-2-2', { ...FORCED, today: '2025-12-31' }))
    expect(texts.get('r7/errata.yml')).toContain("date: '2026-02-01'")
  })
})

describe('refusals', () => {
  const move = (from: string, to: string, told = TOLD) => [from, to, told] as const
  test.each([
    ['r7 に取組 1-1-9-1 がありません', DRAFT, move('1-1-9-1', '1-1-1-1')],
    ['もうその番号です', DRAFT, move('1-1-1-1', '1-1-1-1')],
    ['1-9 という項目か小項目が outline.yml にありません', DRAFT, move('1-1-1-1', '1-9-1')],
    ['項目 1-1 には小項目があります', DRAFT, move('1-1-1-1', '1-1-1')],
    ['1-2-1 という項目か小項目が', DRAFT, move('1-1-1-1', '1-2-1-1')],
    ['置けるのは 1-1-1-3 までです', DRAFT, move('1-1-1-1', '1-1-1-4')],
    ['置けるのは 1-1-2-3 までです', DRAFT, move('1-1-1-1', '1-1-2-4')],
    ['r9 という年度がありません', DRAFT, move('1-1-1-1', '1-1-2-1', { ...TOLD, year: 'r9' })],
    ['公表した年度（2026-02）', PUBLISHED, move('1-1-1-1', '1-1-2-1')],
  ])('move: %s', (says, texts, [from, to, told]) => {
    expect(after(texts, (content) => moveInitiative(content, from, to, told))).toContain(says)
  })

  test.each([
    ['公表した年度（2026-02）', PUBLISHED, '1-1-1', 1],
    ['置けるのは 1-1-1-4 までです', PUBLISHED, '1-1-1', 6],
    ['項目 1-1 には小項目があります', DRAFT, '1-1', null],
    ['1-3 という項目か小項目が', DRAFT, '1-3', null],
  ])('new: %s', (says, texts, parent, at) => {
    expect(after(texts, (content) => newInitiative(content, parent, '名前', at, TOLD))).toContain(says)
  })

  test('a viewpoint is not emptied, and a way of writing that can’t be mended at one place is told', () => {
    const small = new Map([...DRAFT].filter(([path]) => !/r8|initiatives\/1-1-|corrections/.test(path)))
    small.set(
      'r7/outline.yml',
      'title: 見本\nviewpoints:\n  - number: 1\n    title: 一\n    sections:\n      - number: 1-1\n        title: 乙\n',
    )
    for (const n of [1, 2]) small.delete(`r7/initiatives/1-2-${n}.md`)
    small.set('r7/initiatives/1-1-1.md', '---\nnumber: 1-1-1\ntitle: 題\n---\n\n- 文\n')
    small.set('r7/report.md', (small.get('r7/report.md') ?? '').replace('[取組](initiatives/1-1-1-2.md)', '取組'))
    expect(after(small, (content) => removeInitiative(content, '1-1-1', TOLD))).toContain(
      '視点 1「一」に取組がなくなる',
    )
    const flow = new Map(DRAFT)
    flow.set('r7/initiatives/1-1-1-1.md', '---\n{ number: "1-\\x31-1-1", title: 題 }\n---\n\n- 文\n')
    expect(after(flow, (content) => moveInitiative(content, '1-1-1-1', '1-1-1-2', TOLD))).toContain('直せない書き方')
  })
})

test('whatever is moved, added and removed, links lead where they led and no other byte changes', () => {
  const place = fc.record({ home: fc.constantFrom('1-1-1', '1-1-2', '1-2'), order: fc.integer({ min: 1, max: 5 }) })
  const step = fc.record({ what: fc.constantFrom('move', 'move', 'remove', 'new'), from: place, to: place })
  const steps = fc.array(step, { minLength: 1, maxLength: 5 })
  const number = ({ home, order }: { home: string; order: number }) => `${home}-${order}`
  let done = 0
  const property = fc.property(fc.boolean(), steps, (isDraft, all) => {
    let texts: Texts = isDraft ? DRAFT : PUBLISHED
    all.forEach(({ what, from, to }, i) => {
      const next = after(texts, (content) =>
        what === 'move'
          ? moveInitiative(content, number(from), number(to), FORCED)
          : what === 'remove'
            ? removeInitiative(content, number(from), FORCED)
            : newInitiative(content, to.home, `新${i}`, to.order, FORCED),
      )
      if (typeof next === 'string') return
      done++
      expect(errorsOf(next)).toEqual([])
      if (what !== 'remove') {
        expect(relationsByTitle(next)).toEqual(relationsByTitle(texts))
        expect([...skeletons(next)].filter(([key]) => !key.includes('新'))).toEqual(
          [...skeletons(texts)].filter(([key]) => !key.includes('新')),
        )
      }
      texts = next
    })
  })
  fc.assert(property, { numRuns: 12 * MORE_RUNS })
  expect(done).toBeGreaterThan(6)
})

/** Every initiative's file by its title, without the numbers that a renumbering may change. */
function skeletons(texts: Texts): Map<string, string> {
  const files = [...texts].filter(([path]) => path.includes('/initiatives/'))
  return new Map(
    files
      .map(([path, text]): [string, string] => {
        const title = /^title: (.*?)\r?$/m.exec(text)?.[1] ?? ''
        // `continues` may be added, where the title alone no longer tells.
        const bare = text.replace(/^continues: [\d-]+\r?\n/m, '').replaceAll(/\d+(?:-\d+){2,3}/g, '#')
        return [`${path.slice(0, 2)} ${title}`, bare]
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
