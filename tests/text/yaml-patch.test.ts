import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type YamlValue, type YamlWay, patchYaml } from '../../src/text/yaml-patch.ts'
import { readYaml } from '../../src/text/yaml.ts'
import { MORE_RUNS } from '../runs.ts'

const TEXT = `# 頭の注記
number: 2-1-3-1 # 番号
title: '電子 ''契約'''   # 名前
plain: |
  あいう

  えお

figures:
  # 一つ目
  - label: "件数"
    unit: 件
    values: { R5: 127, R6: 336 } # 出所
  - label: 額
    unit: 億円
    values:
      R5: 1 # 確定
      R6: 2
empty:
none: {}
`

describe.each<[name: string, way: YamlWay, value: YamlValue | null, from: string, to: string]>([
  ['a plain value', ['number'], '2-1-3-2', '2-1-3-1', '2-1-3-2'],
  ['a quoted value stays quoted', ['title'], "次の'題'", "'電子 ''契約'''", "'次の''題'''"],
  ['double quotes too', ['figures', 0, 'label'], 'a "b"', '"件数"', '"a \\"b\\""'],
  ['a value that needs quotes gets them', ['figures', 1, 'label'], '額: #1', 'label: 額', "label: '額: #1'"],
  ['a text that reads like a number', ['number'], '2026', '2-1-3-1', "'2026'"],
  ['a text of several lines', ['plain'], 'か\n\nき', '  あいう\n\n  えお', '  か\n\n  き'],
  ['a text of several lines where none was', ['number'], 'か\nき', '2-1-3-1 # 番号', '"か\\nき" # 番号'],
  ['a new text of several lines', ['more'], 'か\n\nき', 'none: {}\n', 'none: {}\nmore: |\n  か\n\n  き\n'],
  ['a number in braces', ['figures', 0, 'values', 'R6'], 337.5, 'R6: 336', 'R6: 337.5'],
  ['a new year in braces', ['figures', 0, 'values', 'R7'], 523, 'R6: 336 }', 'R6: 336, R7: 523 }'],
  ['a new year below others', ['figures', 1, 'values', 'R7'], -3, 'R6: 2\n', 'R6: 2\n      R7: -3\n'],
  ['a year away from braces', ['figures', 0, 'values', 'R5'], null, 'R5: 127, ', ''],
  ['the last year away from braces', ['figures', 0, 'values', 'R6'], null, ', R6: 336', ''],
  ['a year away from lines', ['figures', 1, 'values', 'R5'], null, '      R5: 1 # 確定\n', ''],
  ['a key that is empty', ['empty'], 'x', 'empty:', 'empty: x'],
  ['into empty braces', ['none', 'R7'], 1, '{}', '{ R7: 1 }'],
  ['a new key', ['continues'], '2-1-1', 'none: {}\n', 'none: {}\ncontinues: 2-1-1\n'],
  ['a key away', ['empty'], null, 'empty:\n', ''],
  ['a truth value', ['empty'], true, 'empty:', 'empty: true'],
  [
    'an item more',
    ['figures', 2],
    { label: '額', unit: '円', values: {} },
    '      R6: 2\n',
    '      R6: 2\n  - label: 額\n    unit: 円\n    values: {}\n',
  ],
  ['the first items of a list', ['none'], ['あ'], 'none: {}', 'none:\n  - あ'],
  ['a list that was not there', ['more'], [{ a: 1 }], 'none: {}\n', 'none: {}\nmore:\n  - a: 1\n'],
  ['an empty list that was not there', ['more'], [], 'none: {}\n', 'none: {}\nmore: []\n'],
  ['all of braces away', ['figures', 0, 'values'], {}, '{ R5: 127, R6: 336 }', '{}'],
  ['all lines away', ['figures', 1, 'values'], {}, 'values:\n      R5: 1 # 確定\n      R6: 2', 'values: {}'],
])('%s', (_, way, value, from, to) => {
  test(`${JSON.stringify(way)} ← ${JSON.stringify(value)}`, () => {
    expect(patchYaml(TEXT, way, value)).toBe(TEXT.replace(from, () => to))
  })
})

test.each<[before: string, way: YamlWay, value: YamlValue, after: string]>([
  ['a: [x, y]\n', ['a', 2], 'z', 'a: [x, y, z]\n'],
  ['a: []\n', ['a', 0], 'x', 'a:\n  - x\n'],
  ['a: [] # 注\n', ['a', 0], 'x', 'a:\n  - x # 注\n'],
  ['b:\n  - a: []\n', ['b', 0, 'a', 0], 'x', 'b:\n  - a:\n      - x\n'],
  ['b: { a: [] }\n', ['b', 'a', 0], 'x', 'b: { a: [x] }\n'],
  ['[]\n', [0], { a: 1 }, '- a: 1\n'],
  ['# 頭\n[]\n', [0], { a: 1 }, '# 頭\n- a: 1\n'],
  ['- a: 1\n  # 終わり\n', [1], { a: 2 }, '- a: 1\n- a: 2\n  # 終わり\n'],
  ["a: ''\n", ['a'], 'い', 'a: い\n'],
  ['', [0], { a: 1 }, '- a: 1\n'],
  ['# 頭', ['a'], [], '# 頭\na: []\n'],
  ['a:\n- x\n', ['a', 1], 'z', 'a:\n- x\n- z\n'],
])('%j: %j ← %j', (before, way, value, after) => {
  expect(patchYaml(before, way, value)).toBe(after)
})

test.each<[YamlWay, string | null]>([
  [['figures', 3, 'label'], 'x'],
  [['figures', 4], 'x'],
  [['figures'], 'x'],
  [['number', 'x'], 'y'],
])('there is no place to change: %j', (way, value) => {
  expect(patchYaml(TEXT, way, value)).toBe(null)
})

test.each(['a: &x 1\nb: *x\n', 'a: [\n', '? [a]\n: b\n'])('a text that has no place of its own stays: %j', (text) => {
  expect(patchYaml(text, ['b'], 'c')).toBe(null)
})

test('any text comes out as it went in, and no other line changes', () => {
  const ways: YamlWay[] = [['title'], ['number'], ['figures', 0, 'label'], ['figures', 1, 'unit']]
  fc.assert(
    fc.property(fc.constantFrom(...ways), fc.string({ unit: 'binary' }), (way, value) => {
      const patched = patchYaml(TEXT, way, value)
      // What YAML can't hold at all is not written.
      if (patched === null) return
      const yaml = readYaml(patched)
      expect('reason' in yaml).toBe(false)
      const read = way.reduce<unknown>(
        (it, step) => (it as Record<string, unknown>)[step],
        'value' in yaml && yaml.value,
      )
      expect(String(read).trimEnd()).toBe(value.trimEnd())
      const [before, after] = [TEXT.split('\n'), patched.split('\n')]
      const line = before.findIndex((text, i) => text !== after[i])
      if (line < 0) return
      const more = after.length - before.length
      expect(after.slice(line + 1 + more)).toEqual(before.slice(line + 1))
    }),
    { numRuns: 300 * MORE_RUNS },
  )
})
