import { describe, expect, test } from 'vitest'
import {
  bodyLine,
  readManuscript,
  withBody,
  withField,
  withNewFigure,
  withoutFigure,
} from '../../src/edit/manuscript.ts'
import { initiativeSchema } from '../../src/report/schema.ts'
import { readFiles } from '../../src/build/folder.ts'
import { FROZEN_YEAR } from '../frozen-report.ts'

const TEXT = '---\nnumber: 1-1-1 # 番号\ntitle: 題\n---\n\n- 実績（R7：1件）\n'

const initiatives = (await readFiles(`${FROZEN_YEAR}/initiatives`)).map(({ bytes }) => new TextDecoder().decode(bytes))

describe('one file', () => {
  test('its parts', () => {
    expect(readManuscript(TEXT)).toEqual({ data: { number: '1-1-1', title: '題' }, body: '\n- 実績（R7：1件）\n' })
    expect(bodyLine(TEXT)).toBe(5)
  })

  test('a field, the body', () => {
    expect(withField(TEXT, ['title'], '新しい題')).toBe(TEXT.replace('題', '新しい題'))
    expect(withBody(TEXT, '\n- 別\n')).toBe(TEXT.replace('実績（R7：1件）', '別'))
  })

  test.each(['- 実績\n', '---\nnumber: [\n---\n', '---\nnumber: 1-1-1\n'])('%j has no fields', (text) => {
    expect(readManuscript(text)).toBe(null)
    expect(withField(text, ['title'], '題')).toBe(null)
  })
})

test('figures come and go, in every file of the report, and the rest stays', () => {
  for (const text of initiatives) {
    const before = initiativeSchema.parse(readManuscript(text)?.data)
    const more = withNewFigure(text, 'R7') ?? ''
    const after = initiativeSchema.parse(readManuscript(more)?.data)
    expect(after.figures).toEqual([...before.figures, { label: '数値の名前', unit: '件', values: { R7: 0 } }])
    expect(readManuscript(withoutFigure(more, before.figures.length) ?? '')?.data).toEqual(readManuscript(text)?.data)
    const lines = new Set(more.split('\n'))
    expect(text.split('\n').filter((line) => !lines.has(line))).toEqual([])
  }
})

test('every field of every file can be changed, and no other line does', () => {
  for (const text of initiatives) {
    const changed = withField(text, ['title'], '「題」: #1') ?? ''
    expect(readManuscript(changed)?.data['title']).toBe('「題」: #1')
    const old = text.split('\n')
    expect(changed.split('\n').filter((line, i) => line !== old[i])).toHaveLength(1)
  }
})
